import { numbersIn } from "../../language/names/index.ts";
import { terms } from "../../language/text/index.ts";

/** A number with what it counts. */
export interface NumberRead {
  readonly start: number;
  readonly end: number;
  /** In digits: "1500", "5.2"; number words as far as they are read, else the words. */
  readonly value: string;
  /** Multiplier and unit right behind it: "trieu dong", "%", "km"; empty where none stands there. */
  readonly unit: string;
  /** Folded words behind it, of which what is counted is one. */
  readonly counted: readonly string[];
}

const DIGIT_WORDS: Readonly<Record<string, number>> = {
  ...{ một: 1, mốt: 1, hai: 2, đôi: 2, ba: 3, bốn: 4, tư: 4, năm: 5, lăm: 5 },
  ...{ sáu: 6, bảy: 7, tám: 8, chín: 9 },
};
/** Multipliers and measures; what else is counted are things, which others name otherwise. */
const UNITS = new Set(
  "nghìn ngàn vạn triệu tỷ tỉ usd đô vnd đồng euro eur tệ km m kg tấn ha phần trăm".split(" "),
);
const SAME_UNIT: Readonly<Record<string, string>> = {
  ...{ ngàn: "nghìn", tỉ: "tỷ", đô: "usd", eur: "euro", "%": "phần trăm" },
};
/** Sides and the like, which are always two: "hai bên", "hai nước". */
const BOTH = new Set(
  "bên nước tỉnh phía địa đoàn đảng huyện thành đơn cơ dân quốc nhà chính xã bộ ngành khu vùng đầu thị lãnh lực ông vị đồng người nền chiều".split(
    " ",
  ),
);
const MOST_COUNTED = 4;

/** "1.500" and "1,500" are 1500, "5,2" and "5.2" are 5.2. */
function digits(written: string): string {
  const bare = written.replace(/[\s%]/gu, "");
  if (/^\d{1,3}(?:[.,]\d{3})+$/u.test(bare)) return String(Number(bare.replace(/[.,]/gu, "")));
  const value = Number(bare.replace(",", "."));
  return Number.isNaN(value) ? bare : String(value);
}

function valueOfWords(words: readonly string[]): string | null {
  let total = 0;
  let digit: number | null = null;
  for (const word of words) {
    if (word === "mười") total += 10;
    else if (word === "mươi" || word === "chục") {
      total += (digit ?? 1) * 10;
      digit = null;
    } else if (Object.hasOwn(DIGIT_WORDS, word)) digit = DIGIT_WORDS[word]!;
    else return null;
  }
  return String(total + (digit ?? 0));
}

/** The numbers of a sentence that count something; "một", and "hai" of two sides, count nothing. */
export function numbersOf(text: string): NumberRead[] {
  const list = terms(text);
  return numbersIn(text).flatMap((found): NumberRead[] => {
    const own = list.filter(({ start, end }) => start >= found.start && end <= found.numberEnd);
    const inDigits = /^\d+(?:[.,]\d+)*/u.exec(text.slice(found.start));
    const words = own.map(({ marked }) => marked);
    const tail = inDigits === null ? [] : words.slice(inDigits[0].split(/[.,]/u).length);
    const count = inDigits === null ? words.findIndex((word) => UNITS.has(word)) : 0;
    const number = inDigits === null && count >= 0 ? words.slice(0, count) : words;
    const value =
      inDigits === null
        ? (valueOfWords(number.filter((word) => word !== "rưỡi")) ?? number.join(" "))
        : digits(inDigits[0]);
    if (value === "" || value === "0") return [];
    const percent = /^\d[\d.,]*\s*%/u.test(text.slice(found.start)) ? ["%"] : [];
    const behind = list.filter(({ start }) => start >= found.numberEnd).slice(0, MOST_COUNTED);
    const next = behind[0]?.marked ?? "";
    // "cả hai", "lần thứ hai" count nothing either.
    const isBoth = /(?:cả|thứ)\s$/iu.test(text.slice(0, found.start));
    if (inDigits === null && (value === "1" || isBoth || (value === "2" && BOTH.has(next))))
      return [];
    const multipliers = inDigits === null && count >= 0 ? words.slice(count) : tail;
    // "lần thứ 5 đồng chí Tập": no money.
    const money = multipliers.at(-1) === "đồng" && next === "chí" ? -1 : multipliers.length;
    const units = [...percent, ...multipliers.slice(0, money)].filter(
      (word) => UNITS.has(word) || word === "%",
    );
    return [
      {
        start: found.start,
        end: found.numberEnd,
        value,
        unit: units.map((word) => SAME_UNIT[word] ?? word).join(" "),
        counted:
          inDigits === null
            ? []
            : [
                ...multipliers.filter((word) => !UNITS.has(word)),
                ...behind.map(({ marked }) => marked),
              ],
      },
    ];
  });
}
