/** FTS5's own constants of BM25, and its least weight of a term (fts5_aux.c). */
export const K1 = 1.2;
export const B = 0.75;
const LEAST_IDF = 1e-6;

/** FTS5's weight of a term that stands in `found` of `rows` rows. */
export function idfOf(rows: number, found: number): number {
  return Math.max(LEAST_IDF, Math.log((rows - found + 0.5) / (found + 0.5)));
}

/** What the length of a row adds to the times that a term stands in it. */
export function lengthNorm(words: number, averageWords: number): number {
  return K1 * (1 - B + (B * words) / averageWords);
}
