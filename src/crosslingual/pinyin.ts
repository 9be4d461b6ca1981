import { fold } from "../text/fold.ts";
import { capitalize, combine, hanViet } from "./han-viet.ts";
import { COMPOUND_SURNAMES, SURNAMES } from "./surnames.ts";

/** Most forms given for one name. */
const MAX_FORMS = 400;
/** Frequent surnames that are rare in given names. */
const SURNAME_ONLY = new Set(
  [...SURNAMES.slice(0, 110)].filter((char) => !"林江金方高龙雷石武万田夏".includes(char)),
);
/** Letters of the longest word that is split: three syllables of six. */
const MAX_WORD = 18;
/** Readings tried for one syllable of a given name; beyond lie rare characters. */
const MAX_READINGS = 16;

/**
 * Sino-Vietnamese forms that a person's name in pinyin can have, the likelier first: `Xiong Bo` →
 * Hùng Ba, Hùng Bác …. Several characters share a sound, so only a corpus can tell which is meant.
 *
 * @param words The surname and one or two further words: ["Wu", "Xiaohui"], ["Liu", "Ning"].
 * @returns Empty where the words are not a surname and one or two syllables.
 */
export function pinyinNameForms(words: readonly string[]): string[] {
  const [surname = "", ...given] = words;
  const surnames = surnameReadings(soundKey(surname));
  if (surnames.length === 0 || given.length === 0) return [];
  const syllables = given.flatMap(syllablesOf);
  if (syllables.length > 2 || syllables.includes("")) return [];
  const choices = syllables.map((syllable) => nameReadings(syllable).map(capitalize));
  return combine([surnames, ...choices], MAX_FORMS);
}

/** Forms of a place name in pinyin (`Jingxi` → Tĩnh Tây, Tịnh Tây …); empty for one or over three syllables. */
export function pinyinPlaceForms(word: string): string[] {
  const syllables = syllablesOf(word);
  if (syllables.length < 2 || syllables.length > 3 || syllables.includes("")) return [];
  return combine(
    syllables.map((syllable) => nameReadings(syllable).map(capitalize)),
    MAX_FORMS,
  );
}

/** True for a word that is a surname in pinyin. */
export function isPinyinSurname(word: string): boolean {
  return surnameReadings(soundKey(word)).length > 0;
}

/** Splits a word into pinyin syllables, the fewest first (`xiaohui` → xiao hui); null where it can't be. */
export function splitPinyin(word: string): string[] | null {
  if (word.length > MAX_WORD) return null;
  const { pinyin } = hanViet();
  const best: (string[] | null)[] = [[]];
  for (let end = 1; end <= word.length; end++) {
    best[end] = null;
    for (let length = 1; length <= Math.min(6, end); length++) {
      const head = best[end - length];
      const syllable = word.slice(end - length, end);
      if (head == null || !pinyin.has(syllable)) continue;
      const known = best[end];
      if (known == null || head.length + 1 < known.length) best[end] = [...head, syllable];
    }
  }
  return best[word.length] ?? null;
}

/** Pinyin syllables of a typed word, an apostrophe parting two; [""] where there is something else. */
function syllablesOf(word: string): string[] {
  return word.split(/['’]/u).flatMap((part) => splitPinyin(soundKey(part)) ?? [""]);
}

/** Lower case without tone marks and apostrophes; `ü` and `yu` after l and n as the table has them. */
function soundKey(word: string): string {
  return fold(
    word
      .toLowerCase()
      .replace(/[üǖǘǚǜ]/gu, "v")
      .replace(/['’-]/gu, ""),
  ).replace(/^lyu/u, "lv");
}

function nameReadings(syllable: string): string[] {
  const { pinyin } = hanViet();
  const rows = [...(pinyin.get(syllable) ?? [])];
  if (syllable === "lu" || syllable === "nu") rows.push(...(pinyin.get(`${syllable[0]}v`) ?? []));
  const rare = rows.filter(([char]) => SURNAME_ONLY.has(char));
  const usual = rows.filter(([char]) => !SURNAME_ONLY.has(char));
  const ranked = [...usual, ...rare].flatMap(([, readings]) => readings);
  return [...new Set(ranked)].slice(0, MAX_READINGS);
}

function surnameReadings(sound: string): string[] {
  const { pinyin } = hanViet();
  const compound = COMPOUND_SURNAMES[sound];
  if (compound !== undefined) return [compound];
  const rows = [...(pinyin.get(sound) ?? []), ...(sound === "lu" ? (pinyin.get("lv") ?? []) : [])];
  const ranked = rows
    .map(([char, readings]) => ({ rank: SURNAMES.indexOf(char), readings }))
    .filter(({ rank }) => rank >= 0)
    .sort((a, b) => a.rank - b.rank);
  return [...new Set(ranked.flatMap(({ readings }) => readings))].map(capitalize);
}
