import { LRUCache } from "lru-cache";
import { lengthNorm } from "./bm25-constants.ts";
import { fullTextSizes, varints } from "./full-text-sizes.ts";
import type { Sqlite } from "./sqlite.ts";

/** Memory for the lists of one table, in bytes: those of the 300 most common words among 100,000 chunks. */
const CACHED_BYTES = 40e6;
/** Of an empty list in memory, about. */
const LIST_BYTES = 200;
const ZERO = "0".charCodeAt(0);
const SPACE = " ".charCodeAt(0);
const MOST_TIMES = 255;

/** The rows that hold a term, ascending, and how often in each. */
export interface Postings {
  readonly rows: Int32Array;
  readonly inTitle: Uint8Array;
  readonly inBody: Uint8Array;
}

/** Reads `2 * row + (in the title ? 1 : 0)` for every place of a term, ascending by row. */
function postingsOf(places: string): Postings {
  const rows: number[] = [];
  const inTitle: number[] = [];
  const inBody: number[] = [];
  let value = 0;
  const take = () => {
    const row = value >> 1;
    if (rows.at(-1) !== row) {
      rows.push(row);
      inTitle.push(0);
      inBody.push(0);
    }
    const times = value & 1 ? inTitle : inBody;
    const last = times.length - 1;
    times[last] = Math.min(MOST_TIMES, times[last]! + 1);
    value = 0;
  };
  for (let i = 0; i < places.length; i++) {
    const code = places.charCodeAt(i);
    if (code === SPACE) take();
    else value = value * 10 + code - ZERO;
  }
  if (places !== "") take();
  return {
    rows: Int32Array.from(rows),
    inTitle: Uint8Array.from(inTitle),
    inBody: Uint8Array.from(inBody),
  };
}

/**
 * Where words stand in one full-text table that nobody changes any more, in memory: lists of common words
 * are read once and not for every question. Belongs to a file, not to a connection.
 */
export class PostingLists {
  readonly #table: string;
  readonly #lists = new LRUCache<string, Postings>({
    maxSize: CACHED_BYTES,
    sizeCalculation: ({ rows }) => LIST_BYTES + rows.length * 6,
  });
  #sizes: { readonly rows: number; readonly norms: Float64Array } | null = null;

  constructor(table: string) {
    this.#table = table;
  }

  /** The list of a term, of a connection that shows the table in `schema`. */
  of(db: Sqlite, schema: string, term: string): Postings {
    const known = this.#lists.get(term);
    if (known) return known;
    const name = `temp.${this.#table}_places`;
    db.exec(
      `CREATE VIRTUAL TABLE IF NOT EXISTS ${name} USING fts5vocab(${schema}, ${this.#table}, instance)`,
    );
    const places = db
      .prepare(`SELECT group_concat(doc * 2 + (col = 'title'), ' ') FROM ${name} WHERE term = ?`)
      .get(term)?.[0] as string | null;
    const list = postingsOf(places ?? "");
    this.#lists.set(term, list);
    return list;
  }

  /** Number of rows of the table, and `lengthNorm` of each by its number. */
  sizes(db: Sqlite, schema: string): { readonly rows: number; readonly norms: Float64Array } {
    if (this.#sizes) return this.#sizes;
    const { rows, averageWords } = fullTextSizes(db, schema, this.#table);
    const found = db
      .prepare(`SELECT id, sz FROM ${schema}.${this.#table}_docsize ORDER BY id`)
      .all();
    const norms = new Float64Array(((found.at(-1)?.[0] as number | undefined) ?? 0) + 1);
    for (const [row, sizes] of found) {
      const words = varints(sizes as Uint8Array).reduce((sum, count) => sum + count, 0);
      norms[row as number] = lengthNorm(words, averageWords);
    }
    this.#sizes = { rows, norms };
    return this.#sizes;
  }
}
