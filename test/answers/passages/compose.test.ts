import { expect, it } from "vitest";
import { markedWords } from "../../../src/answers/passages/compose.ts";
import { readQuestion } from "../../../src/answers/question/read.ts";
import type { SpanType } from "../../../src/model/answer.ts";

function marked(question: string, sentence: string, words: string, type: SpanType): string | null {
  const start = sentence.indexOf(words);
  const candidate = { type, start, end: start + words.length, fit: 1 };
  const found = markedWords(sentence, candidate, readQuestion(question));
  return found && sentence.slice(found.start, found.end);
}

it("marks a place with what it is", () => {
  const sentence = "Buổi hội đàm diễn ra tại khách sạn Sa Pa.";
  expect(marked("Hội đàm ở đâu?", sentence, "Sa Pa", "place")).toBe("khách sạn Sa Pa");
  expect(marked("Họ thăm đâu?", "Họ thăm Hà Nội.", "Hà Nội", "place")).toBe("Hà Nội");
});

it("marks nobody's name where it is asked what something is", () => {
  const sentence = "Chương trình ABC do ông Lê Văn Bình phụ trách.";
  expect(marked("Chương trình ABC là gì?", sentence, "Lê Văn Bình", "person")).toBeNull();
  const full = "Tên của chương trình do ông Bình phụ trách là “Phát triển vùng biên”.";
  expect(marked("Chương trình ABC là gì?", full, "Bình", "person")).toBe("Phát triển vùng biên");
});
