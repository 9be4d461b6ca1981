import { occurrences } from "../text/occurrences.ts";
import { idfOf, K1, lengthNorm } from "./bm25-constants.ts";
import { type FullTextSizes, fullTextSizes } from "./full-text-sizes.ts";
import { anyOf, DEFAULT_WEIGHTS, type Lexical, lexical, usableTerms } from "./lexical.ts";
import { FOLDED_TABLE, MARKED_TABLE } from "./schema.ts";
import type { Sqlite } from "./sqlite.ts";
import type { Hit } from "./types.ts";

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
