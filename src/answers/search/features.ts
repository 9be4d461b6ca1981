import type { AnswerType } from "../question/index.ts";
import type { Candidate } from "./candidates.ts";
import type { Evidence } from "./evidence.ts";
import type { QueryModel } from "./query-model.ts";
import type { RetrievedChunk } from "./retrieve.ts";

/** What a sentence is ranked by, in the order of the numbers. */
export const SENTENCE_FEATURES = [
  "coverage",
  "wideCoverage",
  "pairs",
  "candidateDate",
  "candidateNumber",
  "candidateName",
  "candidatePlace",
  "candidateOther",
  "proximity",
  "focus",
  "focusBeside",
  "predicate",
  "predicateNear",
  "sentenceCosine",
  "chunkCosine",
  "late",
  "lateWide",
  "meaningWide",
  "logWords",
  "fragment",
  "caption",
] as const;

/** Sentences with fewer words are headings, cut-offs or greetings more often than answers, unless they hold what is asked ("Đoàn có 18 người."). */
const FRAGMENT_WORDS = 6;

/** Which of the candidate features a type counts for: a missing date says more than a missing phrase. */
const CANDIDATE_GROUP: Readonly<Record<AnswerType, number>> = {
  date: 0,
  time: 0,
  number: 1,
  person: 2,
  position: 2,
  definition: 2,
  place: 3,
  organisation: 3,
  reason: 4,
  list: 4,
  phrase: 4,
};
const CANDIDATE_GROUPS = 5;

/** How well the best candidate fits, at the place of its type's group; five numbers. */
export function candidateFeatures(type: AnswerType, candidate: Candidate | null): number[] {
  const numbers = new Array<number>(CANDIDATE_GROUPS).fill(0);
  if (candidate) numbers[CANDIDATE_GROUP[type]] = candidate.fit;
  return numbers;
}

/** The numbers of one sentence, in the order of `SENTENCE_FEATURES`. */
export function sentenceFeatures(
  query: QueryModel,
  found: RetrievedChunk,
  evidence: Evidence,
  similarity: { readonly cosine: number; readonly late: number; readonly meaning: number },
  words: number,
): number[] {
  return [
    evidence.coverage,
    evidence.wideCoverage,
    evidence.pairs,
    ...candidateFeatures(query.question.answerType, evidence.candidate),
    evidence.proximity,
    evidence.focus,
    evidence.focusBeside,
    evidence.predicate,
    evidence.predicateNear,
    similarity.cosine,
    found.cosine,
    found.late,
    similarity.late,
    similarity.meaning,
    Math.log1p(words),
    words < FRAGMENT_WORDS && evidence.candidate === null ? 1 : 0,
    found.chunk.row.kind === "caption" ? 1 : 0,
  ];
}

/** `bias + Σ weight · feature`. */
export function linearScore(
  bias: number,
  weights: readonly number[],
  features: readonly number[],
): number {
  let sum = bias;
  for (let i = 0; i < weights.length; i++) sum += weights[i]! * features[i]!;
  return sum;
}
