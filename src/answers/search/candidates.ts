import { COUNTRIES, namesIn, numbersIn } from "../../language/names/index.ts";
import {
  type DateMention,
  datesIn,
  foldedTerms,
  matchesIn,
  readOnce,
  terms,
  unifyTonePlacement,
} from "../../language/text/index.ts";
import { asVietnamese, foreignNames } from "../../language/translate/index.ts";
import type { SpanType, TextRange } from "../../model/index.ts";
import type { Question } from "../question/index.ts";
import { rightSide } from "./article-sentences.ts";
import { numberFit, smallNumbers, TYPE_ONLY } from "./counted.ts";

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
  return matchesIn(sentence, REASON).map((m) => ({
    type: "reason",
    start: m.index,
    end: m.index + m[0].trimEnd().length,
  }));
}

function quotedIn(sentence: string): Found[] {
  return matchesIn(sentence, /["“][^"”]{2,120}["”]/gu).map((m) => ({
    type: "phrase",
    start: m.index + 1,
    end: m.index + m[0].length - 1,
  }));
}

/** "mốc số 1116(2)", "mốc giới 1088/2-1089". */
const MARK =
  /(?<!\p{L})(?:cột )?mốc(?: giới)?(?: số)? \d[\d/()-]{0,14}(?: (?:tới|đến|và) (?:mốc(?: giới)?(?: số)? )?\d[\d/()-]{0,14})?/giu;

const marksIn = (sentence: string): Found[] =>
  matchesIn(sentence, MARK).map(({ index, 0: words }) => ({
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
      const list = terms(sentence);
      // "mấy ngày", "bao lâu": from which day to which tells it.
      const spans = question.detail.units?.includes("ngay")
        ? dates.filter(({ endDate, date }) => endDate?.day != null && date?.day != null)
        : [];
      return [
        ...spans.map(({ start, end }): Found => ({ type: "number", start, end, fit: BY_SPAN })),
        ...[...numbersIn(sentence, list), ...smallNumbers(list, question)]
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

function isCountry(name: string): boolean {
  const bare = name.toLowerCase().replace(/^(?:nước )?(?:chdcnd |chnd |ch )?/u, "");
  return COUNTRIES.has(unifyTonePlacement(bare));
}

const wordsAsked = readOnce(
  ({ terms }: Question): ReadonlySet<string> => new Set(terms.map(({ folded }) => folded)),
);

/**
 * Finds the words of a sentence that have the asked type and don't merely repeat the question.
 *
 * @param sentence One sentence, NFC.
 * @returns Candidates in text order, ranges within the sentence.
 */
export function candidatesIn(sentence: string, question: Question): Candidate[] {
  const asked = wordsAsked(question);
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
