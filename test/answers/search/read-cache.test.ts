import { expect, it } from "vitest";
import { ReadCache } from "../../../src/answers/search/read-cache.ts";
import type { ChunkRow, IndexReader } from "../../../src/model/index.ts";

const text = "Đoàn đến thăm. Hai bên làm việc.";

function chunk(row: number): ChunkRow {
  return {
    row,
    articleId: `a${row}`,
    ordinal: 0,
    start: 0,
    end: text.length,
    text,
    kind: "body",
    sentences: [
      { start: 0, end: 14 },
      { start: 15, end: text.length },
    ],
    vector: null,
    tokenIds: null,
    sentenceLengths: null,
    sentenceVectors: null,
  };
}

/** A store that counts what is read whole. */
function store(withHeads: boolean) {
  const whole: number[] = [];
  const reader: Partial<IndexReader> = {
    chunks(rows) {
      whole.push(...rows);
      return rows.map(chunk);
    },
    titleOf: () => "Đoàn A",
    ...(withHeads && {
      heads: (rows: readonly number[]) =>
        rows.map((row) => ({
          row,
          articleId: `a${row}`,
          vector: null,
          marked: "đoàn đến thăm hai bên làm việc",
        })),
    }),
  };
  return { cache: new ReadCache(reader as IndexReader), whole };
}

it.each([true, false])(
  "gives the same chunks, whether the store tells heads or not (%s)",
  (heads) => {
    const { cache, whole } = store(heads);
    const [read] = cache.chunks([7]);
    expect(whole).toEqual(heads ? [] : [7]);
    expect(Array.from(read!.words, (number) => cache.numbers.word(number))).toEqual(
      "đoàn đến thăm hai bên làm việc".split(" "),
    );
    expect(read!.sentences.map((sentence) => sentence.text)).toEqual([
      "Đoàn đến thăm.",
      "Hai bên làm việc.",
    ]);
    expect(read!.row.articleId).toBe("a7");
    expect(whole).toEqual([7]);
  },
);

it("loses none of the chunks asked for, however many were read before", () => {
  const { cache } = store(true);
  const rows = (from: number, count: number) => Array.from({ length: count }, (_, i) => from + i);
  cache.chunks(rows(1, 6_000));
  // The oldest ones make room for the new ones while both are asked for.
  const asked = [...rows(1, 50), ...rows(10_000, 100)];
  expect(cache.chunks(asked).map(({ articleId }) => articleId)).toEqual(
    asked.map((row) => `a${row}`),
  );
});
