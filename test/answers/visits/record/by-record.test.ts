import { describe, expect, it } from "vitest";
import { workspace } from "../../../index/fixture.ts";
import { runningEngine } from "../../../running-engine.ts";

const space = workspace();
const engine = runningEngine(space, () => {
  space.page(
    "sung-ta",
    "2024-03-13",
    "Lạng Sơn hội đàm với Sùng Tả",
    "Ngày 12/3/2024, tại thành phố Lạng Sơn, đoàn đại biểu tỉnh Lạng Sơn do bà Lê Thị Mẫu, Phó Chủ tịch UBND tỉnh Lạng Sơn dẫn đầu hội đàm với đoàn đại biểu thành phố Sùng Tả (Quảng Tây, Trung Quốc) do ông Lý Thử Sinh, Phó Thị trưởng thành phố Sùng Tả dẫn đầu.\n\nTại hội đàm, bà Lê Thị Mẫu đề nghị phía Sùng Tả kéo dài giờ thông quan. Ông Lý Thử Sinh cho khách biết kho lạnh đã mở lại.",
  );
  space.page(
    "van-son",
    "2024-05-21",
    "Hà Giang tiếp đoàn châu Văn Sơn",
    "Ngày 20/5/2024, tại thành phố Hà Giang, ông Vừ Mí Thử, Giám đốc Sở Ngoại vụ tỉnh Hà Giang, tiếp đoàn châu Văn Sơn (Vân Nam, Trung Quốc) do ông Trần Mẫu Dân, Phó Châu trưởng dẫn đầu. Khách tặng quà thiếu nhi nhân dịp 1/6.",
  );
});

const answer = async (text: string) => (await engine().ask(text)).answer;

describe("who held an office", () => {
  it("is told by the record of the side that the place beside the office names", async () => {
    expect(await answer("Phó Thị trưởng Sùng Tả là ai?")).toContain("Lý Thử Sinh");
    expect(await answer("Giám đốc Sở Ngoại vụ Hà Giang là ai?")).toContain("Vừ Mí Thử");
  });

  it("is asked without marks as well", async () => {
    expect(await answer("pho chau truong van son la ai")).toContain("Trần Mẫu Dân");
  });
});

describe("who led", () => {
  it("is told of the delegation right before the words that ask", async () => {
    const text = await answer("Lạng Sơn hội đàm với đoàn Sùng Tả do ai dẫn đầu?");
    expect(text).toContain("Lý Thử Sinh");
  });

  it("is told of those who came, whoever they were, where only the place is named", async () => {
    const asked = [
      "Ai dẫn đầu đoàn sang thăm Hà Giang năm 2024?",
      "ai dan dau doan sang tham ha giang nam 2024",
      "Who led the delegation that visited Ha Giang in 2024?",
      "Ai đã sang thăm Hà Giang tháng 5/2024?",
      "2024年5月谁访问了河江?",
    ];
    for (const text of asked) expect((await engine().ask(text)).direct).toMatch(/^Trần Mẫu Dân/u);
  });

  it("is not told for another day or for what is ahead", async () => {
    expect((await engine().ask("Ai dẫn đầu đoàn Sùng Tả ngày 15/3/2024?")).answer).not.toMatch(
      /^Lý Thử Sinh/u,
    );
  });
});

describe("a question without marks", () => {
  it("names people of the register, who are read as names", async () => {
    const named = await engine().ask("le thi mau de nghi gi voi phia sung ta");
    expect(named.answered).toBe(true);
    expect(named.answer).toContain("kéo dài giờ thông quan");
  });
});

describe("an occasion", () => {
  it("is no day on which the meeting contradicts the question", async () => {
    const asked = await engine().ask("Khách Văn Sơn tặng gì ở Hà Giang dịp 1/6?");
    expect(asked.answered).toBe(true);
    expect(asked.answer).toContain("quà thiếu nhi");
  });
});
