import { anyOf, DEFAULT_WEIGHTS, type Lexical, lexical, usableTerms } from "./lexical.ts";
import { FOLDED_TABLE, MARKED_TABLE } from "./schema.ts";
import type { Sqlite } from "./sqlite.ts";
import type { Hit } from "./types.ts";

/** FTS5's own constants of BM25, and its least weight of a term. */
const K1 = 1.2;
const B = 0.75;
const LEAST_IDF = 1e-6;
/** Added chunks that are scored; more hold a term of the question only where thousands were added. */
const MAX_SCORED = 500;

/** How often a term, or several words standing together, occur in words parted by spaces. */
function occurrences(padded: string, term: string): number {
  let count = 0;
  for (let at = padded.indexOf(` ${term} `); at >= 0; count++) {
    at = padded.indexOf(` ${term} `, at + term.length + 1);
  }
  return count;
}

const wordCount = (padded: string) => padded.split(" ").length - 2;

/**
 * Full text of a base and its changes (`changes.ts`). FTS5 weighs words by the table they stand in, and the
 * few added chunks would make every word of theirs a common one: they are scored with the base's weights.
 */
export function layeredLexical(db: Sqlite, folded: boolean): Lexical {
  const table = folded ? FOLDED_TABLE : MARKED_TABLE;
  const base = lexical(db, folded, "base", "SELECT row FROM main.removed_chunks");
  const added = lexical(db, folded);
  const one = (sql: string, ...values: string[]) =>
    (db.prepare(sql).get(...values)?.[0] as number | null) ?? 0;
  let sizes: { readonly chunks: number; readonly averageWords: number } | null = null;
  // The vocabulary is read when an added chunk is first found, and not before.
  const baseSizes = () => {
    if (sizes !== null) return sizes;
    const chunks = Math.max(1, one("SELECT count(*) FROM base.chunks"));
    const words = one(`SELECT sum(cnt) FROM base.${table}_vocab`);
    sizes = { chunks, averageWords: Math.max(1, words / chunks) };
    return sizes;
  };
  const idf = (term: string) => {
    const { chunks } = baseSizes();
    const found = term.includes(" ")
      ? one(`SELECT count(*) FROM base.${table} WHERE ${table} MATCH ?`, `"${term}"`)
      : base.documentFrequency([term]).get(term)!;
    return Math.max(LEAST_IDF, Math.log((chunks - found + 0.5) / (found + 0.5)));
  };
  const candidates = db.prepare(
    `SELECT rowid, title, body FROM main.${table} WHERE ${table} MATCH ? ORDER BY rank LIMIT ?`,
  );

  function searchAdded(terms: readonly string[], weights: typeof DEFAULT_WEIGHTS): Hit[] {
    const query = anyOf(terms);
    if (query === null) return [];
    const rows = candidates.all(query, MAX_SCORED);
    if (rows.length === 0) return [];
    const weighed = usableTerms(terms).map((term) => ({ term, idf: idf(term) }));
    return rows.map(([row, ...columns]) => {
      const [title, body] = columns.map((column) => ` ${column} `) as [string, string];
      const length = wordCount(title) + wordCount(body);
      const norm = K1 * (1 - B + (B * length) / baseSizes().averageWords);
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
