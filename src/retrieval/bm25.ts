import type { ArticleWords } from "./article-words.ts";
import type { Overlap } from "./overlap.ts";
import type { QueryModel } from "./query-model.ts";

/** Okapi BM25's usual constants (Robertson & Zaragoza 2009). */
const K1 = 1.2;
const B = 0.75;
/** Weight of a word pair standing together beside single words; measured on the development sets. */
const PAIR_WEIGHT = 0.4;

function saturate(count: number, length: number, averageLength: number): number {
  return (count * (K1 + 1)) / (count + K1 * (1 - B + (B * length) / averageLength));
}

/**
 * BM25 of one text from its overlap with the question, divided by the question's whole weight, so that
 * questions of different lengths compare. About 0 to 1.6.
 */
export function textScore(
  query: QueryModel,
  found: Overlap,
  length: number,
  averageLength: number,
): number {
  let sum = 0;
  query.terms.forEach((term, i) => {
    const match = found.matches[i]!;
    if (match > 0)
      sum += term.idf * match * saturate(found.positions[i]!.length, length, averageLength);
  });
  return (sum + PAIR_WEIGHT * found.pairs * query.totalPairIdf) / query.totalIdf;
}

/** The same for a whole article, whose marks are ignored. */
export function articleScore(
  query: QueryModel,
  words: ArticleWords,
  averageLength: number,
): number {
  let sum = 0;
  query.terms.forEach((term, i) => {
    const count = words.count(term.folded);
    if (count === 0) return;
    sum += term.idf * saturate(count, words.length, averageLength);
    const before = query.terms[i - 1];
    if (term.pairIdf > 0 && before && words.has(`${before.folded} ${term.folded}`))
      sum += PAIR_WEIGHT * term.pairIdf;
  });
  return sum / query.totalIdf;
}
