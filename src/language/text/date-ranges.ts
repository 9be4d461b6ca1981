import type { PartialDate, TextRange } from "../../model/index.ts";
import type { DatePatterns } from "./date-patterns.ts";
import { comparePartialDates, isPossibleDate } from "./partial-date.ts";

/** A date or span found in a text, before its neighbours are looked at. */
export interface FoundDate extends TextRange {
  date: PartialDate;
  endDate: PartialDate | null;
}

const DAY_MS = 86_400_000;

/**
 * Joins `28/2 đến 5/3`, `ngày 14 đến 16/4`, `06 - 08/5/2019`, and days one behind the other in a list
 * (`21, 22 và 23/3`); hands month and year on in other lists.
 */
export function joinRanges(
  text: string,
  found: readonly FoundDate[],
  patterns: DatePatterns,
): FoundDate[] {
  const joined: FoundDate[] = [];
  for (const next of found) {
    const last = joined.at(-1);
    const gap = last === undefined ? "" : text.slice(last.end, next.start);
    if (last !== undefined && last.endDate === null && patterns.link.test(gap)) {
      const start = earlier(last.date, next.date);
      if (start !== null) {
        joined[joined.length - 1] = {
          start: last.start,
          end: next.end,
          date: start,
          endDate: sameYearOn(start, next.date),
        };
        continue;
      }
    }
    if (last !== undefined && patterns.and.test(gap)) {
      if (isBareDay(last.date)) last.date = { ...next.date, day: last.date.day };
      if (isDayAfter(last.endDate ?? last.date, next.date)) {
        const date = sameYearBefore(last.date, next.date);
        joined[joined.length - 1] = { start: last.start, end: next.end, date, endDate: next.date };
        continue;
      }
    }
    const span = withDaysBefore(text, withDayBefore(text, next, patterns), patterns);
    // "ngày 21, 22 và 23/3": its first day was found by itself.
    if (last !== undefined && last.end > span.start) joined.pop();
    joined.push(span);
  }
  return joined;
}

function withDayBefore(text: string, found: FoundDate, patterns: DatePatterns): FoundDate {
  const { date } = found;
  if (date.day === null || date.month === null || found.endDate !== null) return found;
  const from = Math.max(0, found.start - 24);
  const match = patterns.dayBefore.exec(text.slice(from, found.start));
  const day = Number(match?.groups?.d ?? date.day);
  if (match === null || day >= date.day) return found;
  return { ...found, start: from + match.index, date: { ...date, day }, endDate: date };
}

/** `21, 22 và ` before `23/3`: the first and the last of days that follow each other. */
function withDaysBefore(text: string, found: FoundDate, patterns: DatePatterns): FoundDate {
  const { date } = found;
  if (date.day === null || date.month === null || found.endDate !== null) return found;
  const from = Math.max(0, found.start - 48);
  const match = patterns.daysBefore.exec(text.slice(from, found.start));
  const days = (match?.groups?.days?.match(/\d+/gu) ?? []).map(Number);
  const isRow = [...days, date.day].every((day, i, all) => i === 0 || day === all[i - 1]! + 1);
  if (match === null || !isRow) return found;
  return { ...found, start: from + match.index, date: { ...date, day: days[0]! }, endDate: date };
}

/** True where two days stand side by side in the calendar: 31/3 and 1/4. */
function isDayAfter(first: PartialDate, next: PartialDate): boolean {
  if (first.day === null || first.month === null || next.day === null || next.month === null)
    return false;
  if (first.year !== null && first.year !== next.year) return false;
  // A year with a 29 February, where it is not known.
  const year = next.year ?? 2024;
  const days = (date: PartialDate) => Date.UTC(year, date.month! - 1, date.day!) / DAY_MS;
  return days(next) - days(first) === 1;
}

/** `31/3 và 1/4/2025`: the year behind the last day holds for the first. */
function sameYearBefore(first: PartialDate, last: PartialDate): PartialDate {
  return { ...first, year: first.year ?? last.year };
}

/** The first date of a span, completed from its last; null where the two can't be one span. */
function earlier(first: PartialDate, last: PartialDate): PartialDate | null {
  if ((first.day === null) !== (last.day === null)) return null;
  if (last.day !== null && last.month === null) return null;
  const month = first.month ?? last.month;
  if ((month === null) !== (last.month === null)) return null;
  const acrossNewYear = month !== null && last.month !== null && month > last.month;
  const year = first.year ?? (last.year === null ? null : last.year - (acrossNewYear ? 1 : 0));
  const whole = { year, month, day: first.day };
  if (!isPossibleDate(whole)) return null;
  return !acrossNewYear && comparePartialDates(whole, last) >= 0 ? null : whole;
}

/** `28/2/2023 đến 5/3`: the year of the first date holds for the last one. */
function sameYearOn(first: PartialDate, last: PartialDate): PartialDate {
  if (last.year !== null || first.year === null) return last;
  const acrossNewYear = first.month !== null && last.month !== null && first.month > last.month;
  return { ...last, year: first.year + (acrossNewYear ? 1 : 0) };
}

function isBareDay(date: PartialDate): boolean {
  return date.day !== null && date.month === null;
}
