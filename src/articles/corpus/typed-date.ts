import { isoDate, isPossibleDate } from "../../language/text/index.ts";
import type { PartialDate } from "../../model/index.ts";

/** Which of an article's dates. */
type DateField = "published" | "event";

/** Why a typed date is not taken. */
export type DateProblem = "unreadable" | "impossible" | "too-late" | "too-early";

/** A date that a person typed, or why it is not taken. */
type TypedDate =
  | { readonly ok: true; readonly date: PartialDate; readonly iso: string }
  | { readonly ok: false; readonly problem: DateProblem };

const DAY_MS = 24 * 3_600_000;
/** Visits are announced some weeks ahead; a report is not of tomorrow, but for a clock that is wrong. */
const AHEAD_DAYS: Readonly<Record<DateField, number>> = { published: 1, event: 366 };
/** The two countries established relations in 1950; what an office files is not older. */
const EARLIEST = "1945-01-01";

const FORMS: readonly (readonly [RegExp, "dmy" | "ymd"])[] = [
  [/^(?:ngày\s+)?(\d{1,2})\s*([/.-])\s*(\d{1,2})\s*\2\s*(\d{4})$/iu, "dmy"],
  [/^(\d{4})([/.-])(\d{1,2})\2(\d{1,2})$/u, "ymd"],
  [/^(?:ngày\s+)?(\d{1,2})\s+(tháng)\s+(\d{1,2})\s+năm\s+(\d{4})$/iu, "dmy"],
  [/^(\d{4})\s*(年)\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日?$/u, "ymd"],
];

/**
 * Reads a day that a person typed: `21/1/2025`, `2025-01-21`, `21 tháng 1 năm 2025`, `2025年1月21日`.
 *
 * @param text Normalised.
 * @param now Milliseconds since 1970; days of the far future are slips of the finger.
 */
export function readTypedDate(text: string, field: DateField, now = Date.now()): TypedDate {
  const date = partsOf(text.trim());
  if (date === null) return { ok: false, problem: "unreadable" };
  const iso = isPossibleDate(date) ? isoDate(date) : null;
  if (iso === null) return { ok: false, problem: "impossible" };
  const latest = new Date(now + AHEAD_DAYS[field] * DAY_MS).toISOString().slice(0, 10);
  if (iso > latest) return { ok: false, problem: "too-late" };
  return iso < EARLIEST ? { ok: false, problem: "too-early" } : { ok: true, date, iso };
}

function partsOf(text: string): PartialDate | null {
  for (const [form, order] of FORMS) {
    const match = form.exec(text);
    if (match === null) continue;
    const [first, month, last] = [Number(match[1]), Number(match[3]), Number(match[4])];
    return order === "dmy" ? { year: last, month, day: first } : { year: first, month, day: last };
  }
  return null;
}
