import { hasMarks, isSyllableShaped, terms } from "../../language/text/index.ts";
import type { Language } from "../../model/index.ts";
import { readAsked } from "./asked.ts";
import type { AnswerDetail, AnswerType, QueryTerm, Question } from "./question.ts";
import { isStopWord } from "./question-words.ts";

/** Units of time in the words of a question, each with the forms that an article may use for it. */
const TIME_UNITS: Readonly<Record<string, readonly string[]>> = {
  nam: ["nam"],
  thang: ["thang"],
  tuan: ["tuan"],
  ngay: ["ngay", "hom"],
  hom: ["ngay", "hom"],
  dem: ["dem", "ngay"],
  gio: ["gio", "tieng", "h"],
  tieng: ["gio", "tieng", "h"],
  phut: ["phut"],
};
const ANY_TIME = ["nam", "thang", "tuan", "ngay", "hom", "dem", "gio", "tieng", "phut"];
const MONEY = [
  "usd",
  "dong",
  "euro",
  "eur",
  "vnd",
  "won",
  "yen",
  "te",
  "do",
  "bang",
  "rup",
  "ruble",
];
const MONEY_NOUNS = new Set(["tien", "usd", "dong", "euro", "do", "ty", "trieu", "von"]);
/** Words before the question words in which what is measured is looked for. */
const MEASURED_WORDS = 6;
const LENGTH = ["km", "m", "met", "cay", "kilomet", "dam", "hai"];
const AREA = ["ha", "hec", "hecta", "km2", "m2", "km²", "m²", "met"];
/** Units of measure behind "bao nhiêu", with the forms that an article may use for them. */
const MEASURES: Readonly<Record<string, readonly string[]>> = {
  km: ["km", "cay", "kilomet"],
  cay: ["km", "cay", "kilomet"],
  m: ["m", "met"],
  met: ["m", "met"],
  ha: AREA,
  hecta: AREA,
  phan: ["%", "phan"],
  tan: ["tan"],
};
/** What is measured, right before "bao nhiêu", with the units that tell it. */
const MEASURED: readonly (readonly [RegExp, readonly string[]])[] = [
  [
    /(?:^| )(?:von|kim ngach|gdp|grdp|tri gia|doanh thu|chi phi|kinh phi|gia tri|ngan sach)(?: |$)/u,
    MONEY,
  ],
  [/(?:^| )dien tich(?: |$)/u, AREA],
  [/(?:^| )(?:dai|cao|sau|cach|cach nhau)$/u, LENGTH],
];

/**
 * Reads what an answer must have besides its type.
 *
 * @param phrase Question words without marks: "ngay nao", "bao nhieu".
 * @param focus Folded words of the noun asked about.
 * @param before Folded words before the question words, the nearest last.
 * @param datesAsked Number of date question words: two ask for a span.
 */
function answerDetail(
  type: AnswerType,
  phrase: string,
  focus: readonly string[],
  datesAsked: number,
  before: readonly string[] = [],
): AnswerDetail {
  const words = phrase.split(" ");
  const has = (word: string) => words.includes(word);
  let datePart: AnswerDetail["datePart"] = null;
  if (type === "date") {
    if (has("ngay") || has("hom") || has("mung") || has("mong")) datePart = "day";
    else if (has("thang")) datePart = "month";
    else if (has("nam")) datePart = "year";
  }
  let units: readonly string[] | null = null;
  if (type === "number") {
    const noun = focus[0] ?? "";
    if (phrase === "bao lau") units = ANY_TIME;
    else if (has("tien") || MONEY_NOUNS.has(noun)) units = MONEY;
    else units = TIME_UNITS[noun] ?? MEASURES[noun] ?? null;
    const told = before.slice(-MEASURED_WORDS).join(" ");
    // "vốn là bao nhiêu", "dài bao nhiêu": what is measured stands before.
    if (focus.length === 0) units ??= MEASURED.find(([noun]) => noun.test(told))?.[1] ?? null;
  }
  const country =
    type === "place" &&
    (focus.at(-1) === "nuoc" || (focus.at(-1) === "gia" && focus.at(-2) === "quoc"));
  return { datePart, span: datesAsked > 1, units, country };
}

const NAME_START = /^\p{Lu}/u;

/**
 * Reads a Vietnamese question (or a Vietnamese rendering of one): what is asked and which words find it.
 *
 * @param text NFC question as asked.
 * @param language Language of the asker.
 * @param searchText Vietnamese text to search with; the question itself when it is Vietnamese.
 */
export function readQuestion(
  text: string,
  language: Language = "vi",
  searchText: string = text,
): Question {
  const unmarked = !hasMarks(searchText);
  const list = terms(searchText);
  const { type, focus, before, phrase, datesAsked, predicate, used } = readAsked(
    searchText,
    list,
    unmarked,
  );
  const detail = answerDetail(type, phrase, focus, datesAsked, before);
  const kept: QueryTerm[] = [];
  let last = -2;
  list.forEach((term, i) => {
    // A capital stop word is a name: Bằng Tường, Anh.
    const capital = i > 0 && NAME_START.test(searchText.slice(term.start));
    // Typed in lower case, a foreign name still doesn't look like a Vietnamese syllable.
    const foreign = /^[a-z]{3,}$/u.test(term.folded) && !isSyllableShaped(term.folded);
    const stop = isStopWord(term, unmarked) && (unmarked || !capital);
    if (used.has(i) || stop) return;
    kept.push({
      marked: term.marked,
      folded: term.folded,
      name: capital || foreign,
      follows: last === i - 1,
      start: term.start,
      end: term.end,
    });
    last = i;
  });
  return {
    text,
    language,
    searchText,
    unmarked,
    answerType: type,
    detail,
    terms: kept,
    focus,
    predicate,
  };
}
