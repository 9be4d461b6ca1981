import type { Visit } from "../visit.ts";

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
