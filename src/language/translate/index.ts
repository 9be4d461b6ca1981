/**
 * English and Chinese as Vietnamese search words, and articles in these languages as Vietnamese sentences for the
 * readers. Words are rows of `data/vocabulary.tsv` and `data/people.tsv`.
 */

export { chineseUnits } from "./chinese-units.ts";
export { prepareChinese } from "./chinese-words.ts";
export { detectLanguage, tellsLanguage } from "./detect-language.ts";
export { englishTokens } from "./english-tokens.ts";
export { englishUnits } from "./english-units.ts";
export {
  ABBREVIATION_FORMS,
  expandedTerms,
  expandedWords,
  writtenOut,
} from "./expand-abbreviations.ts";
export {
  asVietnamese,
  foreignLanguage,
  foreignNames,
  render,
  renderBeside,
  vietnameseForms,
} from "./gloss.ts";
export { peopleOfText } from "./han-people.ts";
export { type Exists, fitToCorpus, placeNameIn } from "./place-names.ts";
export { areOneName, readingOf } from "./same-name.ts";
export { translateQuestion } from "./translate.ts";
export type { Unit } from "./unit.ts";
