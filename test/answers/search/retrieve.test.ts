import { describe, expect, it } from "vitest";
import { ArticleWords, WordNumbers } from "../../../src/answers/search/article-words.ts";
import { AskedWords } from "../../../src/answers/search/asked-words.ts";
import { articleScore, textScore } from "../../../src/answers/search/retrieve.ts";
import { overlap } from "../../../src/answers/search/word-overlap.ts";
import { terms } from "../../../src/language/text/terms.ts";
import { query } from "./query.ts";

const asked = query("Hạnh tặng quà", { tặng: 60, tang: 60 });

function score(text: string, averageLength = 10): number {
  const words = terms(text);
  return textScore(asked, overlap(asked, words), null, words.length, averageLength);
}

describe("BM25 of a text", () => {
  it("is nothing where no word of the question stands", () => {
    expect(score("Thời tiết đẹp.")).toBe(0);
  });

  it("prefers rare words, more of them, side by side, in a shorter text", () => {
    expect(score("Hạnh đến")).toBeGreaterThan(score("tặng đến"));
    expect(score("Hạnh có quà")).toBeGreaterThan(score("Hạnh có bạn"));
    expect(score("Hạnh tặng quà")).toBeGreaterThan(score("quà tặng Hạnh"));
    expect(score("Hạnh đến")).toBeGreaterThan(score(`Hạnh đến ${"rồi đi ".repeat(20)}`));
  });

  it("gains ever less from repetition", () => {
    const times = (n: number) => {
      const words = terms("Hạnh ".repeat(n));
      return textScore(asked, overlap(asked, words), null, 10, 10);
    };
    expect(times(2)).toBeGreaterThan(times(1));
    expect(times(8) - times(7)).toBeLessThan(times(2) - times(1));
  });
});

describe("BM25 of an article", () => {
  it("ignores marks and counts pairs", () => {
    const score = (text: string) => {
      const numbers = new WordNumbers();
      const words = new ArticleWords(["", text], numbers);
      return articleScore(asked, new AskedWords(asked, numbers), words, 50);
    };
    const rest = "mot hai ba bon nam";
    const alone = score(`hanh qua ${rest} hanh`);
    const paired = score(`qua ${rest} hanh hanh tang`);
    expect(alone).toBeGreaterThan(0);
    expect(paired).toBeGreaterThan(alone);
    expect(score(rest)).toBe(0);
  });
});
