/**
 * Text as such: NFC, folding of tone marks, terms, sentences, the calendar. Strings come in, strings and ranges go
 * out; every expression runs in linear time.
 */

export { ENGLISH_MONTH, ENGLISH_MONTHS, MONTH_OF_WORD, WEEKDAY } from "./date-patterns.ts";
export { type DateMention, datesIn } from "./dates.ts";
export { fold, foldAligned, hasMarks, latinWords, stripMarks, unifyTonePlacement } from "./fold.ts";
export { HAN_FONT } from "./han-font.ts";
export { type CellRole, type RowCell, roleOf, rowCells } from "./labelled-row.ts";
export { fromLegacy } from "./legacy.ts";
export { matchesIn } from "./matches.ts";
export { collapseSpaces, normalizeLine, normalizeText } from "./normalize.ts";
export {
  comparePartialDates,
  dayAfter,
  formatPartialDate,
  isoDate,
  isPossibleDate,
  NEXT_DAY,
  parseFullDate,
  SAME_DAY,
  UNKNOWN_DATE,
} from "./partial-date.ts";
export { isReadable } from "./readable.ts";
export { readOnce, remembered, rememberedTexts } from "./remember.ts";
export { sentences } from "./sentences.ts";
export {
  coveredYear,
  eventYears,
  isAnnounced,
  isToCome,
  pastYear,
  settledDate,
  settleRelative,
  settleYear,
} from "./settle-date.ts";
export { FOLDED_SURNAMES, isSyllableShaped, PLAIN_SURNAMES, SURNAMES } from "./syllable.ts";
export {
  clausesOf,
  foldedTerms,
  foldedWords,
  markedWords,
  occurrences,
  type PhraseSet,
  phraseSet,
  spacedWords,
  type Term,
  type TwoWayPhrases,
  terms,
  twoWayPhrases,
} from "./terms.ts";
export { fromTelex, fromViqr } from "./typing-methods.ts";
export { type TextTest, wholeWords } from "./whole-words.ts";
