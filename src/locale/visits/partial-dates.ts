import type { VisitFilter } from "../../register/filter.ts";
import type { PartialDate } from "../../text/partial-date.ts";
import { dateParts } from "../format.ts";

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

/** The time that a filter sets, in the shortest true form. */
export type FilterPeriod =
  | { readonly kind: "year" | "month" | "day"; readonly date: string }
  | { readonly kind: "years"; readonly from: string; readonly to: string }
  | { readonly kind: "from" | "to"; readonly date: string }
  | { readonly kind: "between"; readonly from: string; readonly to: string };

const lastOfMonth = (year: number, month: number) =>
  new Date(Date.UTC(year, month, 0)).getUTCDate();

/** What `from` and `to` of a filter say together, dates in words; null where they are not set or no days. */
export function filterPeriod(
  { from: first, to: last }: VisitFilter,
  words: DateWords,
): FilterPeriod | null {
  const from = first === undefined ? null : dateParts(first);
  const to = last === undefined ? null : dateParts(last);
  const startsYear = from?.month === 1 && from.day === 1;
  const endsYear = to?.month === 12 && to.day === 31;
  const startsMonth = from?.day === 1;
  const endsMonth = to !== null && to.day === lastOfMonth(to.year, to.month);
  if (from !== null && to !== null) {
    const isSameMonth = from.year === to.year && from.month === to.month;
    if (startsYear && endsYear) {
      return from.year === to.year
        ? { kind: "year", date: words.year(from.year) }
        : { kind: "years", from: String(from.year), to: String(to.year) };
    }
    if (isSameMonth && startsMonth && endsMonth)
      return { kind: "month", date: words.month(from.year, from.month) };
    if (isSameMonth && from.day === to.day)
      return { kind: "day", date: words.day(from.year, from.month, from.day) };
    if (startsMonth && endsMonth)
      return {
        kind: "between",
        from: words.month(from.year, from.month),
        to: words.month(to.year, to.month),
      };
  }
  const start =
    from === null
      ? null
      : startsYear
        ? words.year(from.year)
        : words.day(from.year, from.month, from.day);
  const end =
    to === null ? null : endsYear ? words.year(to.year) : words.day(to.year, to.month, to.day);
  if (start !== null && end !== null) return { kind: "between", from: start, to: end };
  if (start !== null) return { kind: "from", date: start };
  return end === null ? null : { kind: "to", date: end };
}
