import type { Denied } from "./passages/index.ts";
import type { Question } from "./question/index.ts";
import type { QueryModel, RankedSentence, RetrievedChunk } from "./search/index.ts";
import type { Demands, MeantArticle } from "./visits/index.ts";

/** Everything between a question and its answer, for `ask`, for calibration and for `--explain`. */
export interface Reading {
  readonly question: Question;
  readonly query: QueryModel;
  readonly vector: Float32Array | null;
  readonly chunks: readonly RetrievedChunk[];
  /** All that were read, those first that can answer at all. */
  readonly sentences: readonly RankedSentence[];
  /** Those that can answer, best first. */
  readonly able: readonly RankedSentence[];
  readonly support: readonly number[];
  /** 0 to 1. */
  readonly confidence: number;
  /** Confidence under which the question is refused; higher where the nearest article tells of another year or place. */
  readonly threshold: number;
  /** What the question binds its answer to, and the articles of the passages, the one most likely meant first. */
  readonly demands: Demands;
  readonly meant: readonly MeantArticle[];
  /** The question without the one thing that the articles speak against; null where it is not one alone. */
  readonly denied: Denied | null;
  /** The sentences that come near what it says that somebody spoke about; null where it is held by its words alone. */
  readonly nearMatter: readonly RankedSentence[] | null;
  readonly embedMs: number;
  readonly retrieveMs: number;
}

/** Of the sentences that can answer, those that surely do. */
export type Refine = (able: readonly RankedSentence[]) => readonly RankedSentence[];
