import { stringify } from "csv-stringify/sync";
import type { PartialDate, Visit, VisitSide } from "../model/index.ts";

/** Without it spreadsheets take UTF-8 for the system's old encoding. */
const BYTE_ORDER_MARK = "\uFEFF";
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

/** Columns by their Vietnamese heading. */
const COLUMNS: readonly (readonly [string, (visit: Visit) => string | null])[] = [
  ["Mã", ({ id }) => id],
  ["Loại", ({ kind }) => kind],
  ["Dự kiến", ({ planned }) => (planned ? "có" : "")],
  ["Ngày", ({ date }) => isoPartialDate(date)],
  ["Ngày kết thúc", ({ endDate }) => (endDate === null ? "" : isoPartialDate(endDate))],
  ["Ngày đăng", ({ published }) => published],
  ["Địa điểm", ({ place }) => place],
  ["Bên tiếp", ({ host }) => host.organisation],
  ["Tỉnh, nước bên tiếp", ({ host }) => region(host)],
  ["Người chủ trì", ({ host }) => host.head],
  ["Thành phần bên tiếp", ({ host }) => people(host)],
  ["Bên khách", ({ guest }) => guest.organisation],
  ["Tỉnh, nước bên khách", ({ guest }) => region(guest)],
  ["Trưởng đoàn khách", ({ guest }) => guest.head],
  ["Thành phần bên khách", ({ guest }) => people(guest)],
  ["Nội dung trao đổi", ({ topics }) => topics.join(JOINT)],
  ["Thỏa thuận, kết quả", ({ agreements }) => agreements.join(JOINT)],
  ["Số liệu", ({ numbers }) => numbers.map(({ text }) => text).join(JOINT)],
  [
    "Bài viết",
    (visit) =>
      articles(visit)
        .map(({ title }) => title)
        .join(JOINT),
  ],
  [
    "Đường dẫn",
    (visit) =>
      articles(visit)
        .flatMap(({ link }) => link ?? [])
        .join(" "),
  ],
];

function region({ province, country }: VisitSide): string {
  return [province, country].filter((part) => part !== null).join(", ");
}

/**
 * A table that spreadsheets open with Vietnamese letters right: UTF-8 with a mark, lines end with CRLF
 * (RFC 4180). A cell that would be taken for a formula begins with an apostrophe.
 */
export function visitsCsv(visits: readonly Visit[]): string {
  const rows = visits.map((visit) => COLUMNS.map(([, cell]) => cell(visit) ?? ""));
  const table = stringify([COLUMNS.map(([heading]) => heading), ...rows], {
    record_delimiter: "windows",
    escape_formulas: true,
    // A lone end of line would end the row in some programs.
    quoted_match: /[\r\n]/u,
  });
  return BYTE_ORDER_MARK + table;
}
