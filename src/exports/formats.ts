import { fold } from "../language/text/index.ts";
import type { Visit } from "../model/index.ts";

export const EXPORT_FORMATS = ["csv", "json", "ics"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** A file of visits. */
interface VisitsFile {
  readonly text: string;
  /** Visits that the file could not take in: those without a known day in a calendar. */
  readonly leftOut: number;
}

/** Writes visits in a format; each format's code is loaded when it is first used. */
export async function exportVisits(
  visits: readonly Visit[],
  format: ExportFormat,
  now = new Date(),
): Promise<VisitsFile> {
  if (format === "csv") return { text: (await import("./csv.ts")).visitsCsv(visits), leftOut: 0 };
  if (format === "json")
    return { text: (await import("./visit-json.ts")).visitsJson(visits), leftOut: 0 };
  const { ics, leftOut } = (await import("./ics.ts")).visitsCalendar(visits, now);
  return { text: ics, leftOut };
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
