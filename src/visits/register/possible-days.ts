import type { PartialDate, Visit } from "../../model/index.ts";

/** A report without a year appears within this many days of the visit (news, not a look back). */
const MAX_DAYS_TO_PUBLICATION = 31;
/** A visit is announced at most this long before. */
const MAX_DAYS_AHEAD = 180;
const DAY_MS = 86_400_000;

/** First and last day on which something can have been, as numbers `YYYYMMDD`. */
interface PossibleDays {
  readonly first: number;
  readonly last: number;
}

/** A day as a number that sorts: 2025-01-21 → 20250121. */
export function dayNumber(year: number, month: number, day: number): number {
  return year * 10_000 + month * 100 + day;
}

/**
 * The days on which a visit can have been; null where its year is not known.
 *
 * A day and month without a year are placed beside the date of publication where that is near: a paper
 * of 22/01/2025 that tells of "21/1" means 2025. Nothing but search and order rests on this.
 */
export function possibleDays(
  visit: Pick<Visit, "date" | "endDate" | "published" | "planned">,
): PossibleDays | null {
  const { date, endDate } = visit;
  const year = date.year ?? yearBeside(visit);
  if (year === null) return null;
  const end = endDate ?? date;
  const endMonth = end.month ?? date.month;
  // A span whose last day comes earlier in the year ended in the next one.
  const wraps = end.year === null && (endMonth ?? 0) < (date.month ?? 0);
  const endYear = end.year ?? year + (wraps ? 1 : 0);
  return {
    first: dayNumber(year, date.month ?? 1, date.day ?? 1),
    last: dayNumber(endYear, endMonth ?? 12, end.day ?? 31),
  };
}

function yearBeside({
  date,
  published,
  planned,
}: {
  readonly date: PartialDate;
  readonly published: string | null;
  readonly planned: boolean;
}): number | null {
  const { month, day } = date;
  if (published === null || month === null || day === null) return null;
  const out = Date.parse(`${published}T00:00:00Z`);
  if (Number.isNaN(out)) return null;
  const around = new Date(out).getUTCFullYear();
  for (const year of [around, around - 1, around + 1]) {
    const days = (out - Date.UTC(year, month - 1, day)) / DAY_MS;
    const fits = planned
      ? days <= 0 && days >= -MAX_DAYS_AHEAD
      : days >= 0 && days <= MAX_DAYS_TO_PUBLICATION;
    if (fits) return year;
  }
  return null;
}
