import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AnswerType } from "../../../src/answers/question/question.ts";
import { readQuestion } from "../../../src/answers/question/read.ts";
import { fold } from "../../../src/language/text/fold.ts";

const ASKED: readonly (readonly [AnswerType, string])[] = [
  ["person", "Ai dẫn đầu đoàn Mường Khương?"],
  ["person", "Vị nào ký biên bản ghi nhớ?"],
  ["person", "Thị trưởng nào đã phát biểu tại hội đàm?"],
  ["person", "Đồng chí nào chủ trì cuộc họp?"],
  ["definition", "Lò Văn Chính là ai?"],
  ["position", "Bà Vi Thị Mơ giữ chức vụ gì?"],
  ["position", "Ông Dương Vĩ đang ở cương vị nào?"],
  ["date", "Khi nào đoàn Kim Bình sang thăm?"],
  ["date", "Đoàn đến Hà Giang hôm nào?"],
  ["date", "Lễ ký diễn ra ngày mấy?"],
  ["date", "Hai bên kết nghĩa từ năm nào?"],
  ["date", "Bao giờ cửa khẩu mở lại?"],
  ["time", "Lễ đón bắt đầu lúc mấy giờ?"],
  ["place", "Hội đàm diễn ra ở đâu?"],
  ["place", "Đoàn nghỉ lại nơi nào?"],
  ["place", "Đoàn đi thăm thành phố nào?"],
  ["number", "Đoàn có bao nhiêu thành viên?"],
  ["number", "Hai bên ký mấy văn kiện?"],
  ["number", "Chuyến thăm kéo dài bao lâu?"],
  ["organisation", "Bộ nào chủ trì soạn thảo hiệp định?"],
  ["reason", "Vì sao hội chợ phải hoãn?"],
  ["reason", "Đoàn sang thăm nhân dịp gì?"],
  ["list", "Chương trình gồm những gì?"],
  ["phrase", "Hai bên nhất trí điều gì?"],
];

describe("what is asked", () => {
  it.each(ASKED)("%s: %s", (type, question) => {
    expect(readQuestion(question).answerType).toBe(type);
  });

  it.each(ASKED.filter(([type]) => type !== "definition"))(
    "%s without marks: %s",
    (type, question) => {
      const read = readQuestion(fold(question).toLowerCase());
      expect(read).toMatchObject({ answerType: type, unmarked: true });
    },
  );

  it.each([
    ["phrase", "Ban Quản lý yêu cầu gì trong buổi họp?"],
    ["phrase", "Hai đồn tặng nhau thứ gì?"],
    ["list", "Chị Hảo nêu mấy đề nghị với bạn?"],
    ["list", "Đoàn đến thăm mấy điểm tham quan nào?"],
    ["reason", "Lý do đoàn Hà Khẩu hoãn chuyến thăm?"],
    ["list", "Phó Chủ tịch muốn phía bạn làm mấy việc gì?"],
    ["place", "Mấy chục cây gạo hai bên trồng nằm ở đâu?"],
    ["phrase", "Hà Giang và Văn Sơn ký văn bản gì?"],
    ["phrase", "Phó Châu trưởng chuyện gì với Lào Cai?"],
    ["phrase", "Hai bên sẽ làm gì trong thời gian tới?"],
    ["phrase", "Cao Bằng làm gì cho học sinh bản giáp biên?"],
  ] as const)("%s, whatever its last noun looks like: %s", (type, question) => {
    expect(readQuestion(question).answerType).toBe(type);
  });

  it.each(["Máy bay hạ cánh ở sân bay Nội Bài", "May bay ha canh", "Đầu năm đoàn sang thăm"])(
    "is no number and no place where the words only look alike: %s",
    (question) => {
      expect(readQuestion(question).answerType).toBe("phrase");
    },
  );

  it("knows the noun asked about", () => {
    expect(readQuestion("Đoàn đã ký bao nhiêu hiệp định?").focus).toEqual(["hiep", "dinh"]);
    expect(readQuestion("Thành phố nào kết nghĩa với Hà Khẩu?").focus).toEqual(["thanh", "pho"]);
    // "cửa" without its marks would be "của".
    expect(readQuestion("Đoàn về qua cửa khẩu nào?").focus).toEqual(["cua", "khau"]);
  });

  it.each([
    ["Đoàn đến vào ngày nào?", "day"],
    ["Đoàn đến vào tháng mấy?", "month"],
    ["Đoàn đến vào năm nào?", "year"],
    ["Khi nào đoàn đến?", null],
  ])("knows the part of the date: %s", (question, part) => {
    expect(readQuestion(question).detail.datePart).toBe(part);
  });
});

describe("the words that find the passage", () => {
  const words = (question: string) => readQuestion(question).terms.map((term) => term.marked);

  it("are neither question words nor stop words", () => {
    expect(words("Ai là người dẫn đầu đoàn của huyện Kim Bình?")).toEqual([
      "người",
      "dẫn",
      "đầu",
      "đoàn",
      "huyện",
      "kim",
      "bình",
    ]);
  });

  it("keep a stop word that is a name", () => {
    expect(words("Đoàn Bằng Tường gặp ai?")).toContain("bằng");
    expect(words("Họ đi bằng gì?")).not.toContain("bằng");
  });

  it("tell which of them stood side by side", () => {
    const { terms } = readQuestion("Đoàn của Kim Bình");
    expect(terms.map((term) => term.follows)).toEqual([false, false, true]);
  });

  it("come from the rendering of a question in another language, which stays as asked", () => {
    const read = readQuestion("Who met Kim Binh?", "en", "ai gặp Kim Bình");
    expect(read).toMatchObject({ text: "Who met Kim Binh?", language: "en", answerType: "person" });
    expect(read.terms.map((term) => term.marked)).toEqual(["gặp", "kim", "bình"]);
  });
});

it("any text is read, and every word it keeps stands in the text", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (text) => {
      const question = readQuestion(text.normalize("NFC"));
      const folded = fold(question.text).toLowerCase();
      for (const term of question.terms) expect(folded).toContain(term.folded);
    }),
  );
});
