import type { Visit } from "../../model/index.ts";
import { possibleDays } from "../../visits/register/index.ts";

/** How finely a date is known. */
type Precision = "day" | "month" | "year";

/** When a visit began, as far as it is known; the year as search takes it. */
interface Dated {
  readonly visit: Visit;
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly precision: Precision;
}

/** Visits of one stretch of time. */
export interface TimelineRow {
  readonly label: string;
  /** True where the visits' month or day is not known, so that they belong to no finer row. */
  readonly vague: boolean;
  /** True for the row of visits without a year. */
  readonly undated?: boolean;
  readonly visits: readonly Visit[];
}

interface TimelineRows {
  readonly rows: readonly TimelineRow[];
  /** Visits of which no year is known. */
  readonly undated: readonly Visit[];
}

function datedOf(visit: Visit): Dated | null {
  // A span is drawn where it began.
  const days = possibleDays({ ...visit, endDate: null });
  if (days === null) return null;
  const { first, last } = days;
  const precision = first === last ? "day" : visit.date.month === null ? "year" : "month";
  const year = Math.floor(first / 10_000);
  return { visit, year, month: Math.floor(first / 100) % 100, day: first % 100, precision };
}

/** A way to part time into rows of equal length, numbered in order. */
interface Scale {
  readonly needs: Precision;
  readonly rowOf: (at: { year: number; month: number; day: number }) => number;
  readonly label: (row: number) => string;
}

const DAY_MS = 86_400_000;
const utcDay = ({ year, month, day }: { year: number; month: number; day: number }) =>
  Math.floor(Date.UTC(year, month - 1, day) / DAY_MS);
const monthOf = ({ year, month }: { year: number; month: number }) => year * 12 + month - 1;

const years = (length: number): Scale => ({
  needs: "year",
  rowOf: ({ year }) => Math.floor(year / length),
  label: (row) => (length === 1 ? String(row) : `${row * length}–${row * length + length - 1}`),
});

/** How a quarter of a year is written. */
type QuarterLabel = (quarter: number, year: number) => string;

/** From the finest to the coarsest. */
const scales = (quarter: QuarterLabel): readonly Scale[] => [
  {
    needs: "day",
    rowOf: utcDay,
    label: (row) => {
      const date = new Date(row * DAY_MS);
      return `${date.getUTCDate()}/${date.getUTCMonth() + 1}/${date.getUTCFullYear()}`;
    },
  },
  { needs: "month", rowOf: monthOf, label: (row) => `${(row % 12) + 1}/${Math.floor(row / 12)}` },
  {
    needs: "month",
    rowOf: (at) => Math.floor(monthOf(at) / 3),
    label: (row) => quarter((row % 4) + 1, Math.floor(row / 4)),
  },
  ...[1, 2, 5, 10, 20, 50, 100].map(years),
];

const FINENESS: readonly Precision[] = ["year", "month", "day"];
const isFineEnough = (precision: Precision, needs: Precision) =>
  FINENESS.indexOf(precision) >= FINENESS.indexOf(needs);

/** Rows of one scale, empty ones between the first and the last included; null where they are too many. */
function rowsOn(scale: Scale, list: readonly Dated[], maxRows: number): TimelineRow[] | null {
  const fine = new Map<number, Visit[]>();
  /** By the year or month that is known, with the row behind which they stand. */
  const vague = new Map<string, { behind: number; visits: Visit[] }>();
  for (const at of list) {
    if (isFineEnough(at.precision, scale.needs)) {
      const row = scale.rowOf(at);
      const there = fine.get(row);
      if (there) there.push(at.visit);
      else fine.set(row, [at.visit]);
      continue;
    }
    const end = at.precision === "year" ? { month: 12, day: 31 } : { month: at.month, day: 31 };
    const label = at.precision === "year" ? String(at.year) : `${at.month}/${at.year}`;
    const group = vague.get(label) ?? { behind: scale.rowOf({ ...at, ...end }), visits: [] };
    group.visits.push(at.visit);
    vague.set(label, group);
  }
  const known = [...fine.keys()];
  const first = Math.min(...known);
  const last = Math.max(...known);
  const length = known.length === 0 ? 0 : last - first + 1;
  if (length + vague.size > maxRows) return null;
  const rows: (TimelineRow & { at: number })[] = Array.from({ length }, (_, i) => ({
    at: first + i,
    label: scale.label(first + i),
    vague: false,
    visits: fine.get(first + i) ?? [],
  }));
  for (const [label, { behind, visits }] of vague)
    rows.push({ at: behind + 0.5, label, vague: true, visits });
  return rows.sort((a, b) => a.at - b.at);
}

/**
 * Groups visits by time, earliest first, as finely as `maxRows` allows: by day, month, quarter, year or
 * several years. A visit of which only the year is known gets a row of its year, not one of its months.
 */
export function timelineRows(
  visits: readonly Visit[],
  maxRows: number,
  quarter: QuarterLabel,
): TimelineRows {
  const dated: Dated[] = [];
  const undated: Visit[] = [];
  for (const visit of visits) {
    const at = datedOf(visit);
    if (at === null) undated.push(visit);
    else dated.push(at);
  }
  if (dated.length === 0) return { rows: [], undated };
  const all = scales(quarter);
  for (const scale of all) {
    const rows = rowsOn(scale, dated, maxRows);
    if (rows !== null) return { rows, undated };
  }
  return { rows: rowsOn(all.at(-1)!, dated, Number.POSITIVE_INFINITY)!, undated };
}
