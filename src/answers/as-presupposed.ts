import { localeFor } from "../locale/index.ts";
import type { Register } from "../model/index.ts";
import type { Told } from "./explain.ts";
import { type ArticleLookup, led } from "./passages/index.ts";
import type { Question } from "./question/index.ts";
import { untoldIn } from "./visits/index.ts";

/**
 * A reply as it is; where the meetings that it cites have not all that the question takes for granted, a refusal that
 * tells it as the nearest.
 */
export function asPresupposed(
  reply: Omit<Told, "reading">,
  question: Question,
  register: Register,
  lookup: ArticleLookup,
): Omit<Told, "reading"> {
  const { answer } = reply;
  if (!answer.answered) return reply;
  const untold = untoldIn(question, answer.citations, register, lookup);
  if (untold === null) return reply;
  const { notTold, notNamed } = localeFor(question.language).answering;
  // Of a translated question the words are not those that were typed.
  const isTyped = question.language === "vi" && untold.kind !== "time" && untold.kind !== "matter";
  const lead = isTyped ? notNamed(untold.words) : notTold;
  return {
    answer: { ...led(answer, lead), answered: false },
    decision: "nothing of the asked kind",
  };
}
