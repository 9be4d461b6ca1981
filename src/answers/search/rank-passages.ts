import { linearScore } from "./features.ts";
import type { RankedSentence } from "./rank-sentences.ts";
import type { RetrievedChunk } from "./retrieve.ts";
import { bestSentenceSimilarity, chunkSimilarity } from "./word-overlap.ts";

/** What a passage is ranked by, in the order of the numbers. */
export const PASSAGE_FEATURES = [
  "lexical",
  "article",
  "cosine",
  "late",
  "lateSentence",
  "meaning",
  "meaningSentence",
  "pairs",
  "bestCosine",
  "bestSentence",
] as const;

/** The best of a passage's sentences: as an answer by its score, and by its cosine to the question. */
interface BestOfPassage {
  readonly score: number;
  readonly cosine: number;
}

/** The best of each passage that sentences were read of. */
export function bestOfPassages(
  sentences: readonly Pick<RankedSentence, "found" | "score" | "cosine">[],
): Map<RetrievedChunk, BestOfPassage> {
  const best = new Map<RetrievedChunk, BestOfPassage>();
  for (const { found, score, cosine } of sentences) {
    const known = best.get(found);
    best.set(found, {
      score: Math.max(known?.score ?? score, score),
      cosine: Math.max(known?.cosine ?? cosine, cosine),
    });
  }
  return best;
}

/** The numbers of one passage. */
export function passageFeatures(found: RetrievedChunk, best: BestOfPassage): number[] {
  return [
    found.lexical,
    found.article,
    found.cosine,
    found.late,
    found.tokens ? bestSentenceSimilarity(found.tokens) : 0,
    found.meanings ? chunkSimilarity(found.meanings) : 0,
    found.meanings ? bestSentenceSimilarity(found.meanings) : 0,
    found.body.pairs,
    best.cosine,
    best.score,
  ];
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
  const best = bestOfPassages(sentences);
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
    const { articleId } = passage.found.chunk;
    const count = (taken.get(articleId) ?? 0) + 1;
    taken.set(articleId, count);
    (count <= PER_ARTICLE ? first : later).push(passage);
  }
  return [...first, ...later];
}
