import { stringify } from "csv-stringify/sync";
import type { Visit } from "../model/index.ts";
import { cellsOf, headingsOf, type TableLocale } from "./columns.ts";

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
