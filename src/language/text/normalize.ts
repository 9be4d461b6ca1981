import { isSyllable } from "./syllable.ts";

/** Letters of other alphabets that look like Latin ones: in pairs, the other letter first. */
const PAIRS =
  "АAВBЕEІIЈJКKМMНHОOРPСCТTУYҮYХXЅSҺHԚQԜWӀIаaеeіiјjкkоoрpсcуyүyхxѕsһhԁdԛqԝwӏlѵv" +
  "ΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧXαaιiκkνvοoρpυuχx";
const LATIN_OF = new Map((PAIRS.match(/../gu) ?? []).map((pair) => [pair[0]!, pair[1]!]));

const OTHER = /[\p{Script=Cyrillic}\p{Script=Greek}]/u;
const LATIN = /\p{Script=Latin}/gu;
const OTHERS = /[\p{Script=Cyrillic}\p{Script=Greek}]/gu;
const WORD = /[\p{L}\p{M}]+/gu;

/**
 * Brings Cyrillic and Greek letters that look like Latin ones to those where they stand for them: in words with Latin
 * letters (`Lạс`), and, in a Latin text, where they make a Vietnamese syllable (`Сао`). Russian and Greek words stay.
 */
function foldLookAlikes(text: string): string {
  if (!OTHER.test(text)) return text;
  const mixed = text.replace(WORD, (word) => {
    if (!OTHER.test(word) || !/\p{Script=Latin}/u.test(word)) return word;
    return inLatin(word) ?? word;
  });
  const latin = mixed.match(LATIN)?.length ?? 0;
  const other = mixed.match(OTHERS)?.length ?? 0;
  if (other === 0 || latin < other * 3) return mixed;
  return mixed.replace(WORD, (word) => {
    const folded = OTHER.test(word) ? inLatin(word) : null;
    return folded !== null && isSyllable(folded) ? folded : word;
  });
}

/** The word in Latin letters, or null where one of its letters is like none. */
function inLatin(word: string): string | null {
  let out = "";
  for (const letter of word) {
    const latin = LATIN_OF.get(letter) ?? letter;
    if (OTHER.test(latin)) return null;
    out += latin;
  }
  return out;
}

/**
 * The one door through which text enters the program: afterwards it is NFC, with `\n` line ends, no BOM, no invisible
 * characters, ordinary spaces, and the plain character where one that looks like it was typed: `Đ` (U+0110) for `Ð`
 * (U+00D0), Latin letters for Cyrillic and Greek ones, ASCII digits and hyphens.
 */

const INVISIBLE =
  /[\u00AD\u061C\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]|[\u180B-\u180F]|[\uFE00-\uFE0F]|\u034F|[\u{E0000}-\u{E007F}]/gu;
const CONTROL = /[\u0000-\u0008\u000E-\u001F\u007F-\u009F]/gu;
const ODD_SPACE = /[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/gu;

const ETH = /[\u00D0\u0189]/gu;
const SMALL_ETH = /[\u00F0\u0256]/gu;
/** Letters and digits of full width, and those that posts show in bold or italics by characters of mathematics. */
const WIDE = /[\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A]|[\u{1D400}-\u{1D7FF}]/gu;
/** Signs of full width in a date or number; elsewhere they belong to Chinese text. */
const WIDE_SIGN = /(?<=\d)[\uFF0D\uFF0E\uFF0F\uFF1A](?=\d)/gu;
const HYPHEN = /[\u2010\u2011]/gu;
/** `16–4–2024`: dashes in one date, not between two. */
const DASHED_DATE =
  /(?<!\d)(\d{1,2}) ?[\u2012-\u2015\u2212] ?(\d{1,2}) ?[\u2012-\u2015\u2212] ?(\d{4})(?!\d)/gu;

// No script stacks more marks on a letter (UAX #15, stream-safe text), and ordering a run takes square time.
const LONG_MARKS = /(\p{M}{30})\p{M}+/gu;
// NFC parts some marks into up to three.
const MANY_MARKS = /\p{M}{10}/u;

/**
 * Text that stays as it is: ASCII, composed Vietnamese letters and signs of Latin print, without dashes, which may stand
 * in a date. Most lines are; to look first takes a tenth of the time of the changes below.
 */
const PLAIN =
  /^[\t\n -~¡-¬®-ÏÑ-ïñ-ÿĂăĐđĨĩŨũƠơƯư\u1EA0-\u1EF9\u2018-\u201F\u2022\u2026\u2030\u20AB]*$/u;

/**
 * Normalises text for use inside the program.
 *
 * @param text Any text, also NFD, with Windows line ends or lone surrogates.
 * @returns NFC text; lone surrogates become U+FFFD, tabs and line breaks stay, at most 30 marks stand in a row.
 */
export function normalizeText(text: string): string {
  if (PLAIN.test(text)) return text;
  const plain = text
    .toWellFormed()
    .replace(/\r\n?|[\u000B\u000C\u0085\u2028\u2029]/gu, "\n")
    .replace(INVISIBLE, "")
    .replace(CONTROL, "")
    .replace(ODD_SPACE, " ")
    .replace(ETH, "Đ")
    .replace(SMALL_ETH, "đ")
    .replace(WIDE, (wide) => wide.normalize("NFKC"))
    .replace(WIDE_SIGN, (sign) => sign.normalize("NFKC"))
    .replace(HYPHEN, "-")
    .replace(DASHED_DATE, "$1-$2-$3");
  if (!MANY_MARKS.test(plain)) return folded(plain.normalize("NFC"));
  const short = plain.replace(LONG_MARKS, "$1").normalize("NFC").replace(LONG_MARKS, "$1");
  return folded(short).replace(LONG_MARKS, "$1");
}

function folded(text: string): string {
  const latin = foldLookAlikes(text);
  return latin === text ? text : latin.normalize("NFC");
}

/** Folds every run of white space, line breaks included, to one space and takes it off the ends. */
export function collapseSpaces(text: string): string {
  return text.replace(/\s{2,}|[^\S ]/gu, " ").trim();
}

/** Normalises text to one line: `normalizeText`, then `collapseSpaces`. */
export function normalizeLine(text: string): string {
  return collapseSpaces(normalizeText(text));
}
