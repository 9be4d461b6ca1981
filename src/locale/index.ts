/**
 * Every word a user reads, in Vietnamese, English and Chinese, as typed functions. The Vietnamese texts are the shape
 * of the other two, and carry the comments: a missing text is a type error.
 * It stands above the rooms whose outcomes it puts into words and imports their types alone.
 */

import type { Language } from "../model/index.ts";
import { en } from "./en.ts";
import { type Locale, vi } from "./vi.ts";
import { zh } from "./zh.ts";

export { type ExportTexts, VISIT_COLUMNS, type VisitColumn } from "./exports.ts";
export { sourceNote, vietnamDay, vietnamTime } from "./format.ts";
export type { Locale } from "./vi.ts";
export type {
  Asked,
  AskedName,
  AskedOfVisit,
  AskedPeriod,
  FilterButton,
  RegisterFacts,
  VisitLine,
} from "./visits/texts.ts";

const LOCALES: Readonly<Record<Language, Locale>> = { vi, en, zh };

/** The languages of the product, Vietnamese first. */
export const LANGUAGES: readonly Language[] = ["vi", "en", "zh"];

/** The locale of a language. */
export function localeFor(language: Language): Locale {
  return LOCALES[language];
}

/** The language for an IETF tag such as Telegram's `language_code`; null for any other one. */
export function languageOfTag(tag: string | undefined): Language | null {
  const primary = tag?.toLowerCase().split(/[-_]/)[0];
  return LANGUAGES.find((language) => language === primary) ?? null;
}
