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
  space.page(
    "nhin-lai",
    "2025-07-04",
    "Công an Mường Thử nhìn lại sáu tháng",
    [
      "Nửa năm qua Công an huyện Mường Thử giữ mối liên lạc với Công an Kim Bình (Vân Nam, Trung Quốc).",
      "10/1/2025 – Đầu năm. Thượng tá Lò Văn Bẩy gặp ông Phổ Chí Tài trên cầu.",
      "Ngày 8/4/2025, tại Kim Bình, Thượng tá Lò Văn Bẩy hội đàm với ông Phổ Chí Tài, Phó Cục trưởng Công an Kim Bình. Đây là lần thứ ba hai ông ngồi lại; lần trước vào ngày 12/9/2024 ở thị trấn Mường Thử.",
      "Cuộc họp giao ban lùi từ 5/6 sang ngày 19/6; ông Phổ Chí Tài và Thượng tá Lò Văn Bẩy làm việc cả buổi sáng.",
      "Nhân kỷ niệm Ngày Quốc tế Phụ nữ 8/3, hai bên tặng hoa nhau. Số vụ việc tính đến 30/6/2025 giảm một nửa. Hai bên trao đổi dữ liệu qua mạng từ ngày 5/5/2025.",
    ].join("\n\n"),
  );
});

describe("meetings that only sentences date", () => {
  it("count like records where the sentence names all that is asked", async () => {
    const { answer } = await engine().ask(
      "Ông Lò Văn Bẩy và ông Phổ Chí Tài gặp nhau những lần nào?",
    );
    for (const day of ["10/1/2025", "8/4/2025", "12/9/2024", "19/6/2025"])
      expect(answer).toContain(day);
    expect(answer).toMatch(/^4 lần|4 (?:lần|cuộc)/u);
  });

  it("are none on a day that was put off, is a feast or ends a count", async () => {
    const { answer } = await engine().ask("Năm 2025 Công an Mường Thử có những cuộc gặp nào?");
    for (const day of ["5/6/2025", "8/3/2025", "30/6/2025", "5/5/2025"])
      expect(answer).not.toContain(day);
  });
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
