import { LRUCache } from "lru-cache";
import type { Hit, LexicalWeights } from "../../model/index.ts";
import type { Postgres } from "../../storage/postgres/index.ts";
import { topHits } from "../read/large-lexical.ts";
import {
  DEFAULT_WEIGHTS,
  idfOf,
  K1,
  type Lexical,
  lengthNorm,
  usableTerms,
} from "../read/lexical.ts";
import { NO_POSTINGS, type Postings, phrasePostings, unpackPostings } from "./postings.ts";

/** Memory for lists, in bytes: those of some hundred common words among 100,000 chunks. */
const CACHED_BYTES = 80e6;
/** Of an empty list in memory, about. */
const LIST_BYTES = 200;

/** A generation, and since which one its lists of words were written. */
interface ListsOf {
  readonly generation: number;
  readonly wordsSince: number;
}

interface CachedList {
  readonly list: Postings;
  /** Parts up to this generation are in it. */
  readonly upTo: number;
}

/**
 * Lists of words that were read, of one database: generations share them, and read what was added since. Rows that are
 * gone stay in them until the lists are written anew.
 */
export class ListCache {
  #since = 0;
  readonly #lists = new LRUCache<string, CachedList>({
    maxSize: CACHED_BYTES,
    sizeCalculation: ({ list }) => LIST_BYTES + list.rows.length * 6 + list.places.length * 2,
  });

  /** The lists of words, each as of a generation or a later one. */
  read(
    database: Postgres,
    { generation, wordsSince }: ListsOf,
    folded: boolean,
    words: readonly string[],
  ): Map<string, Postings> {
    // A list that was written anew cannot be told from what is added to the one before.
    if (wordsSince !== this.#since) this.#lists.clear();
    this.#since = wordsSince;
    const keyOf = (word: string) => (folded ? "f" : "m") + word;
    const found = new Map<string, Postings>();
    const missing: string[] = [];
    for (const word of words) {
      const cached = this.#lists.get(keyOf(word));
      if (cached !== undefined && cached.upTo >= generation) found.set(word, cached.list);
      else missing.push(word);
    }
    if (missing.length === 0) return found;
    const known = missing.map((word) => this.#lists.get(keyOf(word))?.upTo ?? 0);
    const rows = database.all(
      `SELECT q.term, p.entries
       FROM unnest($2::text[], $3::integer[]) AS q (term, up_to)
       JOIN postings p ON p.folded = $1 AND p.term = q.term AND p.born > q.up_to
       WHERE p.born <= $4 AND p.gone > $4 ORDER BY p.born, p.part`,
      [folded, missing, known, generation],
    );
    const parts = new Map<string, Uint8Array[]>();
    for (const [term, entries] of rows as [string, Uint8Array][]) {
      const list = parts.get(term);
      if (list) list.push(entries);
      else parts.set(term, [entries]);
    }
    for (const word of missing) {
      const before = this.#lists.get(keyOf(word))?.list ?? NO_POSTINGS;
      const list = joined(before, unpackPostings(parts.get(word) ?? []));
      this.#lists.set(keyOf(word), { list, upTo: generation });
      found.set(word, list);
    }
    return found;
  }
}

type Numbers = Int32Array | Uint8Array | Uint16Array;

function concat<T extends Numbers>(one: T, other: T, fresh: (length: number) => T): T {
  const both = fresh(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}

function joined(one: Postings, other: Postings): Postings {
  if (one.rows.length === 0) return other;
  if (other.rows.length === 0) return one;
  const bytes = (length: number) => new Uint8Array(length);
  return {
    rows: concat(one.rows, other.rows, (length) => new Int32Array(length)),
    inTitle: concat(one.inTitle, other.inTitle, bytes),
    inBody: concat(one.inBody, other.inBody, bytes),
    places: concat(one.places, other.places, (length) => new Uint16Array(length)),
  };
}

/** What BM25 knows of the chunks of one generation: their number, and `lengthNorm` of each by its row; 0: it is none of them. */
export interface Lengths {
  readonly rows: number;
  readonly norms: Float64Array;
}

/** @param lengths Words of each chunk of the generation, by row. */
export function lengthsOf(lengths: readonly (readonly [row: number, words: number])[]): Lengths {
  const total = lengths.reduce((sum, [, words]) => sum + words, 0);
  // As FTS5 has it.
  const average = Math.max(1, total / Math.max(1, lengths.length));
  const norms = new Float64Array(lengths.reduce((most, [row]) => Math.max(most, row), 0) + 1);
  for (const [row, words] of lengths) norms[row] = lengthNorm(words, average);
  return { rows: lengths.length, norms };
}

/**
 * Finds chunks of one generation by their words, with FTS5's formula and the same scores. The server only hands out
 * lists: words of Vietnamese are syllables, of which a question has ten and each stands in a third of all chunks, so
 * that a search there (GIN over `tsvector`) would read and score nearly every chunk for every question; a list in
 * memory costs some nanoseconds a chunk, and there are few syllables.
 *
 * @param read Lists of words, which may have rows that are none of the generation.
 */
export function postgresWords(
  { rows: count, norms }: Lengths,
  read: (words: readonly string[]) => Map<string, Postings>,
): Lexical {
  const scores = new Float64Array(norms.length);
  const frequencies = new WeakMap<Postings, number>();
  const frequencyOf = (list: Postings) => {
    let found = frequencies.get(list);
    if (found === undefined) {
      found = 0;
      for (const row of list.rows) if (norms[row]! > 0) found++;
      frequencies.set(list, found);
    }
    return found;
  };

  function listsOf(terms: readonly string[]): Postings[] {
    const lists = read([...new Set(terms.flatMap((term) => term.split(" ")))]);
    return terms.map((term) => {
      const words = term.split(" ");
      if (words.length === 1) return lists.get(term)!;
      return phrasePostings(words.map((word) => lists.get(word)!));
    });
  }

  return {
    search(terms: readonly string[], k: number, weights: LexicalWeights = DEFAULT_WEIGHTS): Hit[] {
      if (k < 1) return [];
      scores.fill(0);
      for (const list of listsOf(usableTerms(terms))) {
        const idf = idfOf(count, frequencyOf(list));
        for (let i = 0; i < list.rows.length; i++) {
          const row = list.rows[i]!;
          const norm = norms[row] ?? 0;
          // Not of this generation.
          if (norm === 0) continue;
          const times = weights.title * list.inTitle[i]! + weights.body * list.inBody[i]!;
          scores[row]! += (idf * times * (K1 + 1)) / (times + norm);
        }
      }
      return topHits(scores, Math.floor(k));
    },
    documentFrequency(terms) {
      const words = usableTerms(terms, terms.length).filter((term) => !term.includes(" "));
      const lists = read(words);
      return new Map(terms.map((term) => [term, frequencyOf(lists.get(term) ?? NO_POSTINGS)]));
    },
  };
}
