import { collapseSpaces, datesIn } from "../../../language/text/index.ts";
import type { PageLine } from "./assemble.ts";
import { syllableCount } from "./lines.ts";

/**
 * Tables as text: every row becomes one line that says by itself what its cells are ("Ngày: 18/5/2024; Trưởng đoàn:
 * Lý Xuân Mai"), whatever the table was read from.
 */

/** A cell as its document has it. */
export interface Cell {
  readonly text: string;
  /** Marked as the head of a row or column. */
  readonly isHead?: boolean;
  /** Columns and rows that it covers, 1 where not told. */
  readonly columns?: number;
  readonly rows?: number;
}

/** A place of the grid; a cell that covers several stands in each of them. */
interface Place {
  readonly text: string;
  readonly isHead: boolean;
  /** The same for all places of one cell. */
  readonly cell: number;
}

type Grid = readonly (readonly Place[])[];

/** Wider tables than this are none of visits, and a span may claim any number. */
const MAX_COLUMNS = 60;
/** A cell of this many characters that covers several columns is a remark, told once. */
const MAX_REPEATED_CHARS = 60;
/** A record that stands upright in a table is told as one line up to this size. */
const MAX_RECORD_CHARS = 1_500;

const COUNTER = /^(?:stt|tt|s[ốo]\s?tt|số thứ tự|no\.?|#|序号)$/iu;
const INDEX = /^\(?(?:\d{1,2}|[a-z])\)?$/iu;
/** How heads of columns begin in lists and schedules of delegations. */
const LABEL =
  /^(?:stt|tt|số tt|số thứ tự|no\.?|ngày|thứ|giờ|thời gian|thời điểm|buổi|tháng|quý|năm|trưởng đoàn|người (?:dẫn đầu|đứng đầu|tiếp|chủ trì|đón|phụ trách)|dẫn đầu|lãnh đạo|chủ trì|chủ nhà|bên|phía|tiếp|đón|họ(?: và)? tên|họ,? tên|tên|chức (?:vụ|danh)|đơn vị|cơ quan|tổ chức|nơi|địa (?:điểm|chỉ|bàn|phương)|quốc (?:gia|tịch)|số (?:lượng|người|đoàn|lượt|điện thoại|văn bản|quyết định)|thành (?:phần|viên)|nội dung|mục đích|lý do|chương trình|hoạt động|sự kiện|công việc|kết quả|hình thức|loại|ghi chú|nguồn|date|day|time|name|title|position|delegation|head|leader|host|guest|place|venue|location|content|purpose|topic|notes?|日期|时间|地点|姓名|职务|单位|代表团|团长|内容|备注)(?![\p{L}\p{M}])/iu;
/** These open names as well ("Đoàn Bách Sắc"), and are heads only alone. */
const BARE_LABEL =
  /^(?:(?:tên )?(?:các )?đoàn(?: (?:khách|công tác|đại biểu|vào|ra|đến|đi|thăm|nước ngoài))*|khách|nước|tỉnh|thành phố|huyện|chủ tịch)$/iu;
const NUMBERED = /\d/u;

/** True for a cell that names what stands below or beside it. */
export function isLabel(text: string): boolean {
  const line = text.replace(/\s{0,9}[:：]$/u, "");
  if (line === "" || NUMBERED.test(line) || syllableCount(line) > 8) return false;
  if (BARE_LABEL.test(line)) return true;
  const capitals = line.match(/ \p{Lu}\p{Ll}/gu)?.length ?? 0;
  return LABEL.test(line) && capitals <= (/^(?:phía|bên)\s/iu.test(line) ? 3 : 1);
}

/**
 * Tells the rows of a table as lines, the heads of columns with the cells; a row over the whole width is a heading.
 *
 * @returns Null for what is no table of data: fewer than two rows or columns.
 */
export function tableLines(rows: readonly (readonly Cell[])[]): PageLine[] | null {
  const grid = gridOf(rows);
  const width = grid[0]?.length ?? 0;
  if (grid.length < 2 || width < 2) return null;
  const above: PageLine[] = [];
  let first = 0;
  while (first < grid.length - 1 && wholeWidth(grid[first]!) !== null) {
    above.push({ text: wholeWidth(grid[first]!)!, hint: "heading" });
    first += 1;
  }
  const body = grid.slice(first);
  const upright = above.length === 0 ? records(body) : null;
  if (upright !== null) return upright;
  const heads = headRows(body);
  const labels = columnLabels(body.slice(0, heads), width);
  const lines = [...above];
  let section: string | null = null;
  for (const row of body.slice(heads)) {
    const title = wholeWidth(row);
    if (title !== null) {
      section = isDay(title) ? title : null;
      if (section === null) lines.push({ text: title, hint: "heading" });
      continue;
    }
    if (heads > 0 && row.every(({ text }) => text === "" || INDEX.test(text))) continue;
    const text = rowText(row, labels);
    if (text !== "")
      lines.push({ text: section === null ? text : `${section}; ${text}`, hint: "row" });
  }
  return lines;
}

function rowText(row: readonly Place[], labels: readonly string[]): string {
  const parts: string[] = [];
  row.forEach(({ text, cell }, column) => {
    const label = labels[column] ?? "";
    const repeated = row[column - 1]?.cell === cell;
    if (text === "" || COUNTER.test(label)) return;
    if (repeated && (label === "" || text.length > MAX_REPEATED_CHARS)) return;
    const value = text.replace(/[;.]$/u, "");
    const plain = label === "" || label.toLowerCase() === value.toLowerCase();
    parts.push(plain ? value : `${label}: ${value}`);
  });
  return parts.join("; ");
}

/** Lays the cells out, each in all the places that it covers; rows of one length. */
function gridOf(rows: readonly (readonly Cell[])[]): Grid {
  const grid: (Place | undefined)[][] = rows.map(() => []);
  let cells = 0;
  rows.forEach((row, r) => {
    let column = 0;
    for (const { text, isHead = false, columns = 1, rows: depth = 1 } of row) {
      while (grid[r]![column] !== undefined) column += 1;
      const place = { text: collapseSpaces(text), isHead, cell: cells++ };
      const right = Math.min(MAX_COLUMNS, column + Math.max(1, columns));
      const foot = Math.min(rows.length, r + Math.max(1, depth));
      for (let y = r; y < foot; y += 1)
        for (let x = column; x < right; x += 1) grid[y]![x] ??= place;
      column = right;
    }
  });
  const width = grid.reduce((most, row) => Math.max(most, row.length), 0);
  const none = { text: "", isHead: false, cell: -1 };
  return grid
    .map((row) => Array.from({ length: width }, (_, x) => row[x] ?? none))
    .filter((row) => row.some(({ text }) => text !== ""));
}

/** The text of a row that is one cell over all columns, or one lone cell at the left of a wide row. */
function wholeWidth(row: readonly Place[]): string | null {
  const filled = row.filter(({ text }) => text !== "");
  const [first] = filled;
  if (first === undefined || filled.some(({ cell }) => cell !== first.cell)) return null;
  return filled.length === row.length || (row.length > 2 && row[0] === first) ? first.text : null;
}

/** Number of rows at the top that name the columns. */
function headRows(grid: Grid): number {
  let marked = 0;
  while (marked < grid.length - 1 && grid[marked]!.every(isMarkedHead)) marked += 1;
  if (marked > 0) return marked;
  const [top, second] = grid as [readonly Place[], readonly Place[]];
  const filled = top.filter(({ text }) => text !== "");
  const plain = (row: readonly Place[]) =>
    row.every(
      ({ text }) => !NUMBERED.test(text) && syllableCount(text) <= 10 && !/[.;]$/u.test(text),
    );
  if (filled.length < 2 || !plain(top)) return 0;
  const named = filled.filter(({ text }) => isLabel(text)).length;
  const differs = top.some(
    ({ text }, x) =>
      text !== "" && grid.length > 2 && grid.slice(1).every((row) => NUMBERED.test(row[x]!.text)),
  );
  if (named * 3 < filled.length && !differs) return 0;
  const isWide = top.some(({ cell, text }, x) => text !== "" && top[x - 1]?.cell === cell);
  const isDeep = top.some(({ cell, text }, x) => text !== "" && second[x]!.cell === cell);
  return (isWide || isDeep) && plain(second) && grid.length > 2 ? 2 : 1;
}

const isMarkedHead = ({ text, isHead }: Place) => isHead || text === "";

function columnLabels(heads: Grid, width: number): string[] {
  return Array.from({ length: width }, (_, x) => {
    const texts = heads.map((row) => row[x]!.text.replace(/\s{0,9}[:：]$/u, "")).filter(Boolean);
    return [...new Set(texts)].join(" – ");
  });
}

/** A table whose first column names the rest: one record a column. Null where it is none. */
function records(grid: Grid): PageLine[] | null {
  const names = grid.map((row) => row[0]!);
  if (grid[0]!.every(({ text, isHead }) => isHead || text === "")) return null;
  const rest = grid.map((row) => row.slice(1));
  const topIsHead = rest[0]!.filter(({ text }) => isLabel(text)).length * 2 > rest[0]!.length;
  if (topIsHead || !names.every(({ text, isHead }) => isHead || isLabel(text))) return null;
  if (new Set(names.map(({ text }) => text)).size < names.length) return null;
  const labels = names.map(({ text }) => text.replace(/\s{0,9}[:：]$/u, ""));
  const lines = Array.from({ length: rest[0]!.length }, (_, x) =>
    rowText(
      rest.map((row) => row[x]!),
      labels,
    ),
  );
  const long = lines.some((line) => line.length > MAX_RECORD_CHARS);
  const told = long
    ? grid.map((row) => rowText(row.slice(1), new Array<string>(row.length - 1).fill(row[0]!.text)))
    : lines;
  return told.filter(Boolean).map((text) => ({ text, hint: "row" }));
}

/** "Ngày 06/5/2024" over the width of a table: the day of the rows below. */
function isDay(title: string): boolean {
  return syllableCount(title) <= 8 && datesIn(title).some(({ kind }) => kind === "date");
}

/** A stretch of a text: lines as they stand, or the rows of a table. */
type Stretch =
  | { readonly kind: "text"; readonly lines: readonly string[] }
  | { readonly kind: "table"; readonly lines: readonly PageLine[] };

/** The line below the heads of a Markdown table, with or without outer bars. */
const RULE = /^[\s|:+=-]*$/u;
/** Lines drawn around cells. */
const FRAME = /^[\s+=|_─━═┌┬┐├┼┤└┴┘╔╦╗╠╬╣╚╩╝-]*$/u;
const BAR = /[│┃║]/gu;

/**
 * Parts the tables of a text from the rest: rows between bars (as Markdown and programs draw them), rows under heads
 * with a rule of dashes below, and rows of cells parted by tabs (as tables arrive when they are pasted).
 *
 * @param plain Takes the markup off a cell.
 */
export function partTables(
  lines: readonly string[],
  plain: (cell: string) => string = (cell) => cell.trim(),
): Stretch[] {
  const stretches: Stretch[] = [];
  let text: string[] = [];
  for (let i = 0; i < lines.length; ) {
    const end = endOfTable(lines, i);
    const rows = lines
      .slice(i, end)
      .filter((line) => !FRAME.test(line) && !isRule(line))
      .map((line) => cellsOf(line).map((cell) => ({ text: plain(cell) })));
    const table = rows.length > 1 ? tableLines(rows) : null;
    if (table === null) {
      text.push(...lines.slice(i, Math.max(end, i + 1)));
    } else {
      stretches.push({ kind: "text", lines: text }, { kind: "table", lines: table });
      text = [];
    }
    i = Math.max(end, i + 1);
  }
  return [...stretches, { kind: "text", lines: text }];
}

/** Where a table that begins here ends; here itself where none does. */
function endOfTable(lines: readonly string[], at: number): number {
  const run = (isRow: (line: string) => boolean) => {
    let end = at;
    while (end < lines.length && isRow(lines[end]!)) end += 1;
    return end;
  };
  const first = lines[at]!;
  if (first.includes("\t")) return run((line) => /\S\t|^\t/u.test(line) && line.trim() !== "");
  if (isBarred(first) || (FRAME.test(first) && /[+┌╔]/u.test(first)))
    return run((line) => isBarred(line) || (line.trim() !== "" && FRAME.test(line)));
  if (first.includes("|") && isRule(lines[at + 1] ?? ""))
    return run((line) => line.includes("|") || isRule(line));
  return at;
}

const isBarred = (line: string) => /^\s*[|│┃║].*[|│┃║]\s*$/u.test(line);

const isRule = (line: string) => line.includes("-") && line.includes("|") && RULE.test(line);

function cellsOf(line: string): string[] {
  if (line.includes("\t") && !isBarred(line)) return line.split("\t");
  const bars = line
    .replace(BAR, "|")
    .trim()
    .replace(/^\|/u, "")
    .replace(/(?<!\\)\|$/u, "");
  return bars.split(/(?<!\\)\|/u).map((cell) => cell.replaceAll("\\|", "|"));
}
