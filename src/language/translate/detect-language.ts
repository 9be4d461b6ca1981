import type { Language } from "../../model/index.ts";
import { fold, hasMarks, isSyllableShaped } from "../text/index.ts";

const list = (words: string) => new Set(words.split(" "));

/** English words that say nothing in Vietnamese typed without marks. */
const FUNCTION_EN = list(
  "who whom whose what when where why which how did does is are was were been being has have had will would could should " +
    "of and for with from by at about between during after before this that these those their his her its they he she it " +
    "many much long tell whether if not there please list give name and or any all also into than then most first last did's " +
    "",
);

/** Common English words of visits and diplomacy (also as fragments without a function word). */
const CONTENT_EN = list(
  "visit visits visited visiting meeting meetings met meet president minister ministers prime ambassador delegation delegations " +
    "province provinces city country countries chinese vietnamese american french japanese russian korean british german china vietnam " +
    "border gate gates secretary party chairman leader leaders official officials talks received receive receives welcomed hosted signed " +
    "sign signing agreement agreements cooperation trade tourism state foreign defense defence chief head vice deputy general consul " +
    "embassy summit trip tour travel travelled stay stayed hotel airport date time place position reason purpose year month day " +
    "committee people government premier king queen emperor princess prince led lead take took said say discuss discussed about " +
    "number capital weather price news article latest recent next attend attended between north south east west united states",
);

/** Words of Vietnamese questions and of the visits corpus, without marks. */
const FUNCTION_VI = list(
  "ai khi nao bao nhieu may dau gi la cua tai voi va da duoc trong ngay nam thang co cac nhung nguoi tinh doan chu tich tuong " +
    "thong truong thu tham tiep lam viec hoi dam kien dai su bo ngoai giao nuoc noi vi sao ong dong chi lanh dao giua den tu sang " +
    "ve cho do nay nhat lan chuyen quoc hoi uy ban nhan dan bi pho ky ket thoa thuan cua khau bien gioi hom qua toi hay khong duoc " +
    "gom vien giu chuc vu nhu nao the moi neu phat bieu viet trung phia ben hai huu nghi hop tac cuoc gap mot ra ke",
);

/** Spelt alike in both, so that they prove nothing. */
const SHARED = list("in on to an a i me can do so no us am be my go ho man long the");

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

/**
 * True where a text says by itself in which language it is. "Hi", "thanks", "Bang Tuong" don't: people write them within
 * any language.
 */
export function tellsLanguage(text: string): boolean {
  if (hasMarks(text) || /\p{Script=Han}/u.test(text)) return true;
  const words = (text.match(WORD) ?? []).map((word) => word.toLowerCase());
  const telling = words.filter(
    (word) =>
      !SHARED.has(word) && (FUNCTION_EN.has(word) || CONTENT_EN.has(word) || FUNCTION_VI.has(word)),
  ).length;
  return telling > 1 || (telling === 1 && words.length > 2);
}
