import writeExcelFile, { type Row } from "write-excel-file/node";
import type { VisitColumn } from "../locale/index.ts";
import type { Visit } from "../model/index.ts";
import { cellsOf, DAYS, headingsOf, type TableLocale } from "./columns.ts";

/** Excel takes no longer text in a cell. */
const MAX_CELL_CHARS = 32_767;
/** What XML cannot hold. */
const NOT_IN_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu;
/** Widths in characters; the others are 24. */
const WIDTHS: Partial<Record<VisitColumn, number>> = {
  id: 12,
  kind: 14,
  planned: 9,
  date: 12,
  endDate: 12,
  published: 12,
  topics: 60,
  agreements: 40,
};

/** A day that is wholly known is a date for Excel, which can sort and filter by it; another stays a text. */
function cellOf(column: VisitColumn, text: string): Row[number] {
  if (text === "") return null;
  if (DAYS.has(column) && /^\d{4}-\d{2}-\d{2}$/u.test(text))
    return { type: Date, value: new Date(`${text}T00:00:00Z`), format: "dd/mm/yyyy" };
  const value = text.replace(NOT_IN_XML, "").slice(0, MAX_CELL_CHARS);
  // As a text, so that nothing is taken for a formula.
  return { type: String, value, wrap: true, alignVertical: "top" };
}

/** A workbook of one sheet, its heading in the reader's language and frozen, with real dates. */
export async function visitsXlsx(visits: readonly Visit[], locale: TableLocale): Promise<Buffer> {
  const heading = headingsOf(locale.exports).map((value) => ({
    type: String,
    value,
    fontWeight: "bold" as const,
  }));
  const rows = visits.map((visit) =>
    cellsOf(visit, locale).map(([column, text]) => cellOf(column, text)),
  );
  const columns = Object.keys(locale.exports.columns).map((column) => ({
    width: WIDTHS[column as VisitColumn] ?? 24,
  }));
  const sheet = locale.exports.title;
  return await writeExcelFile([heading, ...rows], {
    sheet,
    columns,
    stickyRowsCount: 1,
  }).toBuffer();
}
