import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LateInteraction } from "../../../src/answers/search/late-interaction.ts";
import {
  bestSentenceSimilarity,
  chunkSimilarity,
  coverage,
  largest,
  overlap,
  softOverlaps,
} from "../../../src/answers/search/word-overlap.ts";
import { terms } from "../../../src/language/text/terms.ts";
import { shippedEmbedder } from "../../index/fixture.ts";
import { query } from "./query.ts";

describe("how a question's words stand in a text", () => {
  const asked = query("đoàn Kim Bình tặng quà");

  it("counts words with their marks fully, and half where the marks differ", () => {
    const found = overlap(asked, terms("Đoan Kim Bình có quà."));
    expect(found.matches).toEqual([0.5, 1, 1, 0, 1]);
    expect(found.positions).toEqual([[0], [1], [2], [], [4]]);
  });

  it("counts every match fully where the question has no marks", () => {
    const found = overlap(query("doan kim binh tang qua"), terms("Đoàn Kim Bình tặng quà"));
    expect(found.matches).toEqual([1, 1, 1, 1, 1]);
    expect(found.pairs).toBe(1);
  });

  it("sees which words stand side by side", () => {
    expect(overlap(asked, terms("đoàn Kim Bình tặng quà")).pairs).toBeCloseTo(1);
    expect(overlap(asked, terms("quà tặng, Bình Kim, đoàn")).pairs).toBe(0);
  });

  it("covers more with rare words than with common ones", () => {
    const weighed = query("đoàn Hạnh", { đoàn: 90, hạnh: 1 });
    const share = (text: string) => coverage(weighed, overlap(weighed, terms(text)).matches);
    expect(share("Hạnh")).toBeGreaterThan(0.9);
    expect(share("đoàn")).toBeLessThan(0.1);
    expect(share("đoàn Hạnh")).toBeCloseTo(1);
  });

  it("stays within 0 and 1 for any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 100 }), (text) => {
        const found = overlap(asked, terms(text));
        for (const share of [found.pairs, coverage(asked, found.matches)]) {
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(1 + 1e-9);
        }
      }),
    );
  });
});

it("compares a question with title and sentences apart", async () => {
  const embedder = await shippedEmbedder();
  const sentences = ["Đoàn đến thăm cửa khẩu.", "Buổi chiều trời mưa."];
  const text = sentences.join(" ");
  const row = {
    ...{
      row: 1,
      articleId: "a",
      ordinal: 0,
      start: 0,
      end: text.length,
      text,
      kind: "body" as const,
    },
    sentences: [],
    vector: null,
    tokenIds: sentences.map((sentence) => embedder.tokenIds(sentence)),
    sentenceLengths: null,
    sentenceVectors: null,
  };
  const title = "Học sinh trồng cây";
  const chunk = { row, title, titleTerms: terms(title), terms: terms(text), sentences: [] };
  const [found] = await softOverlaps("cửa khẩu", [chunk], new LateInteraction(embedder));
  expect(found!.sentences).toHaveLength(2);
  expect(found!.sentences[0]!.every((cosine) => cosine === 1)).toBe(true);
  expect(found!.sentences[1]!.every((cosine) => cosine < 0.5)).toBe(true);
  expect(found!.title.every((cosine) => cosine < 0.5)).toBe(true);
});

it("a chunk counts words of different sentences together, its best sentence does not", () => {
  const soft = {
    weights: [1, 1],
    title: new Float32Array([0, 0]),
    sentences: [new Float32Array([1, 0]), new Float32Array([0, 1])],
  };
  expect(chunkSimilarity(soft)).toBe(1);
  expect(bestSentenceSimilarity(soft)).toBe(0.5);
  expect(largest([], 2)).toEqual(new Float32Array([0, 0]));
});
