import type { Register } from "../model/index.ts";
import type { Question } from "./question/index.ts";
import type { ReadCache } from "./search/index.ts";
import {
  contradictsDirection,
  type Demands,
  directionOf,
  earlierMentions,
  isToldReversed,
  leavesOutHosts,
  meetsTimes,
} from "./visits/index.ts";

/** Whether the records of an article, or its sentences, tell the other way round who came to whom than a question. */
export function againstDirection(
  question: Question,
  demands: Demands,
  register: Register,
  cache: ReadCache,
): (articleId: string) => boolean {
  // Which office somebody held does not hang on who came to whom.
  const isOfOffice = question.answerType === "position" || question.answerType === "definition";
  const direction = isOfOffice ? null : directionOf(question, demands);
  if (direction === null) return () => false;
  const isTold = (id: string): boolean => {
    const article = demands.times.length === 0 ? null : cache.article(id);
    return article !== null && earlierMentions(article, demands.times).length > 0;
  };
  // Where or when somebody came to whom is told only by an article that has both.
  const needsBoth = question.answerType === "date" || question.answerType === "place";
  return (id) => {
    const visits = register.ofArticle(id);
    const then = visits.filter(({ date, endDate }) =>
      meetsTimes(demands.times, { first: date, last: endDate ?? date }),
    );
    if (contradictsDirection(direction, then)) return true;
    const isAgainst =
      contradictsDirection(direction, visits) || (needsBoth && leavesOutHosts(direction, visits));
    // An earlier journey that the article mentions may have gone the other way.
    if (isAgainst) return !isTold(id);
    const article = cache.article(id);
    return article !== null && isToldReversed(direction, visits, article);
  };
}
