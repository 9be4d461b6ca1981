import { describe, expect, it } from "vitest";
import { workspace } from "../../../index/fixture.ts";
import { runningEngine } from "../../../running-engine.ts";

const space = workspace();
const engine = runningEngine(space, () => {
  space.page(
    "lan-mot",
    "2022-03-11",
    "Lai Châu hội đàm với Phổ Nhĩ",
    "Ngày 10/3/2022, tại thành phố Lai Châu, ông Lò Văn Thử, Phó Chủ tịch UBND tỉnh Lai Châu, hội đàm với đoàn thành phố Phổ Nhĩ (Vân Nam, Trung Quốc) do ông Dương Quốc Thử, Phó Thị trưởng dẫn đầu.\n\nKết thúc hội đàm, hai bên ký Biên bản hội đàm và Bản ghi nhớ về chợ phiên. Hai bên sẽ ký Thỏa thuận về bưu chính vào dịp khác.",
  );
  space.page(
    "lan-hai",
    "2023-08-21",
    "Lai Châu - Phổ Nhĩ hội đàm",
    "Ngày 20/8/2023, tại thành phố Phổ Nhĩ, ông Lò Văn Thử, Phó Chủ tịch UBND tỉnh Lai Châu, hội đàm với ông Dương Quốc Thử, Phó Thị trưởng thành phố Phổ Nhĩ.\n\nHai trưởng đoàn ký Kế hoạch phối hợp chữa cháy rừng.",
  );
  space.page(
    "quy-ba",
    "2024-09-30",
    "Điện Biên tiếp đoàn Vân Nam",
    "Ngày 5/9/2024, tại thành phố Điện Biên Phủ, ông Vàng Văn Thử, Phó Chủ tịch UBND tỉnh Điện Biên, tiếp đoàn Sở Ngoại vụ tỉnh Vân Nam (Trung Quốc) do bà Lý Thử, Phó Giám đốc dẫn đầu.",
  );
  space.page(
    "ban-tin",
    "2021-06-15",
    "Bản tin đối ngoại tỉnh Lai Châu",
    "PHIÊN QUÝ II\n\nNgày 3/6, tại cửa khẩu Ma Lù Thàng, ông Giàng Thử Minh làm việc với ông Chu Thử Ngân.\n\nChiều 7/6, ông Giàng Thử Minh hội ý với ông Chu Thử Ngân qua cầu truyền hình.\n\nNgày 11/6, ông Giàng Thử Minh bàn giao khẩu trang tặng bà Ngũ Thử Trân.",
  );
  space.page(
    "mong-tu",
    "2025-02-11",
    "Điện Biên tiếp đoàn Mông Tự",
    "Ngày 10/2/2025, ông Vàng Văn Thử, Phó Chủ tịch UBND tỉnh Điện Biên, tiếp đoàn thành phố Mông Tự (Vân Nam, Trung Quốc) do bà Lý Thử Mai, Phó Thị trưởng dẫn đầu.",
  );
  space.page(
    "pho-nhi",
    "2025-04-11",
    "Điện Biên tiếp đoàn Phổ Nhĩ",
    "Ngày 10/4/2025, ông Vàng Văn Thử, Phó Chủ tịch UBND tỉnh Điện Biên, tiếp đoàn thành phố Phổ Nhĩ (Vân Nam, Trung Quốc) do ông Dương Quốc Thử, Phó Thị trưởng dẫn đầu. Trước đó đoàn đã qua Mông Tự.",
  );
});

describe("what several meetings signed", () => {
  it("is told a sentence a meeting, what is only to come is not", async () => {
    const { answer, citations } = await engine().ask(
      "Từ 2022 đến 2023 Lai Châu đã ký những văn bản nào với Phổ Nhĩ?",
    );
    expect(answer).toContain("Bản ghi nhớ về chợ phiên");
    expect(answer).toContain("Kế hoạch phối hợp chữa cháy rừng");
    expect(answer).not.toContain("bưu chính");
    expect(new Set(citations.map(({ articleId }) => articleId)).size).toBe(2);
  });

  it("is found by its time alone", async () => {
    const { answer } = await engine().ask("Liệt kê các văn bản đã ký từ 2022 đến 2023.");
    expect(answer).toContain("Bản ghi nhớ về chợ phiên");
    expect(answer).toContain("Kế hoạch phối hợp chữa cháy rừng");
  });

  it("holds to the years that are asked for", async () => {
    const { answer } = await engine().ask("Năm 2023 Lai Châu đã ký gì với Phổ Nhĩ?");
    expect(answer).not.toContain("chợ phiên");
  });
});

describe("a list of a time", () => {
  it("needs no name", async () => {
    const { answer } = await engine().ask(
      "Tháng 8/2023 các tỉnh biên giới có những cuộc hội đàm nào?",
    );
    expect(answer).toContain("20/8/2023");
    expect(answer).not.toContain("2024");
  });

  it("means either of two provinces at home where they did not meet each other", async () => {
    const { answer } = await engine().ask("Quý 3/2024 Lai Châu với Điện Biên tiếp những đoàn nào?");
    expect(answer).toContain("5/9/2024");
  });

  it("means either of two places abroad that a third one met", async () => {
    const { answer } = await engine().ask(
      "Từ tháng 1/2025 đến hết 2025 Điện Biên làm việc với Phổ Nhĩ, Mông Tự những lần nào?",
    );
    expect(answer).toContain("10/2/2025");
    expect(answer).toContain("10/4/2025");
  });

  it("holds what two people talked over by video in a bulletin", async () => {
    const { answer } = await engine().ask(
      "Liệt kê những buổi ông Giàng Thử Minh làm việc với ông Chu Thử Ngân",
    );
    expect(answer).toContain("7/6");
  });
});
