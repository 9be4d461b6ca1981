import { expect, it } from "vitest";
import { LateInteraction } from "../../src/retrieval/late-interaction.ts";
import {
  bestSentenceSimilarity,
  chunkSimilarity,
  largest,
  softOverlaps,
} from "../../src/retrieval/soft-overlap.ts";
import { terms } from "../../src/text/terms.ts";
import { shippedEmbedder } from "../index/fixture.ts";

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
    sentenceVectors: () => [],
  };
  const title = "Học sinh trồng cây";
  const chunk = { row, title, titleTerms: terms(title), terms: terms(text) };
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
