/**
 * Several meetings: lists, counts, the latest, the first, series, what was signed over years, and what articles only
 * mention. A question comes in, by the filter of the register or by all that it names, a reply goes out; null where
 * the register does not surely answer.
 */

export { fromRegister } from "./from-register.ts";
export { answerMeetings } from "./meetings-answer.ts";
export { earlierMentions } from "./mentioned-meetings.ts";
export { readTypedFilter } from "./read-typed-filter.ts";
export { RegisterAnswerer } from "./register-answerer.ts";
export { type ToldVisit, toldVisits, wholeVisits } from "./told-visits.ts";
