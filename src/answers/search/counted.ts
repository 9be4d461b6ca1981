import type { NumberEntity } from "../../language/names/index.ts";
import { fold, foldedTerms, type Term } from "../../language/text/index.ts";
import type { Question } from "../question/index.ts";

/** Fit of a candidate that has the type only. */
export const TYPE_ONLY = 0.3;

/** Names of the same that questions and reports count, folded. */
const COUNTED_ALIKE: readonly (readonly string[])[] = [
  ["cong ty", "doanh nghiep", "tap doan", "hang"],
  [
    "nguoi",
    "thanh vien",
    "dai bieu",
    "vi",
    "dan",
    "em",
    "can bo",
    "hoc sinh",
    "sinh vien",
    "thieu nhi",
    "thieu nien",
    "khach",
    "du khach",
    "lao dong",
    "ten",
    "doi tuong",
    "nghi pham",
    "can pham",
    "chien si",
    "dong chi",
    "cu dan",
    "cong dan",
    "nan nhan",
    "bac si",
    "giao vien",
    "si quan",
    "nhan dan",
    "hanh khach",
  ],
  ["du an", "chuong trinh", "cong trinh"],
  ["ngay", "hom"],
  ["qua", "suat qua", "phan qua"],
  ["xe", "phuong tien", "container"],
  ["van kien", "thoa thuan", "hiep dinh", "ban ghi nho", "bien ban", "van ban"],
  ["gia dinh", "ho", "cap vo chong"],
  ["linh vuc", "mang", "nganh"],
  ["may bay", "chuyen co", "phi co"],
  ["lan", "chuyen", "luot"],
  ["cuoc", "buoi", "phien"],
];

/** True where a question and a sentence count the same by two names of it. */
function sameNoun(asked: readonly string[], counted: readonly string[]): boolean {
  const begins = (words: readonly string[], noun: string) =>
    `${words.join(" ")} `.startsWith(`${noun} `);
  return COUNTED_ALIKE.some(
    (nouns) => nouns.some((n) => begins(asked, n)) && nouns.some((n) => begins(counted, n)),
  );
}

/** Fit of a number that counts something else than the noun of the question; it may be another word for it. */
const OTHER_NOUN = 0.6;
/** "hai bên", "hai nước": a way to say both, hardly ever an amount. */
const BOTH = /^hai (?:ben|nuoc|phia|dang|dan toc|dia phuong|tinh|thanh pho)(?![a-z])/u;

/** Words of a number itself; "tỷ" is not the "ty" of "công ty". */
const SCALE = new Set("chuc tram nghin ngan van trieu ty ti".split(" "));
/** What is counted in a question of another language, as asked: "how many commune-level units does", "多少次会谈". */
const COUNTED_OWN =
  /\bhow many\s((?:[a-z-]{1,20}\s){1,4}?)(?=(?:did|do|does|has|have|had|was|were|are|is|will|would|can|could|to|in|from|of|at|on|that|who)\b)|(?:多少|几)([\p{Script=Han}]{1,4})/iu;

/** True where the words behind a number are those that a question of the same language counts. */
function countsAsAsked(behind: string, { language, text }: Question): boolean {
  if (language === "vi") return false;
  const [, english, chinese] = COUNTED_OWN.exec(text) ?? [];
  if (chinese !== undefined) return behind.startsWith(chinese.slice(0, 2));
  const stem = (word: string) => word.toLowerCase().replace(/s$/u, "");
  const asked = (english ?? "").split(/[\s-]/u).filter(Boolean).map(stem);
  const told = behind
    .slice(0, 48)
    .split(/[^\p{L}]/u)
    .filter(Boolean)
    .slice(0, 4)
    .map(stem);
  return asked.length > 0 && asked.filter((word) => told.includes(word)).length * 2 > asked.length;
}

/** How well a number fits what is counted. */
export function numberFit(sentence: string, number: NumberEntity, question: Question): number {
  const { detail, focus } = question;
  if (countsAsAsked(sentence.slice(number.numberEnd), question)) return 1;
  const words = foldedTerms(sentence.slice(number.start, number.end));
  if (BOTH.test(words.join(" "))) return TYPE_ONLY;
  if (sentence.slice(number.start, number.end).includes("%")) words.push("%");
  const told = currencyOf(sentence.slice(number.start));
  const asked = told === null ? null : currencyAsked(question);
  if (asked !== null && told !== asked) return TYPE_ONLY;
  if (detail.units !== null)
    return words.some((word) => detail.units!.includes(word)) ? 1 : TYPE_ONLY;
  if (focus.length === 0) return 1;
  if (countsOthers(sentence.slice(number.numberEnd), question)) return TYPE_ONLY;
  const counted = words.filter((word) => !SCALE.has(word) && !/\d/u.test(word));
  return focus.some((word) => counted.includes(word)) || sameNoun(focus, counted) ? 1 : OTHER_NOUN;
}

const amountIn = (words: string): RegExp =>
  new RegExp(
    `^[\\d.,]{0,15} ?(?:(?:nghìn|ngàn|triệu|tỷ|tỉ|nghin|trieu|ty) ){0,2}(?:${words})(?!\\p{L})`,
    "iu",
  );
const CURRENCIES: readonly (readonly [string, RegExp])[] = [
  ["vnd", amountIn("đồng|dong|vnđ|vnd")],
  ["usd", amountIn("usd|đô la|đôla|do la")],
  ["cny", amountIn("nhân dân tệ|nhan dan te|ndt|tệ")],
];

/** The currency of an amount at the beginning of a text; null where it has none. */
const currencyOf = (text: string): string | null =>
  CURRENCIES.find(([, words]) => words.test(text))?.[0] ?? null;

/** The currency in which a question asks for an amount ("bao nhiêu tỷ đồng"); null where it asks for none. */
function currencyAsked({ searchText }: Question): string | null {
  const how = /(?<!\p{L})(?:bao nhiêu|bao nhieu|mấy|may) /iu.exec(searchText);
  return how === null ? null : currencyOf(searchText.slice(how.index + how[0].length));
}

const COUNTED_OF =
  /(?:bao nhieu|may) (?:[a-z]{1,10} ){1,3}?(viet nam|trung quoc|lao|campuchia)(?![a-z])/u;
const OF_COUNTRY = /^ ?(?:[a-z]{1,10} ){1,3}?(viet nam|trung quoc|lao|campuchia)(?![a-z])/u;

/** "17 công dân Trung Quốc" where "bao nhiêu công dân Việt Nam" is asked. */
function countsOthers(behind: string, { searchText }: Question): boolean {
  const asked = COUNTED_OF.exec(fold(searchText))?.[1];
  const told = OF_COUNTRY.exec(fold(behind.slice(0, 48)))?.[1];
  return asked !== undefined && told !== undefined && asked !== told;
}

const SMALL = new Set(["một", "ba", "tư", "năm", "đôi"]);

/** "ba văn kiện": words that are numbers only right before what a question counts. */
export function smallNumbers(list: readonly Term[], { focus }: Question): NumberEntity[] {
  const nouns = COUNTED_ALIKE.find((alike) =>
    alike.some((noun) => `${focus.join(" ")} `.startsWith(`${noun} `)),
  );
  if (nouns === undefined) return [];
  return list.flatMap((term, i): NumberEntity[] => {
    if (!SMALL.has(term.marked)) return [];
    const next = list.slice(i + 1, i + 4);
    const noun = nouns.find((one) =>
      `${next.map(({ folded }) => folded).join(" ")} `.startsWith(`${one} `),
    );
    if (noun === undefined) return [];
    const end = next[noun.split(" ").length - 1]!.end;
    return [{ type: "number", start: term.start, end, numberEnd: term.end }];
  });
}

/** True where what a question counts has names of its own, so that a number of something else is no answer. */
export function countsKnown({
  answerType,
  focus,
}: Pick<Question, "answerType" | "focus">): boolean {
  if (answerType !== "number") return false;
  const asked = `${focus.join(" ")} `;
  return COUNTED_ALIKE.some((nouns) => nouns.some((noun) => asked.startsWith(`${noun} `)));
}
