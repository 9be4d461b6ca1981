import { describe, expect, it } from "vitest";
import { workspace } from "../../../index/fixture.ts";
import { runningEngine } from "../../../running-engine.ts";

const space = workspace();
const engine = runningEngine(space, () => {
  space.page(
    "toa-an",
    "2025-05-16",
    "Tòa án Điện Biên tiếp đoàn Tòa án Phổ Nhĩ",
    "Ngày 14/5/2025, tại thành phố Điện Biên Phủ, ông Lò Văn Thử, Chánh án TAND tỉnh Điện Biên, tiếp đoàn Tòa án thành phố Phổ Nhĩ (Vân Nam, Trung Quốc) do ông Dương Quốc Thử, Phó Chánh án dẫn đầu.\n\nTrước đó, tháng 10/2023, đoàn TAND tỉnh Điện Biên đã sang thăm Phổ Nhĩ. Ông Thử đề nghị bạn cử người dự hội thảo, việc đã dừng từ năm 2020.",
  );
  space.page(
    "han-quoc",
    "2025-05-16",
    "Điện Biên làm việc với đoàn Hàn Quốc",
    "Ngày 12/5/2025, tại thành phố Điện Biên Phủ, ông Vàng Văn Thử, Phó Chủ tịch UBND tỉnh Điện Biên, làm việc với đoàn tỉnh Gangwon (Hàn Quốc) do ông Kim Thử dẫn đầu.",
  );
});

describe("earlier meetings that an article mentions", () => {
  it("are the first where they lie before all that are reported", async () => {
    const { answer } = await engine().ask("Điện Biên và Phổ Nhĩ gặp nhau lần đầu khi nào?");
    expect(answer).toContain("10/2023");
    expect(answer).toContain("14/5/2025");
  });

  it("stand beside a list, years of other matters do not", async () => {
    const { answer } = await engine().ask("Điện Biên và Phổ Nhĩ đã gặp nhau những lần nào?");
    expect(answer).toContain("tháng 10/2023");
    expect(answer).not.toContain("2020");
  });
});

describe("whom a question leaves out", () => {
  it("is not listed: the others are", async () => {
    const { answer } = await engine().ask(
      "Ngoài Trung Quốc, Điện Biên còn làm việc với địa phương nước nào?",
    );
    expect(answer).toContain("Gangwon");
    expect(answer).not.toContain("Phổ Nhĩ");
  });
});
