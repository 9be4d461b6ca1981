/**
 * Answers from the register and the minutes: lists, counts, the latest, who led, what was discussed. A reading of
 * the question (or a typed filter) and the register come in, lines with citations go out; null where the register
 * does not surely answer.
 */

export {
  asksPoints,
  contradictsDirection,
  type Demands,
  directionOf,
  isToldReversed,
  leavesOutHosts,
  type MeantArticle,
  meantArticles,
  meetsTimes,
  namesTime,
  readDemands,
  subjectAsked,
} from "./asked/index.ts";
export {
  answerMeetings,
  earlierMentions,
  fromRegister,
  RegisterAnswerer,
  readTypedFilter,
} from "./lists/index.ts";
export { holds, MinutesAnswerer, untoldIn } from "./minutes/index.ts";
export {
  answerSetDay,
  type BetweenSides,
  betweenSides,
  byRecord,
  headsOf,
  officesOf,
  personsIn,
  personsTyped,
  type Subject,
  subjectOf,
  tellingIt,
} from "./record/index.ts";
export { placeInLanguage, shownVisit } from "./shown/index.ts";
