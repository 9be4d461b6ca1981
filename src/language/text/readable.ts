import {
  asItStands,
  BEYOND_ASCII,
  isAbbreviation,
  LETTERS,
  MAX_WORD_CHARS,
  score,
} from "./legacy.ts";
import { remembered } from "./remember.ts";
import { isSyllable } from "./syllable.ts";

/** Measured: 62 to 100 of 100 words are plausible in articles in any language, at most 35 in a PDF without its letters. */
const PLAUSIBLE = 0.6;
/** Such a share of words with marks has Vietnamese alone (70 to 85 of 100; French 15 to 20): most are syllables then. */
const MARKED = 0.55;
/** Words whose verdict is kept. */
const KEPT = 20_000;
/** Fewer odd words stand in any text. */
const MIN_ODD = 5;

/**
 * True for text that a reader can read, as far as its words tell: they are Vietnamese syllables, or plausible words of
 * another language. False for text in other letters than its writer meant.
 */
export function isReadable(text: string): boolean {
  if (text.includes("\uFFFD")) return false;
  const words = text.split(/\s+/u).filter((word) => /\p{L}/u.test(word));
  const { sound, all } = score(text, asItStands);
  if (all >= MIN_ODD && all > words.length * MARKED && sound * 2 < all && !isOtherScript(text))
    return false;
  const plausible = words.filter(
    (word) => word.length > MAX_WORD_CHARS || isPlausible(word),
  ).length;
  return plausible > words.length - MIN_ODD || plausible >= words.length * PLAUSIBLE;
}

/** Chinese, Russian and other scripts have no marks to be judged by. */
function isOtherScript(text: string): boolean {
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return latin * 2 < letters;
}

const isPlausible = remembered(KEPT, (word): boolean => {
  const shown = asItStands(word);
  if (/[\u0000-\u001F\u007F-\u009F\uE000-\uF8FF]/u.test(shown)) return false;
  const bare = shown
    .replace(/^[^\p{L}\p{M}]+/u, "")
    .replace(/(?<![^\p{L}\p{M}])[^\p{L}\p{M}]+$/u, "");
  const parts = bare.match(LETTERS) ?? [];
  if (/\p{Script=Han}/u.test(bare)) return true;
  // Signs and digits between letters, as in `6iQJ` or `8%1'`; hyphens and the like part words.
  if (/[\p{L}\p{M}][^\p{L}\p{M}\s.,:;/\\&()@_'’–—+-]+[\p{L}\p{M}]/u.test(bare)) return false;
  return parts.every(isWord);
});

function isWord(part: string): boolean {
  if (isSyllable(part) || isAbbreviation(part)) return true;
  if (/^\p{Lu}{1,8}$/u.test(part) && !BEYOND_ASCII.test(part)) return true;
  if (!/[aeiouyà-ÿ]/iu.test(part)) return !/^[\p{Script=Latin}]+$/u.test(part) && isOneScript(part);
  // A capital behind a small letter is rare in words (`ViệtNam`), usual in wrong letters (`WKjQK`).
  if (/\p{Ll}\p{Lu}|^\p{Lu}{2,}\p{Ll}/u.test(part)) return false;
  return !BEYOND_ASCII.test(part) || (isOneScript(part) && !/[\u1EA0-\u1EF9ăđơư]/iu.test(part));
}

function isOneScript(part: string): boolean {
  return (
    [/^[\p{Script=Latin}\p{M}]+$/u, /^[\p{Script=Cyrillic}\p{M}]+$/u].some((one) =>
      one.test(part),
    ) ||
    !/[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u.test(part) ||
    /^[\p{Script=Greek}\p{M}]+$/u.test(part)
  );
}
