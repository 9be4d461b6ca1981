import { localeFor } from "../../../locale/index.ts";
import type { Answer, Register } from "../../../model/index.ts";
import { type ArticleLookup, compose, withDirect } from "../../passages/index.ts";
import type { Question } from "../../question/index.ts";
import type { RankedSentence } from "../../search/index.ts";
import { asksOfMeeting, type MeantArticle } from "../asked/index.ts";
import { tellsDate } from "../shown/index.ts";

/** What is needed of a question that was read. */
interface DayAsked {
  readonly question: Question;
  readonly sentences: readonly RankedSentence[];
  readonly meant: readonly MeantArticle[];
}

/**
 * Answers when a visit was whose day a person set, where no passage of it tells that day. Null where another thing is
 * asked, or the sentence that is nearest to the question is not one that the visit was read from.
 */
export function answerSetDay(
  { question, sentences: [best], meant: [meant] }: DayAsked,
  register: Register,
  lookup: ArticleLookup,
): Pick<Answer, "answer" | "spans" | "added" | "citations" | "direct"> | null {
  if (question.answerType !== "date" || !asksOfMeeting(question)) return null;
  if (best === undefined || meant === undefined) return null;
  const { articleId } = best.found.chunk.row;
  const isSure = meant.agreement.names === 1 && meant.agreement.binds;
  if (meant.articleId !== articleId || !isSure) return null;
  const visit = register
    .ofArticle(articleId)
    .find(({ sources }) =>
      sources.some(
        (one) => one.articleId === articleId && one.start < best.end && best.start < one.end,
      ),
    );
  if (!visit?.dateSet) return null;
  if (visit.sources.some(({ quote }) => tellsDate(quote, visit.date) !== null)) return null;
  const locale = localeFor(question.language);
  const day = locale.register.visitDate({
    first: visit.date,
    last: visit.endDate,
    settled: false,
  });
  const { used: _, ...told } = compose(question, [best], lookup);
  return withDirect(told, locale.answering.daySet(day), 1);
}
