import { COUNTRIES, type NumberEntity, namesIn, numbersIn } from "../../language/names/index.ts";
import {
  type DateMention,
  datesIn,
  fold,
  foldedTerms,
  terms,
  unifyTonePlacement,
} from "../../language/text/index.ts";
import { asVietnamese, foreignNames } from "../../language/translate/index.ts";
import type { SpanType, TextRange } from "../../model/index.ts";
import type { Question } from "../question/index.ts";
import { rightSide } from "./article-sentences.ts";
import { COUNTED_ALIKE, sameNoun } from "./counted-nouns.ts";

/** Words of a sentence that could be the answer. */
export interface Candidate {
  readonly type: SpanType;
  /** UTF-16 range in the sentence. */
  readonly start: number;
  readonly end: number;
  /** How well it fits what the question says besides the type, 0 to 1: less for a year where a day is asked. */
  readonly fit: number;
}

/** "CHDCND Lào", "CHND Trung Hoa": a state, whatever its capitals look like. */
const STATE = /^(?:CHDCND|CHND|CHXHCN|CHLB|CHDC|CH) /u;

type Found = Omit<Candidate, "fit"> & { readonly fit?: number };

/** Fit of a candidate that has the type only. */
export const TYPE_ONLY = 0.3;
/** Fit of a place that is not told as the one where something took place, or of another kind than is asked. */
const OTHER_PLACE = 0.7;
/** Fit of a span of days where their number is asked. */
const BY_SPAN = 0.8;
/** Fit of "hôm nay", "tuần trước": a date for who knows when the article appeared. */
const RELATIVE = 0.4;
/** Fit of a date by its finest part, where the question doesn't name the part: reports of visits tell days. */
const BY_PRECISION = { day: 1, month: 0.8, year: 0.5 } as const;

/** Words that lead a reason; the reason is what stands behind them up to the end of the clause. */
const REASON =
  /(?<![\p{L}\p{M}])(?:nhân dịp|nhân kỷ niệm|hướng tới|chào mừng|kỷ niệm|mừng|nhân|vì|do|bởi|nhằm|để|nhờ|sau khi|trước việc|nguyên nhân|lý do|lí do|theo lời mời|với mong muốn|phục vụ|góp phần)(?![\p{L}\p{M}])[^.;]*/giu;

function reasonsIn(sentence: string): Found[] {
  return [...sentence.matchAll(REASON)].map((m) => ({
    type: "reason",
    start: m.index,
    end: m.index + m[0].trimEnd().length,
  }));
}

function quotedIn(sentence: string): Found[] {
  return [...sentence.matchAll(/["“][^"”]{2,120}["”]/gu)].map((m) => ({
    type: "phrase",
    start: m.index + 1,
    end: m.index + m[0].length - 1,
  }));
}

/** "mốc số 1116(2)", "mốc giới 1088/2-1089". */
const MARK =
  /(?<!\p{L})(?:cột )?mốc(?: giới)?(?: số)? \d[\d/()-]{0,14}(?: (?:tới|đến|và) (?:mốc(?: giới)?(?: số)? )?\d[\d/()-]{0,14})?/giu;

const marksIn = (sentence: string): Found[] =>
  [...sentence.matchAll(MARK)].map(({ index, 0: words }) => ({
    type: "place",
    start: index,
    end: index + words.length,
  }));

function ofType(sentence: string, question: Question): Found[] {
  const foreign = question.answerType === "person" ? foreignNames(sentence) : null;
  if (foreign !== null) {
    const vi = asVietnamese(sentence);
    return foreign.map(({ start, end, forms }) => ({
      type: "person",
      start,
      end,
      fit: rightSideIn(vi, forms, question) ? 1 : TYPE_ONLY,
    }));
  }
  const names = () => namesIn(sentence);
  switch (question.answerType) {
    case "person":
      return names()
        .filter((e) => e.type === "person" && !STATE.test(sentence.slice(e.start, e.end)))
        .map((e) => ({ ...e, fit: rightSide(sentence, e, question) ? 1 : TYPE_ONLY }));
    case "position":
    case "definition":
      return names().filter((e) => e.type === "position");
    case "place":
      return [
        ...names().filter((e) => e.type === "place" || e.type === "organisation"),
        ...marksIn(sentence),
      ].map((e) => ({ ...e, fit: placeFit(sentence, e, question) }));
    case "organisation":
      return names().filter((e) => e.type === "organisation" || e.type === "place");
    case "date":
      return datesIn(sentence)
        .filter((d) => d.kind !== "time")
        .map((d) => ({ type: "date", start: d.start, end: d.end, fit: dateFit(d, question) }));
    case "time":
      return datesIn(sentence)
        .filter((d) => d.kind === "time")
        .map((d) => ({ type: "time", start: d.start, end: d.end }));
    case "number": {
      const dates = datesIn(sentence);
      // "mấy ngày", "bao lâu": from which day to which tells it.
      const spans = question.detail.units?.includes("ngay")
        ? dates.filter(({ endDate, date }) => endDate?.day != null && date?.day != null)
        : [];
      return [
        ...spans.map(({ start, end }): Found => ({ type: "number", start, end, fit: BY_SPAN })),
        ...[...numbersIn(sentence), ...smallNumbers(sentence, question)]
          .filter((n) => !dates.some((d) => n.start < d.end && d.start < n.end))
          .map(
            (n): Found => ({
              type: "number",
              start: n.start,
              end: n.end,
              fit: numberFit(sentence, n, question),
            }),
          ),
      ];
    }
    case "reason":
      return reasonsIn(sentence);
    default:
      return [...quotedIn(sentence), ...names().filter((e) => e.type !== "position")];
  }
}

/** Whether a person stands on the asked side of what was done, by the rendering of a foreign sentence. */
function rightSideIn(rendered: string, forms: readonly string[], question: Question): boolean {
  // Who meets a delegation receives it.
  const vi = rendered.replace(/hội (?:kiến|đàm) (?=đoàn)/gu, "tiếp ");
  const form = forms.find((name) => vi.includes(name));
  if (form === undefined) return true;
  const start = vi.indexOf(form);
  return rightSide(vi, { start, end: start + form.length }, question);
}

/** What leads up to where something took place. */
const AT =
  /(?<!\p{L})(?:tại|ở|địa điểm|trụ sở|từ|đến|tới|sang|qua|về|thăm|at|in|to)\s(?:[\p{L}\p{M}]{1,12}\s){0,6}$/iu;

/** How well a place fits: of a country as asked, of the asked kind, or told as where something took place. */
function placeFit(
  sentence: string,
  { start, end }: TextRange,
  { detail, focus }: Question,
): number {
  const name = sentence.slice(start, end);
  if (detail.country) return isCountry(name) ? 1 : TYPE_ONLY;
  const before = sentence.slice(Math.max(0, start - 50), start);
  // "(Trung Quốc)" says whose a place is.
  if (/\((?:nước )?$/u.test(before) && /^\)/u.test(sentence.slice(end))) return TYPE_ONLY;
  if (isCountry(name)) return OTHER_PLACE;
  if (focus.length > 0) {
    const around = foldedTerms(`${before.slice(-24)}${name}`);
    return focus.every((word) => around.includes(word)) ? 1 : OTHER_PLACE;
  }
  return AT.test(before) ? 1 : OTHER_PLACE;
}

/** How well a date fits. A day told only relatively ("hôm qua") leaves the reader without it. */
function dateFit(mention: DateMention, { detail }: Question): number {
  const date = mention.endDate ?? mention.date;
  if (mention.kind === "lunar" && detail.datePart === null && mention.precision !== "none")
    return mention.precision === "day" ? BY_PRECISION.day : BY_PRECISION.month;
  if (mention.kind === "relative" || date === null) return RELATIVE;
  if (detail.span && mention.endDate === null) return TYPE_ONLY;
  if (detail.datePart !== null) return date[detail.datePart] === null ? TYPE_ONLY : 1;
  const part = date.day !== null ? "day" : date.month !== null ? "month" : "year";
  return BY_PRECISION[part];
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
function numberFit(sentence: string, number: NumberEntity, question: Question): number {
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
function smallNumbers(sentence: string, { focus }: Question): NumberEntity[] {
  const nouns = COUNTED_ALIKE.find((alike) =>
    alike.some((noun) => `${focus.join(" ")} `.startsWith(`${noun} `)),
  );
  if (nouns === undefined) return [];
  const list = terms(sentence);
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

function isCountry(name: string): boolean {
  const bare = name.toLowerCase().replace(/^(?:nước )?(?:chdcnd |chnd |ch )?/u, "");
  return COUNTRIES.has(unifyTonePlacement(bare));
}

/**
 * Finds the words of a sentence that have the asked type and don't merely repeat the question.
 *
 * @param sentence One sentence, NFC.
 * @returns Candidates in text order, ranges within the sentence.
 */
export function candidatesIn(sentence: string, question: Question): Candidate[] {
  const asked = new Set(question.terms.map((term) => term.folded));
  const numberAsked = question.answerType === "number";
  return ofType(sentence, question)
    .map((c) => ({ ...c, fit: c.fit ?? 1 }))
    .filter((c) => {
      const words = terms(sentence.slice(c.start, c.end));
      const telling = numberAsked ? words.filter((w) => /\d/u.test(w.folded)) : words;
      if (numberAsked && telling.length === 0) return true;
      return telling.some((word) => !asked.has(word.folded));
    });
}
