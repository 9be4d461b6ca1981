import type { Question } from "../question/question.ts";
import { candidatesIn, countsKnown, TYPE_ONLY } from "./candidates.ts";
import type { RankedSentence } from "./rank-sentences.ts";

/** Best sentences of which one must hold what is asked; about those that make an answer. */
const LOOKED_AT = 3;

/**
 * False where a question names exactly what it wants (a day, a year, a clock time, a length of time, an
 * amount of money, a number of persons or firms) and none of the best sentences has it: a passage without it can't be the answer.
 */
export function hasAsked(question: Question, ranked: readonly RankedSentence[]): boolean {
  const { answerType, detail } = question;
  if (countsKnown(question) && detail.units === null)
    return (
      ranked
        .slice(0, LOOKED_AT)
        // The same number of another meeting's report is no answer.
        .filter((one) => one.found.chunk.row.articleId === ranked[0]!.found.chunk.row.articleId)
        .some(({ text }) => candidatesIn(text, question).some(({ fit }) => fit === 1))
    );
  const exact = answerType === "time" || detail.datePart !== null || detail.units !== null;
  if (!exact) return true;
  return ranked.slice(0, LOOKED_AT).some((s) => (s.evidence.candidate?.fit ?? 0) > TYPE_ONLY);
}
