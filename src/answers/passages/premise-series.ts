import { fold, matchesIn } from "../../language/text/index.ts";
import type { Question } from "../question/index.ts";

const ROMAN: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10 };
const ONES = "nhat hai ba tu nam sau bay tam chin".split(" ");
const BEHIND_TEN = ["mot", ...ONES.slice(1)].map((one) => (one === "nam" ? "lam" : one));
/** "nhat" … "hai muoi chin"; the longer ones first where they are looked for. */
const WORDS = [
  ...ONES,
  "muoi",
  ...BEHIND_TEN.map((one) => `muoi ${one}`),
  "hai muoi",
  ...BEHIND_TEN.map((one) => `hai muoi ${one}`),
];
/** Each with its number; "muoi bon" is said as well as "muoi tu". */
const VALUE_OF = new Map<string, number>([
  ...WORDS.map((word, i): [string, number] => [word, i + 1]),
  ["bon", 4],
  ["muoi bon", 14],
  ["hai muoi bon", 24],
  ["hai muoi nam", 25],
]);
const ENGLISH =
  "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(
    " ",
  );
const DIGITS = "一二三四五六七八九";

const DIGITS_OR_ROMAN = "\\d{1,3}|[ivx]{1,6}";
const SPELLED = [...VALUE_OF.keys()].sort((a, b) => b.length - a.length);
const ANY = `${DIGITS_OR_ROMAN}|${SPELLED.join("|")}`;
/** Numbers that are no day of the week. */
const NO_DAY = SPELLED.filter((word) => WORDS.indexOf(word) > 6 || word.includes(" ")).join("|");
/** "lần thứ hai", "phiên họp thứ 5", "lần 5"; "3 lần năm 2020" names a year. */
const VIETNAMESE = new RegExp(
  `(?<![a-z])(?:(?:lan|(?:ky|phien|vong)(?: hop| gap| hoi dam| doi thoai| giao ban| thuong ky| dinh ky){0,2}) (?<!bi )thu (${ANY})|(?:ky|phien|vong|hoi nghi|cuoc hop|dien dan)(?: [a-z]{2,6}){1,7}? (?<!bi )thu (?=[\\divxtcm])(${DIGITS_OR_ROMAN}|${NO_DAY})|lan(?: [a-z]{2,6}){1,4}? (?<!bi )thu (${ANY})|lan (${DIGITS_OR_ROMAN}|hai|ba))(?![a-z\\d/.-]|,\\d)`,
  "gu",
);
/** In an article any number behind "thứ" may be of a series, but for days of the week and matters in their order ("Thứ hai, …"). */
const TOLD = new RegExp(
  `(?<![a-z])(?:lan thu (${ANY})|(?<=[a-z] )(?<!(?<![a-z])(?:sang|chieu|toi|trua|dem|ngay|hom|vao|bi|va|tu|den|moi) )thu (${ANY})|lan (${DIGITS_OR_ROMAN}|hai|ba))(?![a-z\\d])`,
  "gu",
);
/** "The second day" is none of a series of events. */
const LATIN = new RegExp(
  `\\b(?:(\\d{1,3})(?:st|nd|rd|th)|(${ENGLISH.join("|")}))\\b(?! (?:days?|stop|half|quarter|month|week|year|floor|phase|largest|century)\\b)`,
  "giu",
);
const CHINESE = /第([一二三四五六七八九十]{1,3}|\d{1,3})(?:次|届|轮|期)/gu;

/** "13", "xiii", "hai" as a number; null for what is none. */
function ordinalOf(word: string): number | null {
  if (/^\d+$/u.test(word)) return Number(word);
  const spelled = VALUE_OF.get(word);
  if (spelled !== undefined) return spelled;
  const values = [...word].map((letter) => ROMAN[letter] ?? 0);
  if (values.includes(0)) return null;
  return values.reduce((sum, value, i) => sum + (value < (values[i + 1] ?? 0) ? -value : value), 0);
}

/** "十三" as a number. */
function chineseValue(word: string): number {
  if (/^\d/u.test(word)) return Number(word);
  const [tens, ones] = word.includes("十") ? word.split("十") : ["", word];
  const ten = word.includes("十") ? 10 * (tens === "" ? 1 : DIGITS.indexOf(tens!) + 1) : 0;
  return ten + (ones === "" ? 0 : DIGITS.indexOf(ones!) + 1);
}

function foreignOrdinals(text: string): number[] {
  return [
    ...matchesIn(text, LATIN).map((match) =>
      match[1] === undefined ? ENGLISH.indexOf(match[2]!.toLowerCase()) + 1 : Number(match[1]),
    ),
    ...matchesIn(text, CHINESE).map((match) => chineseValue(match[1]!)),
  ];
}

const ordinals = (pattern: RegExp, text: string) =>
  matchesIn(fold(text).replace(/\s+/gu, " "), pattern).flatMap(
    (match) => ordinalOf(match.slice(1).find((word) => word !== undefined)!) ?? [],
  );

/**
 * Which ones of a series of events a question names by number: "hội nghị lần thứ 5", "the 13th conference",
 * 第十四次会晤. The first is left out: "lần thứ nhất", "first" tell of beginnings as well.
 */
export function numbersAsked({
  text,
  searchText,
  language,
}: {
  readonly text: string;
  readonly searchText: string;
  readonly language: string;
}): number[] {
  const found =
    language === "vi"
      ? [...ordinals(VIETNAMESE, searchText), ...furtherNumbers(searchText)]
      : foreignOrdinals(text);
  return [...new Set(found.filter((number) => number > 1))];
}

/** "lần thứ 5, 6, 7": those behind the first one. */
function furtherNumbers(text: string): number[] {
  const folded = fold(text).replace(/\s+/gu, " ");
  return matchesIn(folded, /(?:thu|lan) \d{1,2}((?:(?:,| va) \d{1,2}(?![/\d]))+)/gu).flatMap(
    ([, rest]) => matchesIn(rest!, /\d+/gu).map(([number]) => Number(number)),
  );
}

/** All numbers by which an article in any of the three languages names the members of series. */
export function seriesTold(text: string): ReadonlySet<number> {
  return new Set([...ordinals(TOLD, text), ...foreignOrdinals(text)]);
}

/** Of an event of a series: another one of it has its own day, place and people. */
const TOLD_OF_ONE: ReadonlySet<Question["answerType"]> = new Set(["person", "date", "place"]);

/** True where a sentence names only other ones of a series than the one that a question is about. */
export function isOfOther(
  asked: readonly number[],
  { answerType }: Question,
  sentence: string,
): boolean {
  if (asked.length === 0 || !TOLD_OF_ONE.has(answerType)) return false;
  const told = seriesTold(sentence);
  return told.size > 0 && !asked.some((number) => told.has(number));
}
