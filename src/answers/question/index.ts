/**
 * What a question asks: its language, kind, names, dates and demands; typing put right; follow-ups completed from
 * the exchange before. A string comes in, a reading goes out; nothing is searched here. New words of questions are
 * rows of the tables in this room.
 */

export { asMeant } from "./as-meant.ts";
export { attendanceAsked, type Claim, claimOf, officeClaimed, sideWords } from "./attendance.ts";
export { plainWords } from "./chat-words.ts";
export { type Exchange, exchangeOf } from "./exchange.ts";
export { completeQuestion, isFollowUp } from "./follow-up.ts";
export {
  bodyOf,
  GENERIC,
  LEVELS,
  levelOf,
  OFFICE_HEADS,
  type OfficeAsked,
  officeAsked,
} from "./office.ts";
export type { AnswerType, QueryTerm, Question } from "./question.ts";
export { findQuestionWords } from "./question-words.ts";
export { readQuestion } from "./read.ts";
export { isTitle, type Named, namesIn, withinNames } from "./register-names.ts";
export { languageOfTalk, talkOf } from "./small-talk.ts";
export { type KnownWords, spell } from "./spelling.ts";
export { questionsIn } from "./two-questions.ts";
export { wishOf } from "./wish.ts";
