import { LRUCache } from "lru-cache";
import type { Hit } from "../../model/index.ts";
import type { Sqlite } from "../../storage/index.ts";
import { DB_FILE, type Manifest } from "../files/manifest.ts";
import { FOLDED_TABLE, MARKED_TABLE } from "../files/schema.ts";
import {
  DEFAULT_WEIGHTS,
  fullTextSizes,
  idfOf,
  K1,
  type Lexical,
  lengthNorm,
  usableTerms,
  varints,
} from "./lexical.ts";

/** Memory for the lists of one table, in bytes: those of the 300 most common words among 100,000 chunks. */
const CACHED_BYTES = 40e6;
/** Of an empty list in memory, about. */
const LIST_BYTES = 200;
const ZERO = "0".charCodeAt(0);
const SPACE = " ".charCodeAt(0);
const MOST_TIMES = 255;

/** The rows that hold a term, ascending, and how often in each. */
interface Postings {
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

/** More than are asked for are kept before they are sorted. */
const ROOM = 4;

/** The `k` rows with the highest scores above 0, best first, lower rows first among equal ones; the place is the row. */
export function topHits(scores: ArrayLike<number>, k: number): Hit[] {
  if (k < 1) return [];
  let kept: Hit[] = [];
  let least = 0;
  const best = () => kept.sort((a, b) => b.score - a.score || a.row - b.row).slice(0, k);
  for (let row = 0; row < scores.length; row++) {
    const score = scores[row]!;
    // Rows ascend: an equal score comes after those that are kept.
    if (score <= least) continue;
    kept.push({ row, score });
    if (kept.length < ROOM * k) continue;
    kept = best();
    least = kept[k - 1]!.score;
  }
  return best();
}

/**
 * The same answers as those of `words`, faster in a large table: FTS5 reads and scores every row that holds
 * any term of the question, about 1 µs each and again for every question. Here the lists of common words stay in memory,
 * and a row costs some nanoseconds. Several words that must stand together are left to FTS5.
 *
 * @param words FTS5's search of the same table.
 * @param removed Rows to leave out, those that `words` leaves out.
 */
export function listedLexical(
  words: Lexical,
  lists: PostingLists,
  db: Sqlite,
  schema = "main",
  removed: ReadonlySet<number> = new Set(),
): Lexical {
  let scores = new Float64Array();
  return {
    search(terms, k, weights = DEFAULT_WEIGHTS) {
      const usable = usableTerms(terms);
      if (usable.some((term) => term.includes(" "))) return words.search(terms, k, weights);
      const { rows, norms } = lists.sizes(db, schema);
      if (scores.length === norms.length) scores.fill(0);
      else scores = new Float64Array(norms.length);
      for (const term of usable) {
        const list = lists.of(db, schema, term);
        const idf = idfOf(rows, list.rows.length);
        for (let i = 0; i < list.rows.length; i++) {
          const row = list.rows[i]!;
          const count = weights.title * list.inTitle[i]! + weights.body * list.inBody[i]!;
          scores[row]! += (idf * count * (K1 + 1)) / (count + norms[row]!);
        }
      }
      for (const row of removed) scores[row] = 0;
      return topHits(scores, Math.floor(k));
    },
    documentFrequency: (terms) => words.documentFrequency(terms),
  };
}

/** The lists of both full-text tables of one database file. */
interface TableLists {
  readonly marked: PostingLists;
  readonly folded: PostingLists;
}

/** Lists in memory, by the SHA-256 of their file, for as long as a reader has them. */
const lists = new Map<string, WeakRef<TableLists>>();

/** Lists for readers: generations that only differ in their changes share those of their base. */
export function sharedLists(manifest: Manifest): TableLists {
  const key = manifest.files[DB_FILE].sha256;
  const known = lists.get(key)?.deref();
  if (known) return known;
  const fresh = { marked: new PostingLists(MARKED_TABLE), folded: new PostingLists(FOLDED_TABLE) };
  for (const [old, ref] of lists) if (ref.deref() === undefined) lists.delete(old);
  lists.set(key, new WeakRef(fresh));
  return fresh;
}
