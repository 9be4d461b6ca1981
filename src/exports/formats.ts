import { fold } from "../language/text/index.ts";
import { type Locale, localeFor } from "../locale/index.ts";
import type { PartialDate, Visit, VisitSide } from "../model/index.ts";

/** The named parts of an object, in that order. */
export const pick = <T, K extends keyof T>(from: T, ...names: readonly K[]): Pick<T, K> =>
  Object.fromEntries(names.map((name) => [name, from[name]])) as Pick<T, K>;

const peopleJson = ({ people }: VisitSide) => people.map((one) => pick(one, "name", "position"));

const sideJson = (side: VisitSide) => ({
  ...pick(side, "organisation", "head"),
  people: peopleJson(side),
  ...pick(side, "province", "country"),
});

/** The documented object of a visit: unknown parts are null or empty, `endDate` is there where it lasted several days. */
export function visitJson(visit: Visit): object {
  const dateJson = (date: PartialDate) => pick(date, "year", "month", "day");
  return {
    ...pick(visit, "id", "kind", "planned"),
    date: dateJson(visit.date),
    ...(visit.endDate && { endDate: dateJson(visit.endDate) }),
    ...pick(visit, "published", "place"),
    host: sideJson(visit.host),
    guest: sideJson(visit.guest),
    participants: { host: peopleJson(visit.host), guest: peopleJson(visit.guest) },
    points: visit.points.map((one) =>
      pick(one, "act", "speaker", "side", "text", "articleId", "start", "end"),
    ),
    ...pick(visit, "topics", "agreements"),
    sources: visit.sources.map((one) =>
      pick(one, "articleId", "title", "link", "quote", "start", "end"),
    ),
    numbers: visit.numbers.map((one) => pick(one, "text", "what")),
  };
}

/** A JSON array, one visit a line. */
export function visitsJson(visits: readonly Visit[]): string {
  if (visits.length === 0) return "[]\n";
  return `[\n${visits.map((visit) => JSON.stringify(visitJson(visit))).join(",\n")}\n]\n`;
}

export const EXPORT_FORMATS = ["csv", "xlsx", "ics", "json"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** A file of visits. */
interface VisitsFile {
  readonly content: string | Buffer;
  /** Visits that the file could not take in: those without a known day in a calendar. */
  readonly leftOut: number;
}

/** Writes visits in a format, headings in the reader's language; the code of spreadsheets and calendars is loaded when it is first used. */
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
      return { content: visitsJson(visits), leftOut: 0 };
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
