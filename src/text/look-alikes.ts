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
export function foldLookAlikes(text: string): string {
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
