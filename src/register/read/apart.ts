import type { When } from "./when.ts";

/** Days that one journey may take. */
const MOST_DAYS = 7;

/** True where two dates can't be of one journey. */
export function apart(a: When, b: When): boolean {
  if (a.date.year !== null && b.date.year !== null && a.date.year !== b.date.year) return true;
  const [one, other] = [dayOf(a), dayOf(b)];
  if (one !== null && other !== null) {
    const days = Math.abs(one - other);
    return Math.min(days, 366 - days) > MOST_DAYS;
  }
  const [m, n] = [
    a.date.month ?? a.endDate?.month ?? null,
    b.date.month ?? b.endDate?.month ?? null,
  ];
  return m !== null && n !== null && ![0, 1, 11].includes(Math.abs(m - n));
}

function dayOf({ date, endDate }: When): number | null {
  const known = date.day === null ? endDate : date;
  return known === null || known.day === null || known.month === null
    ? null
    : Math.round((known.month - 1) * 30.5) + known.day;
}
