import { expect, it } from "vitest";
import { readQuestion } from "../../../src/answers/question/read.ts";
import { askedWords } from "../../../src/answers/search/support.ts";

it.each([
  ["Ông Lò Văn Chính tặng gì cho trường?", "tặng"],
  ["Ai chủ trì buổi tiếp?", "chủ trì"],
  ["Đoàn nghỉ ở khách sạn nào tại Hà Nội?", "khách sạn"],
])("%s asks about %s", (question, words) => {
  expect(askedWords(readQuestion(question))).toContain(words);
});

it("leaves out names and numbers, and is empty without a question word", () => {
  expect(askedWords(readQuestion("Năm 2023 Hà Nội đón ai?"))).not.toMatch(/hà|nội|2023/u);
  expect(askedWords(readQuestion("Thăm Lạng Sơn"))).toBe("");
});
