import { occurrences } from "../../language/text/index.ts";
import type { Hit, LexicalWeights } from "../../model/index.ts";
import type { Sqlite } from "../../storage/index.ts";
import { FOLDED_TABLE, MARKED_TABLE } from "../files/schema.ts";
import { StoredWords } from "../files/stored-words.ts";

/** Words, or several words that must stand together, parted by single spaces. */
const TERM = /^[\p{L}\p{M}\p{N}]+(?: [\p{L}\p{M}\p{N}]+)*$/u;
/** Longer questions are noise; FTS5's expressions have a limit too. */
const MAX_TERMS = 64;
/** A title says what an article is about: its words weigh double. */
export const DEFAULT_WEIGHTS: LexicalWeights = { title: 2, body: 1 };
/** Document frequencies kept in memory; the words of some thousand articles. */
const CACHED_FREQUENCIES = 50_000;

/** Finds chunks by their words. */
export interface Lexical {
  search(terms: readonly string[], k: number, weights?: LexicalWeights): Hit[];
  documentFrequency(terms: readonly string[]): Map<string, number>;
}

/** The terms that can be looked up, each once. */
export function usableTerms(terms: readonly string[], most = MAX_TERMS): string[] {
  return [...new Set(terms)].filter((term) => TERM.test(term)).slice(0, most);
}

/** An FTS5 query for any of the terms; null where none is left that can be looked up. */
function anyOf(terms: readonly string[]): string | null {
  const usable = usableTerms(terms);
  return usable.length === 0 ? null : usable.map((term) => `"${term}"`).join(" OR ");
}

/**
 * @param folded Whether to look among folded or among marked text.
 * @param removed A query for rows to leave out.
 */
export function lexical(db: Sqlite, folded: boolean, schema = "main", removed?: string): Lexical {
  const table = folded ? FOLDED_TABLE : MARKED_TABLE;
  const find = db.prepare(
    `SELECT rowid, bm25(${table}, ?, ?) AS badness FROM ${schema}.${table}
     WHERE ${table} MATCH ? ${removed ? `AND rowid NOT IN (${removed})` : ""}
     ORDER BY badness, rowid LIMIT ?`,
  );
  const frequency = db.prepare(`SELECT doc FROM ${schema}.${table}_vocab WHERE term = ?`);
  const cache = new Map<string, number>();
  const lookUp = (term: string): number => {
    const known = cache.get(term);
    if (known !== undefined) return known;
    const found = (frequency.get(term)?.[0] as number | undefined) ?? 0;
    if (cache.size >= CACHED_FREQUENCIES) cache.clear();
    cache.set(term, found);
    return found;
  };
  return {
    search(terms, k, weights = DEFAULT_WEIGHTS) {
      const query = anyOf(terms);
      if (query === null || k < 1) return [];
      const rows = find.all(weights.title, weights.body, query, Math.floor(k));
      return rows.map(([row, badness]) => ({ row: row as number, score: -(badness as number) }));
    },
    documentFrequency: (terms) => new Map(terms.map((term) => [term, lookUp(term)])),
  };
}

/** Added chunks that are scored; more hold a term of the question only where thousands were added. */
const MAX_SCORED = 500;

const wordCount = (padded: string) => padded.split(" ").length - 2;

/**
 * Full text of a base and its changes (`changes.ts`). FTS5 weighs words by the table they stand in, and the
 * few added chunks would make every word of theirs a common one: they are scored with the base's weights.
 *
 * @param base The full text of the base, without what was removed.
 */
export function layeredLexical(db: Sqlite, folded: boolean, base: Lexical): Lexical {
  const table = folded ? FOLDED_TABLE : MARKED_TABLE;
  const added = lexical(db, folded);
  const holding = db.prepare(`SELECT count(*) FROM base.${table} WHERE ${table} MATCH ?`);
  let known: FullTextSizes | null = null;
  const sizes = () => (known ??= fullTextSizes(db, "base", table));
  const idf = (term: string) => {
    const found = term.includes(" ")
      ? (holding.get(`"${term}"`)?.[0] as number)
      : base.documentFrequency([term]).get(term)!;
    return idfOf(sizes().rows, found);
  };
  const candidates = db.prepare(
    `SELECT rowid FROM main.${table} WHERE ${table} MATCH ? ORDER BY rank LIMIT ?`,
  );
  const stored = db.prepare(
    `SELECT a.words, c.words FROM main.chunks c JOIN main.articles a ON a.id = c.article_id
     WHERE c.row = ?`,
  );
  let words: StoredWords | null = null;
  const texts = (row: number) => {
    words ??= StoredWords.of(db);
    const dictionary = words;
    return stored.get(row)!.map((packed) => {
      const blob = packed as Uint8Array;
      return ` ${folded ? dictionary.folded(blob) : dictionary.marked(blob)} `;
    }) as [title: string, body: string];
  };

  function searchAdded(terms: readonly string[], weights: typeof DEFAULT_WEIGHTS): Hit[] {
    const query = anyOf(terms);
    if (query === null) return [];
    const rows = candidates.all(query, MAX_SCORED);
    if (rows.length === 0) return [];
    const weighed = usableTerms(terms).map((term) => ({ term, idf: idf(term) }));
    return rows.map(([row]) => {
      const [title, body] = texts(row as number);
      const length = wordCount(title) + wordCount(body);
      const norm = lengthNorm(length, sizes().averageWords);
      let score = 0;
      for (const { term, idf } of weighed) {
        const count =
          weights.title * occurrences(title, term) + weights.body * occurrences(body, term);
        score += (idf * count * (K1 + 1)) / (count + norm);
      }
      return { row: row as number, score };
    });
  }

  return {
    search(terms, k, weights = DEFAULT_WEIGHTS) {
      if (k < 1) return [];
      return [...base.search(terms, k, weights), ...searchAdded(terms, weights)]
        .sort((a, b) => b.score - a.score || a.row - b.row)
        .slice(0, Math.floor(k));
    },
    /** What is gone still counts: fewer than a tenth of the chunks, until the parts are made one. */
    documentFrequency(terms) {
      const counts = added.documentFrequency(terms);
      return new Map(
        [...base.documentFrequency(terms)].map(([term, n]) => [term, n + counts.get(term)!]),
      );
    },
  };
}

/** FTS5's own constants of BM25, and its least weight of a term (fts5_aux.c). */
export const K1 = 1.2;

const B = 0.75;

const LEAST_IDF = 1e-6;

/** FTS5's weight of a term that stands in `found` of `rows` rows. */
export function idfOf(rows: number, found: number): number {
  return Math.max(LEAST_IDF, Math.log((rows - found + 0.5) / (found + 0.5)));
}

/** What the length of a row adds to the times that a term stands in it. */
export function lengthNorm(words: number, averageWords: number): number {
  return K1 * (1 - B + (B * words) / averageWords);
}

/** Where FTS5 keeps the totals of a table (fts5_index.c, FTS5_AVERAGES_ROWID). */
const TOTALS_ROW = 1;

/** SQLite's numbers of variable length, below 2^56: seven bits a byte, the first ones highest. */
export function varints(bytes: Uint8Array): number[] {
  const found: number[] = [];
  let value = 0;
  for (const byte of bytes) {
    value = value * 128 + (byte & 127);
    if (byte < 128) {
      found.push(value);
      value = 0;
    }
  }
  return found;
}

/** What BM25 knows of a full-text table as a whole. */
interface FullTextSizes {
  readonly rows: number;
  /** Words of an average row, all columns together; at least 1. */
  readonly averageWords: number;
}

/** The totals that FTS5 itself scores by, in one read. */
export function fullTextSizes(db: Sqlite, schema: string, table: string): FullTextSizes {
  const read = db.prepare(`SELECT block FROM ${schema}.${table}_data WHERE id = ?`);
  const [rows = 0, ...columns] = varints((read.get(TOTALS_ROW)?.[0] as Uint8Array) ?? []);
  const words = columns.reduce((sum, count) => sum + count, 0);
  return { rows, averageWords: Math.max(1, words / Math.max(1, rows)) };
}
