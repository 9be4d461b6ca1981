import { FOLDED_TABLE, MARKED_TABLE } from "./schema.ts";
import type { Sqlite } from "./sqlite.ts";
import type { Hit, LexicalWeights } from "./types.ts";

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

/** The terms that can be looked up. */
export function usableTerms(terms: readonly string[]): string[] {
  return [...new Set(terms)].filter((term) => TERM.test(term)).slice(0, MAX_TERMS);
}

/** An FTS5 query for any of the terms; null where none is left that can be looked up. */
export function anyOf(terms: readonly string[]): string | null {
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
