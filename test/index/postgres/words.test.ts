import { expect, it } from "vitest";
import { lengthsOf, postgresWords, termVector } from "../../../src/index/postgres/words.ts";

it("gives the server our own terms with their places, those of the title weighed apart", () => {
  expect(termVector("đoàn thăm", "đoàn đến hà nội")).toBe(
    "'đoàn':1A,4 'thăm':2A 'đến':5 'hà':6 'nội':7",
  );
  // No phrase goes over the end of a title.
  expect(termVector("a", "b")).toBe("'a':1A 'b':3");
  expect(termVector("", "")).toBe("");
});

it("leaves out what a tsvector cannot hold, and quotes what has a meaning there", () => {
  const long = "dài".repeat(1_000);
  expect(termVector("", `${long} còn`)).toBe("'còn':3");
  expect(termVector("", `it's \\`)).toBe("'it''s':2 '\\\\':3");
  const many = termVector("", "xa ".repeat(20_000).trim());
  expect(many.endsWith(",16383")).toBe(true);
});

it("passes over rows that are of no generation of its own", () => {
  const list = {
    rows: Int32Array.of(3, 1_000_005, 1_000_006, 2_000_000),
    inTitle: Uint8Array.of(9, 0, 1, 9),
    inBody: Uint8Array.of(9, 1, 0, 9),
  };
  const lengths = lengthsOf([
    [1_000_004, 10],
    [1_000_005, 10],
    [1_000_006, 10],
    [1_000_009, 10],
  ]);
  expect(lengths.norms).toHaveLength(6);
  const words = postgresWords(lengths, (terms) => new Map(terms.map((term) => [term, list])));
  expect(words.search(["xa"], 10).map(({ row }) => row)).toEqual([1_000_006, 1_000_005]);
  expect(words.documentFrequency(["xa", '"'])).toEqual(
    new Map([
      ["xa", 2],
      ['"', 0],
    ]),
  );
});
