/**
 * Every word a user reads, in Vietnamese, English and Chinese, as typed functions: a missing text is a type error.
 * It stands above the rooms whose outcomes it puts into words and imports their types alone.
 */

export { type ExportTexts, VISIT_COLUMNS, type VisitColumn } from "./exports/texts.ts";
export { sourceNote, vietnamDay, vietnamTime } from "./format.ts";
export type { IndexingTexts, Locale } from "./locale.ts";
export { LANGUAGES, languageOfTag, localeFor } from "./locales.ts";
export type {
  Asked,
  AskedName,
  AskedPeriod,
  FilterButton,
  RegisterFacts,
  VisitLine,
} from "./visits/texts.ts";
