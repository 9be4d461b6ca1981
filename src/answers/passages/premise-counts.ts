import {
  datesIn,
  foldAligned,
  foldedWords,
  matchesIn,
  readOnce,
} from "../../language/text/index.ts";
import type { Question } from "../question/index.ts";

/** Smaller numbers are seldom what sets a thing apart, and reports write them in words. */
const LEAST = 13;
/** A number with what it counts behind it, folded: "60 suat hoc bong"; hours, spans and ages are none. */
const COUNT =
  /(?<![\d/.,:-])(\d{1,3}(?:[.,]\d{3}){0,3}|\d{2,7})(?= (?!gio|phut|h(?![a-z])|thang|ngay|nam|tuan|tuoi|lan(?![a-z])|quy|dem|va(?![a-z])|den(?![a-z])|toi(?![a-z])|o(?![a-z])|tai(?![a-z])|giua(?![a-z])|voi(?![a-z])|cua(?![a-z])|la(?![a-z])|do(?![a-z])|da(?![a-z])|se(?![a-z])|duoc|dien ra|hop|ban(?![a-z])|ky(?![a-z])|thong nhat)[a-z]{2})/gu;
/** Words before a number that is a name or a place in an order. */
const NO_COUNT =
  /(?:^|[^a-z])(?:thang|ngay|nam|quy|lan|thu|ky|phien|vong|moc|moc so|so|cot|km|dieu|quoc lo|ql|khu vuc|khoa|cap|luc|nhiem ky|giai doan|mung|tet|ben|cua|duong|tram|doan|hom|dot|sang|chieu|toi|den|tu|-|–|va|,) ?$/u;

/** The numbers of things that a question takes for granted, as digits without points. */
export const countsAsked = readOnce(({ searchText, answerType }: Question): readonly string[] => {
  // "Xin 1.500 lao động mà rốt cuộc nhận được bao nhiêu": another page may tell how many it became.
  if (answerType === "number") return [];
  const folded = foldAligned(searchText);
  const dates = datesIn(searchText);
  return matchesIn(folded, COUNT).flatMap(({ index, 1: digits }) => {
    const number = digits!.replace(/[.,]/gu, "");
    const isDate = dates.some(({ start, end }) => start <= index && index < end);
    const isYear = /^(?:19|20)\d\d$/u.test(number);
    if (isDate || isYear || Number(number) < LEAST || NO_COUNT.test(folded.slice(0, index)))
      return [];
    return [number];
  });
});

const ONES = "khong mot hai ba bon nam sau bay tam chin".split(" ");
const DIGITS = "零一二三四五六七八九";
const ENGLISH = " twenty thirty forty fifty sixty seventy eighty ninety".split(" ");

/** A number below a hundred in words, folded: "sau muoi", "muoi lam", "sixty", 六十. */
function spelled(number: number): string[] {
  if (number > 99) return [];
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  const behind =
    ones === 5 ? ["lam", "nam"] : ones === 4 ? ["bon", "tu"] : [ones === 1 ? "mot" : ONES[ones]!];
  const ten = tens === 1 ? "muoi" : `${ONES[tens]!} muoi`;
  const vietnamese = ones === 0 ? [ten] : behind.map((word) => `${ten} ${word}`);
  const chinese = `${tens === 1 ? "" : DIGITS[tens]!}十${ones === 0 ? "" : DIGITS[ones]!}`;
  return [...vietnamese, ...(ones === 0 && tens > 1 ? [ENGLISH[tens - 1]!] : []), chinese];
}

/** True where a text tells a number, in digits or in words. */
export function tellsCount(text: string, number: string): boolean {
  const told = matchesIn(text, /(?<![\d.,])0?(\d{1,3}(?:[.,]\d{3}){1,3}|\d{2,9})(?!\d)/gu);
  if (told.some(([, digits]) => digits!.replace(/[.,]/gu, "") === number)) return true;
  const words = foldedWords(text);
  return spelled(Number(number)).some((name) =>
    name.includes("十") ? text.includes(name) : ` ${words} `.includes(` ${name} `),
  );
}
