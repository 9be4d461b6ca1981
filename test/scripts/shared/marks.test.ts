import { expect, it } from "vitest";
import { compareMarks, type KeyedQuestion } from "../../../scripts/shared/question-set.ts";
import type { SearchHit } from "../../../src/model/index-reader.ts";

const asked = (lang: string, kind: string, question: string): KeyedQuestion => ({
  ...{ id: "1", docs: ["a"], must: "x" },
  ...{ lang, kind, question },
});

it("asks Vietnamese questions that have an answer with and without their marks", async () => {
  const texts: string[] = [];
  const hit = (articleId: string): SearchHit => ({
    ...{ articleId, chunkId: "", score: 1, text: "", start: 0, end: 0 },
  });
  const search = async (text: string) => {
    texts.push(text);
    return [hit(text.includes("ế") ? "a" : "b")];
  };
  const outcome = await compareMarks({ search }, [
    asked("vi", "who", "Ai tiếp đoàn?"),
    asked("vi", "none", "Ai tiếp?"),
    asked("vi", "who", "Ai đến?"),
    asked("en", "who", "Who?"),
  ]);
  expect(texts).toEqual(["Ai tiếp đoàn?", "ai tiep doan?", "Ai đến?", "ai den?"]);
  expect(outcome).toEqual({ questions: 2, marked: 2, unmarked: 0 });
});
