import { translateChinese } from "./chinese.ts";
import { translateEnglish } from "./english.ts";

/** A question as Vietnamese search material. */
export interface Translation {
  /** Vietnamese rendering with marks, word order roughly Vietnamese; names unknown to the tables as typed. */
  readonly text: string;
  /** For each name with several possible Vietnamese forms: the forms, likeliest first; the first stands in `text`. */
  readonly alternatives: string[][];
  /** Words that no table knows and that don't look like names; they are not in `text`. */
  readonly untranslated: string[];
}

/**
 * Turns an English or Chinese question into Vietnamese search material.
 *
 * @param text NFC question text; traditional and simplified characters, full or folded names.
 */
export function translateQuestion(text: string, language: "en" | "zh"): Translation {
  return language === "en" ? translateEnglish(text) : translateChinese(text);
}
