import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stripMarks } from "../../../src/language/text/fold.ts";
import { detectLanguage } from "../../../src/language/translate/detect-language.ts";

const VIETNAMESE = [
  "Ai đã tiếp Đại sứ Hùng Ba tại Lạng Sơn?",
  "Đoàn đại biểu thành phố Sùng Tả thăm Cao Bằng khi nào?",
  "Vì sao chuyến thăm bị hủy?",
  "Hai bên đã ký kết bao nhiêu thỏa thuận hợp tác?",
  "Ông Hồ Văn Minh giữ chức vụ gì?",
  "Tổng thống Trump gặp Kim Jong-un ở đâu?",
  "Thủ tướng Edouard Philippe thăm Điện Biên Phủ ngày nào?",
  "Có mấy đoàn Trung Quốc thăm Lạng Sơn năm 2022?",
  "Ai là trưởng đoàn?",
  "Lối thông quan nằm ở khu vực mốc nào?",
  "Còn năm 2023 thì sao?",
  "Bộ trưởng Quốc phòng Mỹ James Mattis nói gì về Biển Đông?",
  "Hoàng hậu Nhật Bản mặc gì?",
  "Ngân hàng nào cho vay?",
  "Kể tên các cửa khẩu của tỉnh",
  "Đại sứ là ai",
  "Thủ tướng Shinzo Abe ở khách sạn nào tại Davao?",
  "Bao giờ đoàn Quảng Tây sang?",
  "Phía Bạn đề nghị gì?",
  "Mấy giờ chuyên cơ hạ cánh?",
];
const ENGLISH = [
  "Who received Chinese ambassador Xiong Bo in Lang Son?",
  "When did Trump visit Hanoi?",
  "What is the capital of Argentina?",
  "Where is Dien Bien Phu?",
  "list visits to Lang Son",
  "Chinese ambassador Xiong Bo",
  "why was the trip cancelled",
  "How many agreements were signed?",
  "Who is Ho Tien Thieu?",
  "Who is Nguyen Xuan Phuc",
  "Did Hung Ba visit Lao Cai?",
  "Who did Hồ Văn Minh receive in Lạng Sơn?",
  "What about Quang Tay?",
  "visit of the president of Laos to Nghe An",
  "Lang Son Party secretary",
  "when did Ho Chi Minh visit Cao Bang",
  "delegations from Guangxi",
  "tell me about the talks in Mong Cai",
  "Was Tran Dai Quang in Tokyo?",
  "which hotel",
];
const CHINESE = [
  "谁在谅山接待了大使？",
  "誰是團長？",
  "Trump什么时候访问越南？",
  "Lang Son省委书记是谁",
  "那广西呢",
  "谅山 Xiong Bo",
];
const SHORT_OR_NAMES = [
  "Lang Son 2023",
  "lang son xiong bo",
  "Hùng Ba",
  "Kim Jong-un",
  "",
  "2023?",
  "🙂",
  "hung ba",
];

describe("detectLanguage", () => {
  it.each(VIETNAMESE)("reads as Vietnamese, with and without marks: %s", (question) => {
    expect(detectLanguage(question)).toBe("vi");
    expect(detectLanguage(stripMarks(question))).toBe("vi");
    expect(detectLanguage(stripMarks(question).toLowerCase())).toBe("vi");
  });

  it.each(ENGLISH)("reads as English: %s", (question) => {
    expect(detectLanguage(question)).toBe("en");
    expect(detectLanguage(question.toLowerCase())).toBe("en");
  });

  it.each(CHINESE)("reads as Chinese: %s", (question) => {
    expect(detectLanguage(question)).toBe("zh");
  });

  it.each(SHORT_OR_NAMES)("takes a text without evidence for Vietnamese: %j", (question) => {
    expect(detectLanguage(question)).toBe("vi");
  });

  it("keeps a Vietnamese question with a Chinese name in brackets Vietnamese", () => {
    expect(detectLanguage("Đại sứ Hùng Ba (熊波) thăm Lạng Sơn khi nào?")).toBe("vi");
  });

  it("does not let the names inside decide", () => {
    const name = fc.constantFrom(
      "Lang Son",
      "Lào Cai",
      "Xiong Bo",
      "Shinzo Abe",
      "Hùng Ba",
      "Quang Tay",
      "Davao",
    );
    fc.assert(
      fc.property(name, name, (a, b) => {
        expect(detectLanguage(`When did ${a} visit ${b}?`)).toBe("en");
        expect(detectLanguage(`Who met ${a} in ${b}?`)).toBe("en");
        expect(detectLanguage(`${a} tham ${b} khi nao`)).toBe("vi");
        expect(detectLanguage(`${a} thăm ${b} khi nào?`)).toBe("vi");
        expect(detectLanguage(`${a}什么时候访问${b}，会见了谁？`)).toBe("zh");
      }),
    );
  });

  it("gives a language for any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(["vi", "en", "zh"]).toContain(detectLanguage(text));
      }),
    );
  });
});
