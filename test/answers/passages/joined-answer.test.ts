import { expect, it } from "vitest";
import { joined, led } from "../../../src/answers/passages/joined-answer.ts";
import type { Answer, Citation } from "../../../src/model/answer.ts";

const citation = (n: number, articleId: string): Citation => ({
  ...{ n, articleId, title: articleId, source: null, url: null, link: null, published: null },
  ...{ quote: "", start: 0, end: 0 },
});

const answer = (text: string, marked: string, citations: readonly Citation[]): Answer => ({
  ...{ question: "?", answered: true, answer: text, confidence: 0.9, language: "vi" as const },
  spans: [{ start: text.indexOf(marked), end: text.indexOf(marked) + marked.length, type: "date" }],
  ...{ citations, nearest: [], more: [] },
  timings: { embedMs: 1, retrieveMs: 1, answerMs: 1, totalMs: 3 },
});
const shown = ({ answer: text, spans }: Answer) => spans.map((s) => text.slice(s.start, s.end));

it("numbers the citations of several answers throughout and keeps the marked words", () => {
  const both = joined([
    answer("Ông Lân tiếp đoàn. [1]", "Lân", [citation(1, "a")]),
    answer("Ngày 3/5 [3/5/2024], đoàn đến. [1]\nĐoàn đi. [2]", "Đoàn đi", [
      citation(1, "b"),
      citation(2, "c"),
    ]),
  ]);
  expect(both.answer).toBe(
    "Ông Lân tiếp đoàn. [1]\nNgày 3/5 [3/5/2024], đoàn đến. [2]\nĐoàn đi. [3]",
  );
  expect(both.citations.map(({ n, articleId }) => `${n}${articleId}`)).toEqual(["1a", "2b", "3c"]);
  expect(shown(both)).toEqual(["Lân", "Đoàn đi"]);
  expect(both.timings.totalMs).toBe(6);
});

it("keeps a refusal among the answers as words that no article has", () => {
  const refusal: Answer = { ...answer("Không thấy.", "", []), answered: false, spans: [] };
  const both = joined([answer("Ông Lân. [1]", "Lân", [citation(1, "a")]), refusal]);
  expect(both.answered).toBe(true);
  const [added] = both.added ?? [];
  expect(both.answer.slice(added!.start, added!.end)).toBe("\nKhông thấy.");
});

it("puts a line of its own on top", () => {
  const told = led(answer("Ông Lân tiếp đoàn. [1]", "Lân", [citation(1, "a")]), "Có.");
  expect(told.answer).toBe("Có.\nÔng Lân tiếp đoàn. [1]");
  expect(shown(told)).toEqual(["Lân"]);
  expect(told.added).toEqual([{ start: 0, end: 4, kind: "note" }]);
});
