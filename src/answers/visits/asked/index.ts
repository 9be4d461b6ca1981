/**
 * What a question binds its answer to, read once: names, times, direction, the points or meetings that it asks for;
 * and how well an article agrees. A reading of the question comes in, demands go out; what is asked newly is read
 * here.
 */

export { actNearness, actsIn } from "./acts.ts";
export {
  isOfAnotherTime,
  type MeantArticle,
  meantArticles,
  meetsTimes,
  namesTime,
  timeAgreement,
} from "./agreement.ts";
export { alternatives, type Demands, focusOf, type RowFocus, readDemands } from "./demands.ts";
export {
  contradictsDirection,
  type Direction,
  directionOf,
  isAt,
  isOn,
  isReversed,
  isStraight,
  isToldReversed,
  leavesOutHosts,
  rolesIn,
} from "./direction.ts";
export {
  asksOfMeeting,
  asksWho,
  asksWithin,
  COUNTED_BY_TURNS,
  FIRST,
  isTelling,
  LAST,
  type MeetingsAsked,
  type MeetingsWanted,
  meetingsAsked,
  nounListed,
  subjectAsked,
} from "./meetings-asked.ts";
export { type AskedTime, readPeriod, type TextRange, timesIn } from "./period.ts";
export { ANY_POINT, asksPoints, type PointsAsked } from "./points-asked.ts";
export { isNeutral, type Role, roleOf } from "./roles.ts";
export { asksNumber, isAnyMeeting, SERIES, seriesOf } from "./series-names.ts";
