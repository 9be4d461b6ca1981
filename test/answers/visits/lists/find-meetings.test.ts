import { describe, expect, it } from "vitest";
import { workspace } from "../../../index/fixture.ts";
import { runningEngine } from "../../../running-engine.ts";

const space = workspace();
const engine = runningEngine(space, () => {
  space.page(
    "ma-lat-pha",
    "2025-03-15",
    "Tuyên Quang tiếp đoàn huyện Ma Lật Pha",
    "Ngày 14/3/2025, tại thành phố Hà Giang, ông Lù Thử Khải, Phó Chủ tịch UBND tỉnh Tuyên Quang, tiếp đoàn huyện Ma Lật Pha (Vân Nam, Trung Quốc) do ông Nùng Thử Hoa, Huyện trưởng dẫn đầu. Cùng tiếp có ông Hoàng Thử Sơn, Giám đốc Sở Ngoại vụ tỉnh.",
  );
  space.page(
    "van-son",
    "2024-08-23",
    "Hà Giang tiếp đoàn châu Văn Sơn",
    "Ngày 22/8/2024, ông Vương Thử Thành, Phó Chủ tịch UBND tỉnh Hà Giang, tiếp đoàn châu Văn Sơn (Vân Nam, Trung Quốc) do bà Lữ Thử Hoa, Phó Châu trưởng dẫn đầu.",
  );
  space.page(
    "xuat-khau",
    "2025-05-02",
    "Chợ biên giới trước mùa xuất khẩu",
    "Ngày 1/5/2025, ông Lù Thử Khải, Phó Chủ tịch UBND tỉnh Tuyên Quang, kiểm tra việc xuất khẩu ở cửa khẩu Thanh Thủy. Ông Hoàng Thử Sơn báo cáo tình hình.",
  );
});

describe("the meetings that a question over several means", () => {
  it("are of a prefecture's counties as well, where its whole side is meant", async () => {
    const { answer } = await engine().ask(
      "Năm 2025 Tuyên Quang có những cuộc gặp nào với phía Văn Sơn?",
    );
    expect(answer).toContain("14/3/2025");
  });

  it("are of either country of which guests are asked", async () => {
    const { answer } = await engine().ask(
      "Năm 2025 Tuyên Quang tiếp những đoàn nào của Lào và Trung Quốc?",
    );
    expect(answer).toContain("14/3/2025");
  });

  it("are those at which somebody received as well, where he took part", async () => {
    const { answer } = await engine().ask("Vương Thử Thành đã tham gia những cuộc gặp nào?");
    expect(answer).toContain("22/8/2024");
  });

  it("are all that came in a year, where one is asked for", async () => {
    const { answer } = await engine().ask("Năm 2024 đoàn Trung Quốc nào đã sang Hà Giang?");
    expect(answer).toContain("22/8/2024");
  });

  it("are those of a prefecture's counties, where a person is named", async () => {
    const { answer } = await engine().ask(
      "Năm 2025 ông Lù Thử Khải mấy lần gặp phía Văn Sơn, ngày nào?",
    );
    expect(answer).toContain("14/3/2025");
  });

  it("are the prefecture's own where two places alone are named", async () => {
    const { answer } = await engine().ask("Hà Giang gặp châu Văn Sơn lần gần nhất khi nào?");
    expect(answer).toContain("22/8/2024");
    expect(answer).not.toContain("14/3/2025");
  });

  it("are of either province that a dash joins beside a third side", async () => {
    const { answer } = await engine().ask(
      "Hà Giang - Tuyên Quang đã gặp phía châu Văn Sơn vào những năm nào?",
    );
    expect(answer).toContain("22/8/2024");
  });

  it("tell with his office who is asked for and led nobody", async () => {
    const { answer, citations } = await engine().ask(
      "Hoàng Thử Sơn đã có mặt ở những cuộc tiếp nào, giữ chức gì?",
    );
    expect(answer).toContain("14/3/2025");
    expect(answer).toContain("Hoàng Thử Sơn, Giám đốc Sở Ngoại vụ tỉnh");
    expect(citations[0]!.articleId).toBe("ma-lat-pha");
  });
});
