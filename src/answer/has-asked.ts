import type { Question } from "../question/question.ts";
import { TYPE_ONLY } from "./candidates.ts";
import type { RankedSentence } from "./rank-sentences.ts";

/** Best sentences of which one must hold what is asked; about those that make an answer. */
const LOOKED_AT = 3;

/**
 * False where a question names exactly what it wants (a day, a year, a clock time, a length of time, an
 * amount of money) and none of the best sentences has it: a passage without it can't be the answer.
 */
export function hasAsked(question: Question, ranked: readonly RankedSentence[]): boolean {
  const { answerType, detail } = question;
  const exact = answerType === "time" || detail.datePart !== null || detail.units !== null;
  if (!exact) return true;
  return ranked.slice(0, LOOKED_AT).some((s) => (s.evidence.candidate?.fit ?? 0) > TYPE_ONLY);
}
