import { localeFor } from "../locale/index.ts";
import { type Question, talkOf } from "./question/index.ts";

/** What to say to a message that asks nothing of the articles; null to a question. */
export function withoutSearch(question: Question): { words: string; isTalk: boolean } | null {
  const { answer, answering } = localeFor(question.language);
  const talk = talkOf(question.text);
  if (talk !== null) return { words: answering.talk[talk.kind], isTalk: true };
  if (question.terms.length > 0) return null;
  // "Ngày nào?" asks something, but of no visit.
  const asks = /\p{L}/u.test(question.text);
  return { words: asks ? answering.whichVisit : answer.emptyQuestion, isTalk: asks };
}
