/**
 * Answers from the register and the minutes: lists, counts, the latest, who led, what was discussed. A reading of
 * the question (or a typed filter) and the register come in, lines with citations go out; null where the register
 * does not surely answer.
 */

export { type BetweenSides, betweenSides } from "./between-sides.ts";
export { byRecord, tellingIt } from "./by-record.ts";
export { type Demands, readDemands } from "./demands.ts";
export { contradictsDirection, directionOf, leavesOutHosts } from "./direction.ts";
export { fromRegister } from "./from-register.ts";
export { placeInLanguage } from "./in-language.ts";
export { personsIn } from "./known-persons.ts";
export { type MeantArticle, meantArticles } from "./meant-articles.ts";
export { answerMeetings } from "./meetings-answer.ts";
export { earlierMentions } from "./mentioned-meetings.ts";
export { MinutesAnswerer } from "./minutes-answerer.ts";
export { asksPoints } from "./points-asked.ts";
export { readTypedFilter } from "./read-typed-filter.ts";
export { RegisterAnswerer } from "./register-answerer.ts";
export { answerSetDay } from "./set-day.ts";
export { shownVisit } from "./shown-visit.ts";
export { headsOf, officesOf, type Subject, subjectOf } from "./subject.ts";
