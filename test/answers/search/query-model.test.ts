import { describe, expect, it } from "vitest";
import { readQuestion } from "../../../src/answers/question/read.ts";
import {
  inverseDocumentFrequency,
  weighQuestion,
} from "../../../src/answers/search/query-model.ts";
import { query } from "./query.ts";

describe("the weight of a question's words", () => {
  it("falls with their frequency and is never negative", () => {
    const weights = [0, 1, 50, 99, 100].map((n) => inverseDocumentFrequency(100, n));
    expect(weights).toEqual([...weights].sort((a, b) => b - a));
    expect(weights.at(-1)).toBeGreaterThan(0);
  });

  it("is given once to a word that is repeated", () => {
    const { terms, totalIdf } = query("đoàn Kim đoàn");
    expect(terms.map((term) => term.idf > 0)).toEqual([true, true, false]);
    expect(totalIdf).toBeCloseTo(terms[0]!.idf + terms[1]!.idf);
  });

  it("is that of the form without marks where the corpus has the word with other marks only", () => {
    const statistics = {
      chunkCount: 100,
      documentFrequency: (terms: readonly string[], folded: boolean) =>
        new Map(terms.map((term) => [term, folded ? 40 : 0])),
    };
    const { terms } = weighQuestion(readQuestion("Hạnhh"), statistics);
    expect(terms[0]!.idf).toBeCloseTo(inverseDocumentFrequency(100, 40));
  });

  it("has something to divide by even where nothing is asked", () => {
    expect(query("?")).toMatchObject({ terms: [], totalIdf: 1, totalPairIdf: 1 });
  });

  it("finds every place of a word by its form without marks", () => {
    expect(query("má mà ma").byFolded.get("ma")).toHaveLength(2);
  });
});
