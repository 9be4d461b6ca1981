import { LRUCache } from "lru-cache";
import { readOnce } from "../../language/text/index.ts";
import type { Hit, LexicalWeights } from "../../model/index.ts";
import type { Postgres, PostgresSession } from "../../storage/postgres/index.ts";
import {
  DEFAULT_WEIGHTS,
  idfOf,
  K1,
  type Lexical,
  lengthNorm,
  usableTerms,
} from "../read/lexical.ts";
import { topHits } from "../read/listed-lexical.ts";

/** Memory for lists, in bytes: those of some hundred common words among 100,000 chunks. */
const CACHED_BYTES = 80e6;
/** Of an empty list in memory, about. */
const LIST_BYTES = 200;
/** Its words are found by GIN indexes over `tsvector`s that are filled with the terms of `language/` (`termVector`). */
const TABLE = "chunk_words";

/** The chunks that hold a term, ascending, and how often in each. */
interface Postings {
  readonly rows: Int32Array;
  readonly inTitle: Uint8Array;
  readonly inBody: Uint8Array;
}

const NO_POSTINGS: Postings = {
  rows: new Int32Array(),
  inTitle: new Uint8Array(),
  inBody: new Uint8Array(),
};

/** Limits of the server: positions of a `tsvector`, bytes of a word. */
const LAST_PLACE = 16_383;
const MOST_BYTES = 2_046;
/** Times beyond it are not counted, as the server keeps no more places of a word. */
const MOST_TIMES = 255;

/**
 * What stands where in a chunk, as the text of a `tsvector`: no dictionary of the server has a part in it. Places in
 * the title have the weight A; a place is left out behind it, so that no phrase goes over its end.
 *
 * @param title Words parted by single spaces, as those of `body`.
 */
export function termVector(title: string, body: string): string {
  const places = new Map<string, string[]>();
  let place = 0;
  const add = (words: string, weight: string) => {
    for (const word of words.split(" ")) {
      if (word === "" || ++place > LAST_PLACE) continue;
      const known = places.get(word);
      if (known) known.push(`${place}${weight}`);
      else places.set(word, [`${place}${weight}`]);
    }
  };
  add(title, "A");
  place++;
  add(body, "");
  return [...places]
    .filter(([word]) => Buffer.byteLength(word) <= MOST_BYTES)
    .map(([word, at]) => `${quoted(word)}:${at.join(",")}`)
    .join(" ");
}

const quoted = (word: string) => `'${word.replace(/['\\]/gu, "$&$&")}'`;

/** A word, or several that must stand behind each other, as the text of a `tsquery`. */
const termQuery = (term: string) => term.split(" ").map(quoted).join(" <-> ");

/** In the place of a rank: the times in the text, and behind the point 1/1024 for each time in the title. */
const TIMES = "ts_rank_cd('{1, 1, 1, 0.0009765625}'";
const TITLE_UNIT = 1024;

/** Reads eight bytes a chunk: its row, and what `TIMES` says. */
function postingsOf(bytes: Uint8Array): Postings {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = bytes.byteLength / 8;
  const list = {
    rows: new Int32Array(count),
    inTitle: new Uint8Array(count),
    inBody: new Uint8Array(count),
  };
  for (let i = 0; i < count; i++) {
    const times = view.getFloat32(i * 8 + 4);
    list.rows[i] = view.getInt32(i * 8);
    list.inBody[i] = Math.min(MOST_TIMES, Math.floor(times));
    list.inTitle[i] = Math.round((times - Math.floor(times)) * TITLE_UNIT);
  }
  return list;
}

interface CachedList {
  readonly list: Postings;
  /** What was published up to this generation is in it. */
  readonly upTo: number;
}

/**
 * Lists of terms that were read, of one database: generations share them, and read what was added since. Rows are
 * never numbered again, so that those that are gone do no harm in them.
 */
export class ListCache {
  readonly #lists = new LRUCache<string, CachedList>({
    maxSize: CACHED_BYTES,
    sizeCalculation: ({ list }) => LIST_BYTES + list.rows.length * 6,
  });

  /** The lists of terms, each as of a generation or a later one. */
  read(
    database: Postgres,
    generation: number,
    folded: boolean,
    terms: readonly string[],
  ): Map<string, Postings> {
    const column = folded ? "folded" : "marked";
    const keyOf = (term: string) => column + term;
    const found = new Map<string, Postings>();
    const missing: { term: string; upTo: number; list: Postings }[] = [];
    for (const term of terms) {
      const { list = NO_POSTINGS, upTo = 0 } = this.#lists.get(keyOf(term)) ?? {};
      if (upTo >= generation) found.set(term, list);
      else missing.push({ term, upTo, list });
    }
    if (missing.length === 0) return found;
    const answers = database.batch(
      missing.map(({ term, upTo }) => ({
        sql: `SELECT string_agg(int4send("row") || float4send(${TIMES}, ${column}, $1::tsquery)), ''::bytea ORDER BY "row")
              FROM ${TABLE} WHERE ${column} @@ $1::tsquery AND born > $2 AND born <= $3`,
        values: [termQuery(term), upTo, generation],
      })),
    );
    for (const [i, { term, list }] of missing.entries()) {
      const bytes = answers[i]![0]![0] as Uint8Array | null;
      const both = bytes === null ? list : joined(list, postingsOf(bytes));
      this.#lists.set(keyOf(term), { list: both, upTo: generation });
      found.set(term, both);
    }
    return found;
  }
}

function concat<T extends Int32Array | Uint8Array>(one: T, other: T, both: T): T {
  both.set(one);
  both.set(other, one.length);
  return both;
}

/** @param other Of higher rows. */
function joined(one: Postings, other: Postings): Postings {
  const length = one.rows.length + other.rows.length;
  return {
    rows: concat(one.rows, other.rows, new Int32Array(length)),
    inTitle: concat(one.inTitle, other.inTitle, new Uint8Array(length)),
    inBody: concat(one.inBody, other.inBody, new Uint8Array(length)),
  };
}

/** Makes the indexes where there are none: over filled columns they are built at once. What waits to be put into them is put there. */
export async function indexWords(session: PostgresSession): Promise<void> {
  for (const column of ["marked", "folded"]) {
    const name = `${TABLE}_${column}`;
    await session.query(`CREATE INDEX IF NOT EXISTS ${name} ON ${TABLE} USING gin (${column})`);
    await session.query("SELECT gin_clean_pending_list($1::regclass)", [name]);
  }
}

/** What BM25 knows of the chunks of one generation: their number, and `lengthNorm` of each, from the lowest row on; 0: it is none of them. */
interface Lengths {
  readonly rows: number;
  readonly lowest: number;
  readonly norms: Float64Array;
}

/** @param lengths Words of each chunk of the generation, by row. */
export function lengthsOf(lengths: readonly (readonly [row: number, words: number])[]): Lengths {
  const total = lengths.reduce((sum, [, words]) => sum + words, 0);
  // As FTS5 has it.
  const average = Math.max(1, total / Math.max(1, lengths.length));
  let lowest = lengths[0]?.[0] ?? 0;
  let highest = lowest;
  for (const [row] of lengths) {
    lowest = Math.min(lowest, row);
    highest = Math.max(highest, row);
  }
  const norms = new Float64Array(highest - lowest + 1);
  for (const [row, words] of lengths) norms[row - lowest] = lengthNorm(words, average);
  return { rows: lengths.length, lowest, norms };
}

/**
 * Finds chunks of one generation by their words, with FTS5's formula and the same scores. The server finds which hold a
 * term and how often; they are scored here, and what it found is kept: the words of Vietnamese are syllables, of which
 * a question has ten and each stands in a third of all chunks, so that to find them anew for each question would read
 * nearly every chunk.
 *
 * @param read Lists of terms, which may have rows that are none of the generation.
 */
export function postgresWords(
  { rows: count, lowest, norms }: Lengths,
  read: (terms: readonly string[]) => Map<string, Postings>,
): Lexical {
  const scores = new Float64Array(norms.length);
  const isOf = (row: number) => (norms[row - lowest] ?? 0) > 0;
  const frequencyOf = readOnce((list: Postings) => {
    let found = 0;
    for (const row of list.rows) if (isOf(row)) found++;
    return found;
  });

  return {
    search(terms: readonly string[], k: number, weights: LexicalWeights = DEFAULT_WEIGHTS): Hit[] {
      if (k < 1) return [];
      scores.fill(0);
      for (const list of read(usableTerms(terms)).values()) {
        const idf = idfOf(count, frequencyOf(list));
        for (let i = 0; i < list.rows.length; i++) {
          const at = list.rows[i]! - lowest;
          const norm = norms[at] ?? 0;
          // Not of this generation.
          if (norm === 0) continue;
          const times = weights.title * list.inTitle[i]! + weights.body * list.inBody[i]!;
          scores[at]! += (idf * times * (K1 + 1)) / (times + norm);
        }
      }
      return topHits(scores, Math.floor(k)).map(({ row, score }) => ({ row: row + lowest, score }));
    },
    documentFrequency(terms) {
      const words = usableTerms(terms, terms.length).filter((term) => !term.includes(" "));
      const lists = read(words);
      return new Map(terms.map((term) => [term, frequencyOf(lists.get(term) ?? NO_POSTINGS)]));
    },
  };
}
