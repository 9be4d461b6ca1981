import { beforeAll, describe, expect, it } from "vitest";
import type { Answerer } from "../../src/answers/answerer.ts";
import { workspace } from "../index/fixture.ts";
import { indexedAnswerer } from "../running-answerer.ts";

const BULLETIN = `Trong quý II/2024, tỉnh Sơn La có các hoạt động sau với tỉnh Vân Nam (Trung Quốc).

Ngày 8/4/2024, tại thành phố Sơn La, ông Cầm Văn Bảo, Phó Chủ tịch UBND tỉnh, tiếp đoàn huyện Kim Bình do bà Vương Tú Anh, Huyện trưởng, dẫn đầu. Bà Vương Tú Anh đề nghị mở chợ phiên vào thứ bảy.

Ngày 12/5/2024, tại huyện Lục Xuân, ông Quàng Văn Hính, Phó Giám đốc Công an tỉnh, hội đàm với ông Lý Kiến Quân, Phó Cục trưởng Cục Công an huyện Lục Xuân. Ông Quàng Văn Hính đề nghị lập đường dây nóng.

Ngày 20/6/2024, tại huyện Mộc Châu, bà Lò Thị Mai, Chủ tịch Hội Liên hiệp Phụ nữ tỉnh, tọa đàm với bà Đao Thu Hà, Chủ tịch Hội Phụ nữ huyện Mãnh Lạp. Bà Lò Thị Mai đề nghị dạy dệt thổ cẩm. Hai bên thống nhất tổ chức giao lưu lần thứ tư tại Mãnh Lạp vào tháng 3/2025.

Ngày 25/6/2024, tại huyện Mường La, ông Hoàng Văn Pín, Giám đốc Sở Y tế, làm việc với đoàn bệnh viện huyện Giang Thành do ông Tạ Minh Đức dẫn đầu. Ông Tạ Minh Đức đề nghị trao đổi 25 bác sĩ và tặng tỉnh một bộ kim châm.`;

const space = workspace();
let answerer: Answerer;

beforeAll(async () => {
  space.write(
    "quy-hai.md",
    `---\ntitle: "Sơn La: hoạt động đối ngoại quý II/2024"\npublished: 2024-07-02\n---\n\n${BULLETIN}\n`,
  );
  ({ answerer } = await indexedAnswerer(space));
});

describe("what a question takes for granted is looked for in the meeting that is told", () => {
  it.each([
    ["Bà Vương Tú Anh đề nghị gì với ông Cầm Văn Bảo?", "chợ phiên"],
    ["ong quang van hinh de nghi gi voi cong an huyen luc xuan", "đường dây nóng"],
    ["Tháng 6/2024 Hội Phụ nữ Sơn La đề nghị gì với Mãnh Lạp?", "thổ cẩm"],
    ["Ông Tạ Minh Đức tặng tỉnh Sơn La quà gì?", "kim châm"],
    ["Giao lưu lần thứ tư ở Mãnh Lạp dự kiến khi nào?", "3/2025"],
    ["What did Quang Van Hinh say about the hotline?", "đường dây nóng"],
    ["What did Ta Minh Duc say about exchanging physicians?", "25 bác sĩ"],
    ["Ông Tạ Minh Đức đề nghị trao đổi 25 bác sĩ với bệnh viện nào?", "Giang Thành"],
  ])("it is there: %s", async (question, told) => {
    const answer = await answerer.ask(question);
    expect(answer.answered).toBe(true);
    expect(answer.answer).toContain(told);
  });

  it.each([
    ["another one's guest", "Bà Vương Tú Anh đề nghị gì với ông Hoàng Văn Pín?"],
    ["another month's meeting", "Bà Vương Tú Anh đề nghị gì ở buổi tiếp tháng 6/2024?"],
    ["another body", "Viện Kiểm sát Sơn La đề nghị gì với huyện Lục Xuân?"],
    ["one that is only agreed on", "Giao lưu phụ nữ lần thứ tư ở Mãnh Lạp ai dẫn đoàn Sơn La?"],
    ["later than the page", "Tháng 3/2025 phụ nữ Sơn La giao lưu với Mãnh Lạp nói những gì?"],
    ["the other way round", "Bà Vương Tú Anh tiếp ông Cầm Văn Bảo ở Kim Bình hôm nào?"],
    ["two who did not meet", "Ông Hoàng Văn Pín hội đàm với ông Lý Kiến Quân về việc gì?"],
    ["nobody's words", "Ông Hoàng Văn Pín phát biểu những gì khi làm việc với Giang Thành?"],
    ["one of whom nobody tells", "Ông Lường Văn Tặng đề nghị gì với huyện Kim Bình?"],
    ["another level's chairman", "Phó Chủ tịch UBND huyện Sơn La tiếp bà Vương Tú Anh hôm nào?"],
    ["a gift that nobody gave", "Bà Vương Tú Anh tặng ông Cầm Văn Bảo quà gì?"],
    ["another number", "Ông Tạ Minh Đức đề nghị trao đổi 80 bác sĩ với bệnh viện nào?"],
    ["another one of a series", "Giao lưu phụ nữ lần thứ năm ở Mãnh Lạp dự kiến khi nào?"],
    ["no such matter", "Ông Quàng Văn Hính nói gì về chợ phiên thứ bảy?"],
    ["no such matter, asked in English", "What did Quang Van Hinh say about wind power?"],
    ["no such matter, asked in Chinese", "Quàng Văn Hính就风电说了什么？"],
  ])("%s is not: %s", async (_, question) => {
    expect((await answerer.ask(question)).answered).toBe(false);
  });
});
