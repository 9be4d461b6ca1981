import type { DatePatterns } from "./date-patterns.ts";
import { comparePartialDates, isPossibleDate, type PartialDate } from "./partial-date.ts";

/** A date or span found in a text, before its neighbours are looked at. */
export interface FoundDate {
  start: number;
  end: number;
  date: PartialDate;
  endDate: PartialDate | null;
}

/** Joins `28/2 đến 5/3`, `ngày 14 đến 16/4`, `06 - 08/5/2019`; hands month and year on in lists. */
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
    if (last !== undefined && patterns.and.test(gap) && isBareDay(last.date)) {
      last.date = { ...next.date, day: last.date.day };
    }
    joined.push(withDayBefore(text, next, patterns));
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
