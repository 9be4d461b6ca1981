import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { FOLDED_TABLE, SCHEMA } from "../../../src/index/files/schema.ts";
import { lexical } from "../../../src/index/read/lexical.ts";
import { listedLexical, PostingLists, topHits } from "../../../src/index/read/listed-lexical.ts";
import { openWritable } from "../../../src/storage/sqlite.ts";
import { temporaryFolder } from "../fixture.ts";

const folder = temporaryFolder();
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Numbers that look random: the same seed gives the same. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const WORDS = 60;
const ROWS = 700;

/** Rows of words of which the first ones are common, some rows longer than FTS5's one-byte numbers; every ninth row is gone. */
function table(seed: number) {
  const below = numbers(seed);
  const word = () => `w${below(1 + below(WORDS))}`;
  const text = (length: number) => Array.from({ length }, word).join(" ");
  const db = openWritable(join(folder, `${seed}.db`));
  db.exec(SCHEMA);
  const insert = db.prepare(
    `INSERT INTO ${FOLDED_TABLE} (rowid, title, body) VALUES (CAST(? AS INTEGER), ?, ?)`,
  );
  const remove = db.prepare(
    `INSERT INTO ${FOLDED_TABLE} (${FOLDED_TABLE}, rowid, title, body)
     VALUES ('delete', CAST(? AS INTEGER), ?, ?)`,
  );
  const rows = Array.from({ length: ROWS }, (_, i) => {
    const row = i + 1;
    return [row, text(below(6)), text(below(row % 50 === 0 ? 400 : 40))] as const;
  });
  db.exec("BEGIN");
  for (const values of rows) insert.run(...values);
  for (const values of rows) if (values[0] % 9 === 0) remove.run(...values);
  db.exec("COMMIT");
  return { db, below, word };
}

it.each([1, 2, 3])("finds and scores as FTS5 does, collection %i", (seed) => {
  const { db, below, word } = table(seed);
  db.exec("CREATE TABLE gone (row INTEGER PRIMARY KEY); INSERT INTO gone VALUES (7), (8), (500)");
  const words = lexical(db, true, "main", "SELECT row FROM gone");
  const large = listedLexical(
    words,
    new PostingLists(FOLDED_TABLE),
    db,
    "main",
    new Set([7, 8, 500]),
  );
  for (let question = 0; question < 60; question++) {
    const terms = Array.from({ length: 1 + below(9) }, word);
    if (question % 10 === 0) terms.push("w1 w2", "nowhere", '"');
    const weights = { title: 1 + below(3), body: 1 };
    const k = 1 + below(80);
    const right = words.search(terms, k, weights);
    const found = large.search(terms, k, weights);
    expect(found.length).toBe(right.length);
    found.forEach(({ score }, i) => {
      expect(score).toBeCloseTo(right[i]!.score, 9);
    });
    // Only rows that weigh the same to the last digits may change places.
    const last = right.at(-1)?.score ?? 0;
    const sure = (hits: typeof right) =>
      hits
        .filter(({ score }) => score > last + 1e-9)
        .map(({ row }) => row)
        .sort((a, b) => a - b);
    expect(sure(found)).toEqual(sure(right));
  }
  expect(large.search(["w1"], 0)).toEqual([]);
  expect(large.search([], 5)).toEqual([]);
  db.close();
});

it("keeps the highest scores, lower rows first among equal ones", () => {
  const below = numbers(9);
  const scores = Float64Array.from({ length: 500 }, () => below(40));
  const right = [...scores]
    .map((score, row) => ({ row, score }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.row - b.row);
  for (const k of [1, 7, 120, 1000]) expect(topHits(scores, k)).toEqual(right.slice(0, k));
});
