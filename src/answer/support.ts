import { coverage } from "../retrieval/overlap.ts";
import type { QueryModel } from "../retrieval/query-model.ts";
import type { ReadCache } from "../retrieval/read-cache.ts";
import type { RankedSentence } from "./rank-sentences.ts";

/** What the confidence of an answer is computed from, in the order of the numbers. */
export const SUPPORT_FEATURES = [
  "coverage",
  "wideCoverage",
  "chunkCoverage",
  "articleCoverage",
  "nameCoverage",
  "rarestMissing",
  "candidate",
  "proximity",
  "focus",
  "focusMissing",
  "late",
  "sentenceCosine",
  "chunkCosine",
  "score",
  "margin",
  "words",
] as const;

/** Sentences compared for the margin. */
const RUNNERS_UP = 10;

/** What speaks for the best sentence being an answer at all; numbers in the order of `SUPPORT_FEATURES`. */
export function supportFeatures(
  query: QueryModel,
  ranked: readonly RankedSentence[],
  cache: ReadCache,
): number[] {
  const best = ranked[0];
  if (best === undefined) return SUPPORT_FEATURES.map(() => 0);
  const { evidence, found } = best;
  const { title, body, chunk } = found;
  const articleWords = cache.words(chunk.row.articleId).counts;
  const inArticle = query.terms.map((term) => (articleWords.has(term.folded) ? 1 : 0));
  const inChunk = query.terms.map((_, i) => Math.max(body.matches[i]!, title.matches[i]!));
  const largest = Math.max(...query.terms.map((term) => term.idf), 1e-9);
  let rarestMissing = 0;
  let names = 0;
  let namesFound = 0;
  query.terms.forEach((term, i) => {
    if (inArticle[i] === 0) rarestMissing = Math.max(rarestMissing, term.idf / largest);
    if (!term.name) return;
    names += term.idf;
    namesFound += term.idf * inArticle[i]!;
  });
  const { focus } = query.question;
  const focusInArticle = focus.filter((word) => articleWords.has(word)).length;
  const rival = ranked
    .slice(1, RUNNERS_UP)
    .find((other) => other.found.chunk.row.articleId !== chunk.row.articleId);
  return [
    evidence.coverage,
    evidence.wideCoverage,
    coverage(query, inChunk),
    coverage(query, inArticle),
    names > 0 ? namesFound / names : 1,
    rarestMissing,
    evidence.candidate ? 1 : 0,
    evidence.proximity,
    evidence.focus,
    focus.length > 0 ? 1 - focusInArticle / focus.length : 0,
    found.late,
    best.features[10]!,
    found.cosine,
    best.score,
    rival ? best.score - rival.score : 2,
    Math.log1p(query.terms.length),
  ];
}
