import { type Cell, isDayHeading, isLabel, isLetterhead } from "../page/index.ts";
import { type PageRow, type PdfLine, type Piece, rowText } from "./pdf-layout.ts";

/** A part of a page: lines of running text, or the cells of a table. */
export type PagePart = { readonly kind: "lines"; readonly lines: readonly PdfLine[] } | Table;

interface Lines {
  readonly kind: "lines";
  readonly lines: readonly PdfLine[];
}

interface Table {
  readonly kind: "table";
  readonly page: number;
  readonly gutters: readonly Gutter[];
  readonly rows: readonly (readonly Cell[])[];
}
const GUTTER = 0.8;
/** Lines side by side that show columns. */
const MIN_COLUMN_LINES = 3;
/** More rows on a page are no page of text. */
const MAX_ROWS = 400;

/** Parts pages into stretches over the whole width, columns and tables, in reading order. */
export function documentParts(pages: readonly (readonly PageRow[])[]): PagePart[] {
  const parts: PagePart[] = [];
  for (const [page, rows] of pages.entries()) {
    for (const part of pageParts(rows, page, parts.at(-1) ?? null)) addPart(parts, part);
  }
  return parts;
}

/** A table goes on over the end of a page, and behind a row over its whole width. */
function addPart(parts: PagePart[], part: PagePart): void {
  const last = parts.at(-1);
  const before = parts.at(-2);
  const goesOn = (one: PagePart | undefined) =>
    part.kind === "table" && one?.kind === "table" && isSameGrid(one.gutters, part.gutters);
  if (part.kind !== "table") parts.push(part);
  else if (goesOn(last)) parts.splice(-1, 1, joinTables(last as Table, [], part));
  else if (last?.kind === "lines" && last.lines.length === 1 && goesOn(before)) {
    const columns = part.gutters.length + 1;
    const title = [[{ text: last.lines[0]!.text, columns }]];
    parts.splice(-2, 2, joinTables(before as Table, title, part));
  } else parts.push(part);
}

function joinTables(first: Table, between: readonly (readonly Cell[])[], next: Table): Table {
  const key = (row: readonly Cell[]) => row.map(({ text }) => text).join("|");
  const [heads] = first.rows;
  // The heads stand again on the next page.
  const rows = next.rows.filter(
    (row, i) => i > 0 || heads === undefined || key(row) !== key(heads),
  );
  return { ...first, rows: [...first.rows, ...between, ...rows] };
}

function isSameGrid(a: readonly Gutter[], b: readonly Gutter[]): boolean {
  return a.length === b.length && a.every(({ from, to }, i) => from < b[i]!.to && b[i]!.from < to);
}

function pageParts(rows: readonly PageRow[], page: number, before: PagePart | null): PagePart[] {
  const parts: PagePart[] = [];
  let grid = before?.kind === "table" ? before.gutters : null;
  let whole: PageRow[] = [];
  const close = () => {
    if (whole.length > 0) parts.push(asLines(whole, page));
    whole = [];
  };
  for (let i = 0; i < rows.length; ) {
    const known = grid === null ? null : bandInGrid(rows, i, grid);
    const band = known ?? bandAt(rows, i);
    if (band === null) {
      whole.push(rows[i]!);
      i += 1;
      if (whole.length > 1) grid = null;
      continue;
    }
    close();
    const told = bandParts(rows.slice(i, band.end), band.gutters, page, known !== null);
    grid = told[0]!.kind === "table" ? band.gutters : null;
    parts.push(...told);
    i = band.end;
  }
  close();
  return parts;
}

/** What is free between two columns. */
interface Gutter {
  readonly from: number;
  readonly to: number;
}

/** Rows from here on that keep to the columns of the table before them. */
function bandInGrid(rows: readonly PageRow[], at: number, gutters: readonly Gutter[]): Band | null {
  const middles = gutters.map(({ from, to }) => (from + to) / 2);
  const keeps = (row: PageRow) =>
    row.every(({ left, right }) => middles.every((x) => right <= x || left >= x));
  if (rows[at]!.length < 2) return null;
  let end = at;
  while (end < rows.length && keeps(rows[end]!)) end += 1;
  return end === at ? null : { end, gutters };
}

interface Band {
  /** First row behind it. */
  readonly end: number;
  readonly gutters: readonly Gutter[];
}

/** Rows from here on that stand in columns; null where they don't, or where more columns begin a little lower. */
function bandAt(rows: readonly PageRow[], at: number): Band | null {
  if (rows.length > MAX_ROWS) return null;
  const here = bestBand(rows, at);
  if (here === null) return null;
  const lower = [1, 2].map((by) => (at + by < rows.length ? bestBand(rows, at + by) : null));
  return lower.some((band) => band !== null && band.score > here.score) ? null : here;
}

function bestBand(rows: readonly PageRow[], at: number): (Band & { score: number }) | null {
  const first = rows[at]!;
  // A gap in this row, or the left edge of a column that begins a little lower.
  const edges = new Set(
    rows.slice(at, at + 3).flatMap((row, i) => row.slice(i === 0 ? 1 : 0).map(({ left }) => left)),
  );
  const size = first[0]!.size;
  const leftmost = Math.min(...rows.slice(at, at + 6).map((row) => row[0]!.left));
  let best: (Band & { score: number }) | null = null;
  for (const edge of edges) {
    if (edge < leftmost + size) continue;
    const x = edge - 0.3 * size;
    let end = at;
    while (end < rows.length && !rows[end]!.some(({ left, right }) => left < x && right > x))
      end += 1;
    const band = rows.slice(at, end);
    const gutters = guttersOf(band);
    // Lines beside a gutter, of all gutters.
    const score = gutters.reduce(
      (sum, { from, to }) =>
        sum +
        Math.min(
          band.filter((row) => row.some(({ right }) => right <= from)).length,
          band.filter((row) => row.some(({ left }) => left >= to)).length,
        ),
      0,
    );
    if (gutters.length > 0 && score > (best?.score ?? 0)) best = { end, gutters, score };
  }
  return best;
}

/** What no piece of these rows covers, with enough lines on both sides at the same height. */
function guttersOf(rows: readonly PageRow[]): Gutter[] {
  const pieces = rows.flat().sort((a, b) => a.left - b.left);
  const gutters: Gutter[] = [];
  let right = pieces[0]?.right ?? 0;
  for (const piece of pieces) {
    if (piece.left - right >= GUTTER * piece.size) gutters.push({ from: right, to: piece.left });
    right = Math.max(right, piece.right);
  }
  return gutters.filter(({ from, to }) => {
    const heights = (side: (piece: Piece) => boolean) =>
      rows.filter((row) => row.some(side)).map((row) => row[0]!.y);
    const before = heights((piece) => piece.right <= from);
    const behind = heights((piece) => piece.left >= to);
    if (Math.min(before.length, behind.length) < MIN_COLUMN_LINES) {
      // A short table: heads and a row or two, cells side by side.
      const both = rows.filter(
        (row) => row.some(({ right: end }) => end <= from) && row.some(({ left }) => left >= to),
      );
      if (both.length < 2 || !isLabelled(rows[0]!)) return false;
    }
    const top = Math.min(before[0]!, behind[0]!);
    const foot = Math.max(before.at(-1)!, behind.at(-1)!);
    return top >= foot;
  });
}

/** True for the heads of a table. */
export const isLabelled = (row: PageRow) =>
  row.length > 1 && row.filter(({ text }) => isLabel(text)).length * 2 > row.length;

function bandParts(
  rows: readonly PageRow[],
  gutters: readonly Gutter[],
  page: number,
  isKnown: boolean,
): PagePart[] {
  const columnOf = ({ left }: Piece) =>
    gutters.filter(({ from, to }) => left >= (from + to) / 2).length;
  const columns = gutters.length + 1;
  const inColumns = Array.from({ length: columns }, (_, column) =>
    rows
      .map((row) => row.filter((piece) => columnOf(piece) === column))
      .filter((row) => row.length > 0),
  );
  if (isKnown || isTable(rows, inColumns))
    return [{ kind: "table", page, gutters, rows: tableRows(rows, columns, columnOf) }];
  const parts = inColumns.map((column) => asLines(column, page));
  return isHeadOfLetter(rows)
    ? parts.map((part) => ({
        ...part,
        lines: part.lines.map((line) => ({ ...line, apart: true })),
      }))
    : parts;
}

/** The names of the offices beside the motto, or the receivers beside who signs. */
const isHeadOfLetter = (rows: readonly PageRow[]) =>
  rows.some((row) => row.some(({ text }) => isLetterhead(text)));

/** Cells rather than columns of running text, whose lines fill their column. */
function isTable(rows: readonly PageRow[], columns: readonly (readonly PageRow[])[]): boolean {
  if (isHeadOfLetter(rows)) return false;
  if (columns.length > 3 || isLabelled(rows[0]!)) return true;
  return columns.some((column) => {
    const lengths = column.map((row) => rowText(row).length).sort((a, b) => a - b);
    return lengths[lengths.length >> 1]! <= 4;
  });
}

/** Cells wrap over several lines: a wider gap between lines, or a new entry in the first column, begins a row. */
function tableRows(
  rows: readonly PageRow[],
  columns: number,
  columnOf: (piece: Piece) => number,
): Cell[][] {
  const gaps = rows.slice(1).map((row, i) => rows[i]![0]!.y - row[0]!.y);
  const least = Math.min(...gaps.filter((gap) => gap > 0));
  const isParted = gaps.some((gap) => gap > 1.25 * least) && gaps.some((gap) => gap < 1.1 * least);
  const cells: (string[] | string)[] = [];
  rows.forEach((row, i) => {
    const whole = rowText(row);
    if (row.length === 1 && i > 0 && isSection(whole)) {
      cells.push(whole);
      return;
    }
    const texts = Array.from({ length: columns }, () => "");
    for (const piece of row) {
      const column = columnOf(piece);
      texts[column] = `${texts[column]} ${piece.text}`.trim();
    }
    const last = cells.at(-1);
    const begins = isParted ? gaps[i - 1]! > 1.25 * least : texts[0] !== "";
    if (last === undefined || typeof last === "string" || begins) cells.push(texts);
    else
      texts.forEach((text, column) => {
        last[column] = `${last[column]} ${text}`.trim();
      });
  });
  return cells.map((row) =>
    typeof row === "string" ? [{ text: row, columns }] : row.map((text) => ({ text })),
  );
}

/** A day, or a numbered heading, over the rows of a table. */
const isSection = (text: string) =>
  isDayHeading(text) || /^(?:[IVX]{1,5}|[A-H])[.)] \S/u.test(text);

function asLines(rows: readonly PageRow[], page: number): Lines {
  const rights = rows.map((row) => row.at(-1)!.right).sort((a, b) => a - b);
  const limit = rights[Math.floor((rights.length - 1) * 0.9)]!;
  const lines = rows.map(
    (row): PdfLine => ({
      text: rowText(row),
      page,
      left: row[0]!.left,
      right: row.at(-1)!.right,
      limit,
      y: row[0]!.y,
      size: Math.max(...row.map(({ size }) => size)),
    }),
  );
  return { kind: "lines", lines };
}
