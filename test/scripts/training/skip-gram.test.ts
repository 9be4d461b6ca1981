import { expect, it } from "vitest";
import { Random } from "../../../scripts/shared/random.ts";
import { trainSkipGram, wordRows } from "../../../scripts/training/skip-gram.ts";

const D = 16;
/** Words 2 and 3 stand in the same places, 4 and 5 in others; 6 … 13 are those places. */
const random = new Random(3);
const sentences = Array.from({ length: 6000 }, () => {
  const first = random.next() < 0.5;
  const word = (first ? 2 : 4) + random.below(2);
  const place = () => (first ? 6 : 10) + random.below(4);
  return Uint16Array.from([place(), place(), word, place()]);
});
const trained = trainSkipGram((s) => sentences[s]!, sentences.length, 16, {
  dimension: D,
  window: 2,
  negatives: 5,
  epochs: 3,
  subsample: 1,
  rate: 0.05,
  seed: 1,
});
const counts = new Float64Array(16);
for (const sentence of sentences) for (const id of sentence) counts[id]!++;
const names = "PAD UNK ▁má ▁bố ▁chợ ▁phố a b c d e f g h ▁ma ▁hiếm".split(" ");
const rows = wordRows(
  trained,
  D,
  names.map((text) => ({ text, score: 0 })),
  counts,
);

const cosine = (a: number, b: number) => {
  let sum = 0;
  for (let j = 0; j < D; j++) sum += rows[a * D + j]! * rows[b * D + j]!;
  return sum;
};

it("brings words together that stand in the same places", () => {
  expect(cosine(2, 3)).toBeGreaterThan(0.6);
  expect(cosine(4, 5)).toBeGreaterThan(0.6);
  expect(cosine(2, 4)).toBeLessThan(0.2);
});

it("gives rows of length 1, one without marks that of the marked word, and a rare word none", () => {
  expect(cosine(2, 2)).toBeCloseTo(1, 4);
  expect(cosine(14, 2)).toBeCloseTo(1, 4);
  expect(cosine(15, 15)).toBe(0);
});
