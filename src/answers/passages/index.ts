/**
 * Answers from sentences: which of them meet the demands and premises of the question, how many are quoted, what
 * dates and pronouns in them mean, and the citations. Every sentence that goes out is verbatim; what is added is
 * marked.
 */

export { nameInsertions } from "./antecedent.ts";
export { holderInArticle, officesOf } from "./article-persons.ts";
export { attributesAsked, GIVEN, SAID } from "./attribute.ts";
export { authorOf, topicOf } from "./author.ts";
export { type ArticleLookup, cite, citedOnce, compose, insertionsFor } from "./compose.ts";
export { denialOf } from "./denial.ts";
export { directLine, MOST_DIRECT_CHARS, withDirect } from "./direct-line.ts";
export { surelyTellsFacts } from "./facts.ts";
export { focused } from "./focus.ts";
export { joined, led } from "./joined-answer.ts";
export { aboutAsked, documentAsked, lacksMatter, matterWords } from "./matter-asked.ts";
export {
  type Denied,
  denied,
  isOfAnotherYear,
  premisesOf,
  tellsYears,
  WISHES,
} from "./premise.ts";
export { bodiesOf, bodyNames, isBody, PAPERS } from "./premise-bodies.ts";
export { withoutFalsePremise } from "./premise-check.ts";
export { countsAsked, tellsCount } from "./premise-counts.ts";
export { ENVOY_RANKS } from "./premise-envoys.ts";
export { isOfAnotherEvent } from "./premise-sentence.ts";
export { isOfOther, numbersAsked, seriesTold } from "./premise-series.ts";
export { hasAsked, namesFor, reasonFirst, tellsAsked } from "./same-place.ts";
export { settle } from "./settle.ts";
export { AnswerText, show } from "./shown.ts";
export { dateOf, publishedOn, toldDates } from "./told-dates.ts";
