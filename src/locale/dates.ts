import type { PartialDate, VisitFilter, VisitKind } from "../model/index.ts";
import { dateParts } from "./format.ts";
import type { AskedPeriod, ShownDate } from "./visits/texts.ts";

/** How a language writes dates as far as they are known; all parts are numbers of the calendar. */
export interface DateWords {
  readonly day: (year: number, month: number, day: number) => string;
  readonly month: (year: number, month: number) => string;
  readonly year: (year: number) => string;
  /** The year is not told. */
  readonly dayAndMonth: (month: number, day: number) => string;
  readonly monthOnly: (month: number) => string;
  readonly dayOnly: (day: number) => string;
  readonly unknown: string;
  /** Several days of one month. */
  readonly days: (year: number, month: number, first: number, last: number) => string;
  /** What a filter sets; the dates are in words already. */
  readonly filter: {
    readonly years: (from: number, to: number) => string;
    readonly between: (from: string, to: string) => string;
    readonly from: (date: string) => string;
    readonly to: (date: string) => string;
  };
  /** A day of ISO 8601 as articles write it. */
  readonly shortDay: (isoDay: string) => string;
  /** A date of an answer without a remark on what is unknown. */
  readonly known: (date: PartialDate) => string;
  /** Such a date with that remark. */
  readonly yearUnknown: (words: string) => string;
  /** What a question sets; days as `shortDay` writes them. */
  readonly asked: {
    readonly year: (year: number) => string;
    readonly month: (year: number, month: number) => string;
    readonly day: (day: string) => string;
    readonly since: (day: string) => string;
    readonly until: (day: string) => string;
    readonly between: (from: string, to: string) => string;
  };
}

function known({ year, month, day }: PartialDate, words: DateWords): string {
  if (year !== null) {
    if (month === null) return words.year(year);
    return day === null ? words.month(year, month) : words.day(year, month, day);
  }
  if (month !== null) return day === null ? words.monthOnly(month) : words.dayAndMonth(month, day);
  return day === null ? words.unknown : words.dayOnly(day);
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
