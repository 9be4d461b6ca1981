/**
 * Finds passages and scores their sentences: two searches fused, features, calibration. A question and an index come
 * in, ranked passages and sentences go out. Features are named; a new one needs `npm run calibrate`.
 */

export { byArticle, type ReportSentence, reportSentences, rightSide } from "./article-sentences.ts";
export { ArticleWords } from "./article-words.ts";
export { CALIBRATION_FILE, type Calibration, readCalibration, weightsOf } from "./calibration.ts";
export { type Candidate, candidatesIn } from "./candidates.ts";
export { countsKnown, TYPE_ONLY } from "./counted.ts";
export { linearScore, SENTENCE_FEATURES } from "./features.ts";
export { findArticles } from "./find-articles.ts";
export { LateInteraction } from "./late-interaction.ts";
export { type QueryModel, weighQuestion } from "./query-model.ts";
export { PASSAGE_FEATURES, rankPassages } from "./rank-passages.ts";
export {
  chooseSentences,
  type RankedSentence,
  rankSentences,
  sentenceCosines,
  tellSame,
} from "./rank-sentences.ts";
export { ReadCache } from "./read-cache.ts";
export {
  fuseRanks,
  type RetrievedChunk,
  retrieve,
  type SearchMode,
  searchLexical,
} from "./retrieve.ts";
export { nearness, SUPPORT_FEATURES, supportFeatures } from "./support.ts";
