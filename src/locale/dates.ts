/** How each language writes dates and times: as far as they are known, as a filter sets them, as a question asks. */
import type { Language, PartialDate, VisitFilter, VisitKind } from "../model/index.ts";
import { dateParts, two } from "./format.ts";
import type { AskedPeriod, ShownDate } from "./visits/texts.ts";

function known({ year, month, day }: PartialDate, words: DateWords): string {
  if (year !== null) {
    if (month === null) return words.year(year);
    return day === null ? words.month(year, month) : words.day(year, month, day);
  }
  if (month !== null) return day === null ? words.monthOnly(month) : words.dayAndMonth(month, day);
  return day === null ? words.unknown : words.dayOnly(day);
}

/** The day of an article, `YYYY-MM-DD`; the words for none where it is not known. */
export function articleDay(isoDate: string | null, none: string, words: DateWords): string {
  if (isoDate === null) return none;
  const parts = dateParts(isoDate);
  return parts === null ? isoDate : words.day(parts.year, parts.month, parts.day);
}

/** The date of a visit as far as it is known, to its last day where it lasted several. */
export function visitDate(
  { date, endDate }: { readonly date: PartialDate; readonly endDate: PartialDate | null },
  words: DateWords,
): string {
  if (endDate === null) return known(date, words);
  const { year, month, day } = date;
  if (year !== null && month !== null && day !== null && endDate.day !== null) {
    const isSameMonth = (endDate.year ?? year) === year && (endDate.month ?? month) === month;
    if (isSameMonth) return words.days(year, month, day, endDate.day);
  }
  return `${known(date, words)} – ${known(endDate, words)}`;
}

/** The date of a visit in an answer; in square brackets where a part follows from the day of publication. */
export function shownDate({ first, last, settled }: ShownDate, words: DateWords): string {
  const known = words.known(first);
  const date = last === null ? known : `${known} – ${words.known(last)}`;
  if (first.month !== null && first.year === null) return words.yearUnknown(date);
  return settled ? `[${date}]` : date;
}

/** The time that a question sets. */
export function askedTime(asked: AskedPeriod, words: DateWords): string {
  if (asked.kind === "between")
    return words.asked.between(words.shortDay(asked.from), words.shortDay(asked.to));
  const [year, month] = asked.date.split("-").map(Number) as [number, number];
  if (asked.kind === "year") return words.asked.year(year);
  if (asked.kind === "month") return words.asked.month(year, month);
  return words.asked[asked.kind](words.shortDay(asked.date));
}

const lastOfMonth = (year: number, month: number) =>
  new Date(Date.UTC(year, month, 0)).getUTCDate();

/** What `from` and `to` of a filter say together, in the shortest true form; null where they are not set or no days. */
function filterTime({ from: first, to: last }: VisitFilter, words: DateWords): string | null {
  const from = first === undefined ? null : dateParts(first);
  const to = last === undefined ? null : dateParts(last);
  const startsYear = from?.month === 1 && from.day === 1;
  const endsYear = to?.month === 12 && to.day === 31;
  const startsMonth = from?.day === 1;
  const endsMonth = to !== null && to.day === lastOfMonth(to.year, to.month);
  const { filter } = words;
  if (from !== null && to !== null) {
    const isSameMonth = from.year === to.year && from.month === to.month;
    if (startsYear && endsYear)
      return from.year === to.year ? words.year(from.year) : filter.years(from.year, to.year);
    if (isSameMonth && startsMonth && endsMonth) return words.month(from.year, from.month);
    if (isSameMonth && from.day === to.day) return words.day(from.year, from.month, from.day);
    if (startsMonth && endsMonth)
      return filter.between(words.month(from.year, from.month), words.month(to.year, to.month));
  }
  const day = (at: { readonly year: number; readonly month: number; readonly day: number }) =>
    words.day(at.year, at.month, at.day);
  const start = from === null ? null : startsYear ? words.year(from.year) : day(from);
  const end = to === null ? null : endsYear ? words.year(to.year) : day(to);
  if (start !== null && end !== null) return filter.between(start, end);
  if (start !== null) return filter.from(start);
  return end === null ? null : filter.to(end);
}

/** How a language names the parts of a filter. */
interface ScopeWords {
  readonly dates: DateWords;
  readonly undated: string;
  readonly planned: string;
  readonly done: string;
  readonly kind: Readonly<Record<VisitKind, string>>;
  readonly place: (name: string) => string;
  readonly host: (name: string) => string;
  readonly guest: (name: string) => string;
  readonly words: (words: string) => string;
}

/** A filter in words, its parts parted by dots. */
export function scopeInWords(filter: VisitFilter, words: ScopeWords): string {
  const time = filterTime(filter, words.dates);
  const parts = [
    ...(time === null ? [] : [time]),
    ...(filter.undated ? [words.undated] : []),
    ...(filter.sides ?? []),
    filter.counterpart,
    filter.host && words.host(filter.host),
    filter.guest && words.guest(filter.guest),
    filter.place && words.place(filter.place),
    filter.person,
    filter.kinds?.map((kind) => words.kind[kind].toLowerCase()).join(", "),
    filter.planned === undefined ? undefined : filter.planned ? words.planned : words.done,
    filter.topic && words.words(filter.topic),
    filter.words && words.words(filter.words),
  ];
  return parts.filter((part) => part !== undefined && part !== "").join(" · ");
}

const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
const monthName = (month: number) => MONTHS[month - 1] ?? String(month);

type Ymd = readonly [number, number, number];
const parts = (iso: string) => iso.split("-").map(Number) as unknown as Ymd;
const joined = (known: readonly (number | string | null)[], by: string) =>
  known.filter((one) => one !== null).join(by);

const dayEn = (year: number, month: number, day: number) => `${day} ${monthName(month)} ${year}`;
const dayZh = (year: number, month: number, day: number) => `${year}年${month}月${day}日`;

/** "Không rõ ngày", "Năm 2023", "Tháng 9/1973", "21/1/2025". */
function knownVi({ year, month, day }: PartialDate): string {
  if (day !== null && month !== null) return joined([day, month, year], "/");
  if (month !== null) return `Tháng ${joined([month, year], "/")}`;
  return year === null ? "Không rõ ngày" : `Năm ${year}`;
}

/** "Date unknown", "2023", "Sep 1973", "21 Jan 2025". */
function knownEn({ year, month, day }: PartialDate): string {
  const name = month === null ? null : monthName(month);
  return joined([month === null ? null : day, name, year], " ") || "Date unknown";
}

/** "日期不详", "2023年", "1973年9月", "2025年1月21日". */
function knownZh({ year, month, day }: PartialDate): string {
  if (year === null && month === null) return "日期不详";
  const inYear = year === null ? "" : `${year}年`;
  return `${inYear}${month === null ? "" : `${month}月`}${month === null || day === null ? "" : `${day}日`}`;
}

/** How a language writes dates as far as they are known; all parts are numbers of the calendar. */
const vi = {
  day: (year: number, month: number, day: number) => `${two(day)}/${two(month)}/${year}`,
  month: (year: number, month: number) => `tháng ${month}/${year}`,
  year: (year: number) => `năm ${year}`,
  /** The year is not told. */
  dayAndMonth: (month: number, day: number) => `${two(day)}/${two(month)}, không rõ năm`,
  monthOnly: (month: number) => `tháng ${month}, không rõ năm`,
  dayOnly: (day: number) => `ngày ${day}, không rõ tháng, năm`,
  unknown: "không rõ ngày",
  /** Several days of one month. */
  days: (year: number, month: number, first: number, last: number) =>
    `${two(first)}–${two(last)}/${two(month)}/${year}`,
  /** What a filter sets; the dates are in words already. */
  filter: {
    years: (from: number, to: number) => `${from}–${to}`,
    between: (from: string, to: string) => `từ ${from} đến ${to}`,
    from: (date: string) => `từ ${date}`,
    to: (date: string) => `đến hết ${date}`,
  },
  /** A day of ISO 8601 as articles write it: `21/1/2025`. */
  shortDay: (isoDay: string) => parts(isoDay).toReversed().join("/"),
  /** A date of an answer without a remark on what is unknown. */
  known: knownVi,
  /** Such a date with that remark. */
  yearUnknown: (words: string) => `${words} (không rõ năm)`,
  /** What a question sets; days as `shortDay` writes them. */
  asked: {
    year: (y: number) => `trong năm ${y}`,
    month: (y: number, m: number) => `trong tháng ${m}/${y}`,
    day: (day: string) => `ngày ${day}`,
    since: (day: string) => `từ ngày ${day} trở đi`,
    until: (day: string) => `đến hết ngày ${day}`,
    between: (from: string, to: string) => `từ ${from} đến ${to}`,
  },
};
type DateWords = typeof vi;

export const DATE_WORDS: Readonly<Record<Language, DateWords>> = {
  vi,
  en: {
    day: dayEn,
    month: (year, month) => `${monthName(month)} ${year}`,
    year: String,
    dayAndMonth: (month, day) => `${day} ${monthName(month)}, year unknown`,
    monthOnly: (month) => `${monthName(month)}, year unknown`,
    dayOnly: (day) => `day ${day}, month and year unknown`,
    unknown: "date unknown",
    days: (year, month, first, last) => `${first}–${last} ${monthName(month)} ${year}`,
    filter: {
      years: (from, to) => `${from}–${to}`,
      between: (from, to) => `${from} to ${to}`,
      from: (date) => `since ${date}`,
      to: (date) => `up to ${date}`,
    },
    shortDay: (iso) => dayEn(...parts(iso)),
    known: knownEn,
    yearUnknown: (words) => `${words} (year unknown)`,
    asked: {
      year: (y) => `in ${y}`,
      month: (y, m) => `in ${monthName(m)} ${y}`,
      day: (day) => `on ${day}`,
      since: (day) => `from ${day} on`,
      until: (day) => `up to ${day}`,
      between: (from, to) => `from ${from} to ${to}`,
    },
  },
  zh: {
    day: dayZh,
    month: (year, month) => `${year}年${month}月`,
    year: (year) => `${year}年`,
    dayAndMonth: (month, day) => `${month}月${day}日（年份不详）`,
    monthOnly: (month) => `${month}月（年份不详）`,
    dayOnly: (day) => `${day}日（年月不详）`,
    unknown: "日期不详",
    days: (year, month, first, last) => `${year}年${month}月${first}–${last}日`,
    filter: {
      years: (from, to) => `${from}–${to}年`,
      between: (from, to) => `${from}至${to}`,
      from: (date) => `${date}以来`,
      to: (date) => `截至${date}`,
    },
    shortDay: (iso) => dayZh(...parts(iso)),
    known: knownZh,
    yearUnknown: (words) => `${words}（年份不详）`,
    asked: {
      year: (y) => `${y}年`,
      month: (y, m) => `${y}年${m}月`,
      day: (day) => day,
      since: (day) => `${day}起`,
      until: (day) => `截至${day}`,
      between: (from, to) => `${from}至${to}`,
    },
  },
};
