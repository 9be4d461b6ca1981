import type { PartialDate } from "../../model/index.ts";

// A year is unknown as long as nobody names it, so 29 February has to pass then.
const DAYS_IN_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

export const UNKNOWN_DATE: PartialDate = { year: null, month: null, day: null };

/** True where the known parts can stand together in the calendar: 31/2 and month 13 can't. */
export function isPossibleDate({ year, month, day }: PartialDate): boolean {
  if (year !== null && (year < 1000 || year > 2999)) return false;
  if (month !== null && (month < 1 || month > 12)) return false;
  if (day === null) return true;
  if (day < 1 || day > (month === null ? 31 : DAYS_IN_MONTH[month - 1]!)) return false;
  const leap = year === null || (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0));
  return leap || month !== 2 || day < 29;
}

/** `2025-01-21`, or null where a part is unknown. */
export function isoDate({ year, month, day }: PartialDate): string | null {
  if (year === null || month === null || day === null) return null;
  const two = (n: number) => String(n).padStart(2, "0");
  return `${year}-${two(month)}-${two(day)}`;
}

/** Vietnamese digits form of the known parts: `21/1/2025`, `21/1`, `9/1973`, `2023`; null if none is known. */
export function formatPartialDate({ year, month, day }: PartialDate): string | null {
  // A gap (day and year, no month) can't be written with slashes: the year says more.
  const parts = month === null ? [year ?? day] : [day, month, year];
  const known = parts.filter((part) => part !== null);
  return known.length === 0 ? null : known.join("/");
}

/** Reads `YYYY-MM-DD`, `dd/mm/yyyy`, `dd-mm-yyyy` or `dd.mm.yyyy`, a time behind it allowed; else null. */
export function parseFullDate(text: string): PartialDate | null {
  const iso = /^\s*(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/u.exec(text);
  const local = /^\s*(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?!\d)/u.exec(text);
  const date = iso
    ? { year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) }
    : local
      ? { year: Number(local[4]), month: Number(local[3]), day: Number(local[1]) }
      : null;
  return date !== null && isPossibleDate(date) ? date : null;
}

/**
 * Orders two dates, earlier first. Only parts known in both are compared, the year first; dates that
 * share no known part, or are equal in all of them, give 0.
 */
export function comparePartialDates(a: PartialDate, b: PartialDate): number {
  for (const part of ["year", "month", "day"] as const) {
    const x = a[part];
    const y = b[part];
    if (x !== null && y !== null && x !== y) return x - y;
  }
  return 0;
}

/** Words for the day that was told last, and for the one behind it: alternatives of an expression. */
export const SAME_DAY =
  "cùng ngày|cùng buổi|hôm đó|the same day|later that day|that evening|当晚|当天|同日";
export const NEXT_DAY =
  "(?:(?:sáng|chiều|ngày) )?hôm sau|ngày kế tiếp|the (?:following|next) day|次日|第二天";

/** The day behind one; without its day where that hangs on a month or a leap year that is not known. */
export function dayAfter({ year, month, day }: PartialDate): PartialDate {
  const isOpen = day === null || month === null || (year === null && month === 2 && day === 28);
  if (isOpen) return { year, month, day: null };
  const next = new Date(Date.UTC(year ?? 2023, month - 1, day + 1));
  return {
    year: year === null ? null : next.getUTCFullYear(),
    month: next.getUTCMonth() + 1,
    day: next.getUTCDate(),
  };
}
