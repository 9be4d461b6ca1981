import { describe, expect, it } from "vitest";
import { candidatesIn } from "../../src/answer/candidates.ts";
import { readQuestion } from "../../src/question/read.ts";

const SENTENCE =
  "Sáng 4/5/2024, tại Hà Giang, ông Lò Văn Chính, Phó Chủ tịch UBND tỉnh, tiếp đoàn 18 người của huyện Kim Bình nhân dịp Tết cổ truyền.";

const words = (question: string, sentence = SENTENCE) =>
  candidatesIn(sentence, readQuestion(question)).map((c) => sentence.slice(c.start, c.end));

describe("the words of a sentence that could answer", () => {
  it.each([
    ["Ai tiếp đoàn?", "Lò Văn Chính"],
    ["Đoàn đến vào ngày nào?", "4/5/2024"],
    ["Ông Lò Văn Chính giữ chức vụ gì?", "Phó Chủ tịch UBND tỉnh"],
    ["Đoàn có bao nhiêu người?", "18 người"],
    ["Đoàn được tiếp ở đâu?", "Hà Giang"],
    ["Đoàn sang thăm nhân dịp gì?", "nhân dịp Tết cổ truyền"],
  ])("%s", (question, answer) => {
    expect(words(question).join(" | ")).toContain(answer);
  });

  it("are none that the question itself says", () => {
    expect(words("Ông Lò Văn Chính gặp ai?")).not.toContain("Lò Văn Chính");
    expect(words("Kim Bình và Hà Giang ở đâu?").join()).not.toMatch(/Hà Giang|Kim Bình/u);
  });

  it("are none where nothing has the asked type", () => {
    expect(words("Đoàn có bao nhiêu người?", "Các bên hài lòng.")).toEqual([]);
  });
});
