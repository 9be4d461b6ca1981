import { COMPOUND_SURNAMES_HAN, SURNAMES } from "./surnames.ts";

/** Single characters that, right behind a surname and one character, start the next word of a question. */
const NEXT_WORD = new Set([
  ..."是在的和与会到率访何谁于为将曾来赴对向同跟及担任说有被由从到抵了吗呢等给去见也已未不先女女哪什多几提签带同出",
]);

/**
 * Length in characters of a person's name at a place in simplified Chinese text, 0 where there is none.
 *
 * A name is a surname and one or two characters that start no longer word. Without spaces this stays a
 * guess: `wordAt` gives the length of the longest known word at a place, and a title before the name
 * (大使, 书记) makes single-character words inside it possible.
 */
export function nameLength(
  text: string,
  at: number,
  afterTitle: boolean,
  wordAt: (index: number) => number,
): number {
  const isHan = (index: number) => /\p{Script=Han}/u.test(text[index] ?? "");
  const compound = COMPOUND_SURNAMES_HAN.has(text.slice(at, at + 2));
  const surname = compound ? 2 : SURNAMES.includes(text[at] ?? " ") ? 1 : 0;
  if (surname === 0 || (!compound && wordAt(at) > 1)) return 0;
  const first = at + surname;
  if (!isHan(first) || wordAt(first) > 1) return 0;
  // 阮氏秋河: Vietnamese women's names have 氏 and one or two more characters.
  if (text[first] === "氏" && isHan(first + 1)) {
    const last = first + 2;
    const isOfName = isHan(last) && wordAt(last) <= 1 && !NEXT_WORD.has(text[last]!);
    return (isOfName ? last + 1 : last) - at;
  }
  if (!afterTitle && NEXT_WORD.has(text[first]!)) return 0;
  const second = first + 1;
  const three = isHan(second) && wordAt(second) <= 1 && !NEXT_WORD.has(text[second]!);
  const length = three ? first + 2 - at : first + 1 - at;
  // Without a title, a surname that is also a word of its own (高, 和, 方) needs more evidence.
  if (!afterTitle && length === 2 && wordAt(at) === 1 && wordAt(first) === 1) return 0;
  return length;
}
