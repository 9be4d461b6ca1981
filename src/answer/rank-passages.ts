import type { RetrievedChunk } from "../retrieval/retrieve.ts";
import { linearScore } from "./calibration.ts";
import type { RankedSentence } from "./rank-sentences.ts";

/** What a passage is ranked by, in the order of the numbers. */
export const PASSAGE_FEATURES = [
  "lexical",
  "article",
  "cosine",
  "late",
  "pairs",
  "bestSentence",
] as const;

/** The numbers of one passage; `bestSentence` is the score of its best sentence as an answer. */
export function passageFeatures(found: RetrievedChunk, bestSentence: number): number[] {
  return [found.lexical, found.article, found.cosine, found.late, found.body.pairs, bestSentence];
}

/** Passages of one article that may stand before other articles' passages. */
const PER_ARTICLE = 3;

/**
 * Orders passages by what speaks for them as a whole and by their best sentence; those whose sentences
 * were not read come last. One article does not fill the top of the list.
 */
export function rankPassages(
  chunks: readonly RetrievedChunk[],
  sentences: readonly RankedSentence[],
  weights: readonly number[],
): { found: RetrievedChunk; score: number }[] {
  const best = new Map<RetrievedChunk, number>();
  for (const { found, score } of sentences)
    best.set(found, Math.max(best.get(found) ?? Number.NEGATIVE_INFINITY, score));
  const read = chunks
    .filter((found) => best.has(found))
    .map((found) => ({
      found,
      score: linearScore(0, weights, passageFeatures(found, best.get(found)!)),
    }))
    .sort((a, b) => b.score - a.score);
  const floor = read.at(-1)?.score ?? 0;
  const unread = chunks
    .filter((found) => !best.has(found))
    .map((found, i) => ({ found, score: floor - (i + 1) * 1e-3 }));
  const taken = new Map<string, number>();
  const first: typeof read = [];
  const later: typeof read = [];
  for (const passage of [...read, ...unread]) {
    const { articleId } = passage.found.chunk.row;
    const count = (taken.get(articleId) ?? 0) + 1;
    taken.set(articleId, count);
    (count <= PER_ARTICLE ? first : later).push(passage);
  }
  return [...first, ...later];
}
