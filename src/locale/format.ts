/** Building blocks of the locales: numbers, plurals, dates. */
import type { SourceRow } from "../model/index.ts";
import type { ReadingTexts } from "./reading.ts";

interface DateParts {
  readonly year: string;
  readonly month: string;
  readonly day: string;
  readonly hour: string;
  readonly minute: string;
}

/** Writes a whole number with the language's group separator (`1.234`, `1,234`). */
function numberFormat(tag: string): (value: number) => string {
  // Made at the first use: three languages' formats at every start cost more than one number ever shown.
  let format: Intl.NumberFormat | null = null;
  return (value) => {
    format ??= new Intl.NumberFormat(tag, { maximumFractionDigits: 0 });
    return format.format(value);
  };
}

/** Numbers as each language writes them. */
export const NUMBERS = {
  vi: numberFormat("vi-VN"),
  en: numberFormat("en-GB"),
  zh: numberFormat("zh-CN"),
};

/** English count with its noun: `1 article`, `3 articles`. */
export function plural(count: string, one: string, many: string): string {
  return count === "1" ? `1 ${one}` : `${count} ${many}`;
}

/** Years that something spans, as a language writes one year or two; empty where none is known. */
export function yearSpan(
  years: { readonly first: number | string; readonly last: number | string } | null,
  one: (year: number | string) => string,
  two: (first: number | string, last: number | string) => string,
): string {
  if (years === null) return "";
  return years.first === years.last ? one(years.first) : two(years.first, years.last);
}

/** Splits `YYYY-MM-DD`; anything else gives null. */
export function dateParts(
  isoDate: string,
): { readonly year: number; readonly month: number; readonly day: number } | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(isoDate);
  if (match === null) return null;
  return { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
}

/** Vietnam has kept UTC+7 since 1975, and no summer time: the system's formatter would take 10 ms to be made. */
const VIETNAM_AHEAD_MS = 7 * 60 * 60 * 1000;

/** The parts of a moment on a Vietnamese clock (UTC+7), two digits each, the year four. */
export function vietnamTime(moment: Date): DateParts {
  const [year, month, day, hour, minute] = new Date(moment.getTime() + VIETNAM_AHEAD_MS)
    .toISOString()
    .split(/[-T:]/) as [string, string, string, string, string];
  return { year, month, day, hour, minute };
}

/** The day of a moment in Vietnam, `YYYY-MM-DD`. */
export function vietnamDay(moment: Date): string {
  const { year, month, day } = vietnamTime(moment);
  return `${year}-${month}-${day}`;
}

/** Two digits, as days and months of dates are written. */
export const two = (value: number) => String(value).padStart(2, "0");

/** ` – source, date`: what stands behind a title. */
export function sourceNote(
  row: Pick<SourceRow, "source" | "published" | "isSummary">,
  texts: {
    readonly date: (isoDate: string | null) => string;
    readonly reading: Pick<ReadingTexts, "summaryOf">;
  },
): string {
  const source = row.isSummary ? texts.reading.summaryOf(row.source) : row.source;
  const parts = [source, texts.date(row.published)].filter((part) => part !== null);
  return ` – ${parts.join(", ")}`;
}
