import { describe, expect, it } from "vitest";
import { CHINESE_TURNS, ENGLISH_TURNS } from "../../../src/language/translate/question-turns.ts";
import { translateQuestion } from "../../../src/language/translate/translate.ts";

describe("turns of English and Chinese questions", () => {
  it.each(
    [
      ...ENGLISH_TURNS.map((row) => ["en", ...row] as const),
      ...CHINESE_TURNS.map((row) => ["zh", ...row] as const),
    ].map(([language, pattern, , example, rendered]) => ({ language, pattern, example, rendered })),
  )("puts $example plainly", ({ language, pattern, example, rendered }) => {
    expect(example).toMatch(new RegExp(pattern.source, pattern.flags.replace("g", "")));
    expect(translateQuestion(example, language).text).toContain(rendered);
  });

  it.each([
    ["How many trucks crossed in the first nine months of 2025?", "9 tháng đầu năm 2025"],
    ["What was the trade value in the first half of 2024?", "6 tháng đầu năm 2024"],
    ["Who led the third-quarter 2024 talks?", "quý 3 năm 2024"],
    ["When did Lang Son last visit Chongzuo?", "gần nhất thăm Sùng Tả"],
    ["Which officials did he meet at the October 2025 meeting?", "cuộc gặp tháng 10/2025"],
    ["When was the third women's festival held?", "lần thứ ba"],
    ["What post did Luo hold when he came to Hanoi?", "khi"],
    ["Who came, and on what date?", "ngày nào"],
    ["Which documents were signed?", "những văn kiện nào"],
    ["Who received the governor of Phongsaly?", "Tỉnh trưởng Phông Sa Lỳ"],
    ["Who received the governor of Lao Cai?", "Chủ tịch tỉnh Lào Cai"],
    ["What did the Kanagawa governor promise?", "Thống đốc Kanagawa"],
    ["Who is the chairman of Ban Nhum commune?", "xã Ban Nhum"],
    ["What did the people's council of Lao Cai ask?", "Hội đồng nhân dân Lào Cai"],
    ["How many exchanges had there been by mid-2025?", "giữa năm 2025"],
  ])("renders %s", (question, rendered) => {
    expect(translateQuestion(question, "en").text).toContain(rendered);
  });

  it.each([
    ["第五次会谈在哪里举行？", "lần thứ 5"],
    ["第十六届会议哪天举行？", "lần thứ 16"],
    ["2025年3月初谁来访？", "đầu tháng 3/2025"],
    ["2025年底双方签署了哪三份文件？", "cuối năm 2025 hai bên ký kết 3 văn kiện nào"],
    ["2025年前两个月进出口多少？", "hai tháng đầu năm 2025"],
    ["2024年第三季度会谈由谁主持？", "quý 3 năm 2024"],
    ["崇左的韦国峰会见过谁？", "Vi Quốc Phong hội kiến"],
    ["第三次妇女交流是哪天？", "giao lưu phụ nữ"],
    ["哪些代表团来过谅山？", "những đoàn đại biểu nào"],
    ["奈良县知事会见了谁？", "Thống đốc Nara"],
    ["谅山、高平与崇左签署了什么？", "Lạng Sơn và Cao Bằng"],
    ["访问时陆文强担任什么职务？", "Lục Văn Cường"],
  ])("renders %s", (question, rendered) => {
    expect(translateQuestion(question, "zh").text).toContain(rendered);
  });

  it("offers family names of the north-west beside the usual readings", () => {
    const { alternatives } = translateQuestion("罗文赫会见了谁？", "zh");
    expect(alternatives.flat()).toContain("Lò Văn Hặc");
  });

  it("keeps a name that no table knows as typed, with the places that it may be", () => {
    const { text, alternatives } = translateQuestion("What did they see at Zuojiang?", "en");
    expect(text).toContain("Zuojiang");
    expect(alternatives.flat()).toContain("Tả Giang");
  });
});
