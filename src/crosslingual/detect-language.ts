import type { Language } from "../answer/answer.ts";
import { fold, hasMarks } from "../text/fold.ts";
import { CONTENT_EN, FUNCTION_EN, FUNCTION_VI, SHARED } from "./function-words.ts";
import { isSyllableShaped } from "./vietnamese-syllable.ts";

const HAN = /\p{Script=Han}/gu;
const WORD = /[\p{Script=Latin}\p{M}]+/gu;
/** Endings that Vietnamese syllables and most names don't have. */
const ENGLISH_ENDING = /(?:tion|sion|ment|ing|ed|ies|ness|ship|ous|ful|ers|ence|ance)$/u;

/**
 * Tells the language of a question; needs no table but short lists of common words.
 *
 * Names don't decide: a Vietnamese place in an English question, or a foreign name in a Vietnamese
 * one typed without marks, counts less than the words around it. Without any evidence it is "vi".
 *
 * @param text NFC text of any length.
 */
export function detectLanguage(text: string): Language {
  const words = text.match(WORD) ?? [];
  const han = text.match(HAN)?.length ?? 0;
  if (han > 0 && han >= words.length) return "zh";
  // Typed all in lower case, names can't be told from words.
  const lowerCaseOnly = words.every((word) => word === word.toLowerCase());
  let english = 0;
  let vietnamese = 0;
  for (const [i, word] of words.entries()) {
    const capital = i > 0 && word !== word.toLowerCase();
    if (hasMarks(word)) {
      vietnamese += capital ? 0.5 : lowerCaseOnly ? 1 : 2;
      continue;
    }
    const lower = word.toLowerCase();
    if (SHARED.has(lower)) continue;
    if (FUNCTION_EN.has(lower)) english += 2;
    else if (CONTENT_EN.has(lower)) english += 1;
    else if (FUNCTION_VI.has(lower)) vietnamese += capital ? 0.3 : 1;
    else if (isSyllableShaped(fold(lower))) vietnamese += capital ? 0.1 : 0.3;
    else if (!capital && lower.length > 3 && ENGLISH_ENDING.test(lower)) english += 1;
    else if (!capital) english += 0.3;
  }
  return english > vietnamese ? "en" : "vi";
}
