import { fold } from "../language/text/index.ts";
import { type Locale, localeFor } from "../locale/index.ts";
import type { Visit } from "../model/index.ts";

export const EXPORT_FORMATS = ["csv", "xlsx", "ics", "json"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** A file of visits. */
interface VisitsFile {
  readonly content: string | Buffer;
  /** Visits that the file could not take in: those without a known day in a calendar. */
  readonly leftOut: number;
}

/** Writes visits in a format, headings in the reader's language; each format's code is loaded when it is first used. */
export async function exportVisits(
  visits: readonly Visit[],
  format: ExportFormat,
  locale: Locale = localeFor("vi"),
  now = new Date(),
): Promise<VisitsFile> {
  switch (format) {
    case "csv":
      return { content: (await import("./columns.ts")).visitsCsv(visits, locale), leftOut: 0 };
    case "xlsx":
      return { content: await (await import("./xlsx.ts")).visitsXlsx(visits, locale), leftOut: 0 };
    case "json":
      return { content: (await import("./visit-json.ts")).visitsJson(visits), leftOut: 0 };
    case "ics": {
      const { ics, leftOut } = (await import("./ics.ts")).visitsCalendar(visits, now, locale);
      return { content: ics, leftOut };
    }
  }
}

const MAX_SCOPE_CHARS = 60;

/**
 * Name of a file of visits: "năm 2023 · Quảng Tây" → `chuyen-tham-nam-2023-quang-tay.csv`. Letters that
 * some system does not take in file names are left out.
 *
 * @param scope The filter in words, empty for all visits.
 */
export function visitsFileName(scope: string, extension: string): string {
  const slug = fold(scope)
    .replace(/[^a-z0-9]+/gu, "-")
    .slice(0, MAX_SCOPE_CHARS)
    .replace(/^-|-$/gu, "");
  return `chuyen-tham${slug === "" ? "" : `-${slug}`}.${extension}`;
}
