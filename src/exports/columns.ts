import { stringify } from "csv-stringify/sync";
import { type ExportTexts, type Locale, VISIT_COLUMNS, type VisitColumn } from "../locale/index.ts";
import type { PartialDate, Visit, VisitSide } from "../model/index.ts";

/** Between the parts of one cell. */
const JOINT = "; ";

const two = (value: number) => String(value).padStart(2, "0");

/** ISO 8601 as far as it is known: `2025-01-21`, `2024-03`, `2019`, `--01-21` without a year; empty where unknown. */
export function isoPartialDate({ year, month, day }: PartialDate): string {
  if (year === null) {
    if (month === null) return day === null ? "" : `---${two(day)}`;
    return day === null ? `--${two(month)}` : `--${two(month)}-${two(day)}`;
  }
  if (month === null) return String(year);
  return day === null ? `${year}-${two(month)}` : `${year}-${two(month)}-${two(day)}`;
}

const people = ({ people }: VisitSide) =>
  people
    .map(({ name, position }) => (position === null ? name : `${name} (${position})`))
    .join(JOINT);

const articles = (visit: Visit) => [
  ...new Map(visit.sources.map((source) => [source.articleId, source])).values(),
];

const region = ({ province, country }: VisitSide) =>
  [province, country].filter((part) => part !== null).join(", ");

/** The words that a table needs of a locale. */
export type TableLocale = Pick<Locale, "visits" | "exports">;

const CELLS: Readonly<Record<VisitColumn, (visit: Visit, locale: TableLocale) => string | null>> = {
  id: ({ id }) => id,
  kind: ({ kind }, { visits }) => visits.kind[kind],
  planned: ({ planned }, { exports }) => (planned ? exports.yes : ""),
  date: ({ date }) => isoPartialDate(date),
  endDate: ({ endDate }) => (endDate === null ? "" : isoPartialDate(endDate)),
  published: ({ published }) => published,
  place: ({ place }) => place,
  host: ({ host }) => host.organisation,
  hostRegion: ({ host }) => region(host),
  hostHead: ({ host }) => host.head,
  hostPeople: ({ host }) => people(host),
  guest: ({ guest }) => guest.organisation,
  guestRegion: ({ guest }) => region(guest),
  guestHead: ({ guest }) => guest.head,
  guestPeople: ({ guest }) => people(guest),
  topics: ({ topics }) => topics.join(JOINT),
  agreements: ({ agreements }) => agreements.join(JOINT),
  numbers: ({ numbers }) => numbers.map(({ text }) => text).join(JOINT),
  articles: (visit) =>
    articles(visit)
      .map(({ title }) => title)
      .join(JOINT),
  links: (visit) =>
    articles(visit)
      .flatMap(({ link }) => link ?? [])
      .join(" "),
};

/** Columns that hold days. */
export const DAYS: ReadonlySet<VisitColumn> = new Set(["date", "endDate", "published"]);

/** The headings of a table in the reader's language. */
export const headingsOf = ({ columns }: ExportTexts): string[] =>
  VISIT_COLUMNS.map((column) => columns[column]);

/** The cells of a visit, by column; empty where nothing is told. */
export function cellsOf(visit: Visit, locale: TableLocale): (readonly [VisitColumn, string])[] {
  return VISIT_COLUMNS.map((column) => [column, CELLS[column](visit, locale) ?? ""] as const);
}

/** Without it spreadsheets take UTF-8 for the system's old encoding. */
const BYTE_ORDER_MARK = "\uFEFF";

/**
 * A table that spreadsheets open with Vietnamese letters right: UTF-8 with a mark, lines end with CRLF
 * (RFC 4180). A cell that would be taken for a formula begins with an apostrophe.
 */
export function visitsCsv(visits: readonly Visit[], locale: TableLocale): string {
  const rows = visits.map((visit) => cellsOf(visit, locale).map(([, cell]) => cell));
  const table = stringify([headingsOf(locale.exports), ...rows], {
    record_delimiter: "windows",
    escape_formulas: true,
    // A lone end of line would end the row in some programs.
    quoted_match: /[\r\n]/u,
  });
  return BYTE_ORDER_MARK + table;
}
