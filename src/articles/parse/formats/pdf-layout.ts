import { collapseSpaces } from "../../../language/text/index.ts";
import { LIST_MARK, syllableCount } from "../page/index.ts";

/** A line of a page of a PDF. Lengths are points, y grows upwards. */
export interface PdfLine {
  readonly text: string;
  /** Page, from 0. */
  readonly page: number;
  readonly left: number;
  readonly right: number;
  /** No paragraph goes on in it: a line of a letter's head. */
  readonly apart?: boolean;
  /** How far the lines of its column reach. */
  readonly limit: number;
  readonly y: number;
  /** Size of its letters. */
  readonly size: number;
}

/** A paragraph put together from lines. */
export interface PdfParagraph {
  readonly text: string;
  readonly page: number;
  readonly size: number;
}

const PAGE_NUMBER =
  /^[\p{P}\s]*(?:(?:trang|page)\s*)?\d{1,4}(?:\s*(?:\/|of)\s*\d{1,4})?[\p{P}\s]*$/iu;
/** Lines at either end of a page among which headers and footers are looked for. */
const EDGE_LINES = 3;

/** What is looked at to find running heads. */
interface PlacedText {
  readonly text: string;
  readonly page: number;
  readonly y: number;
  /** Stays: the heads of a table stand again on each page. */
  readonly isKept?: boolean;
}

/** Takes out page numbers, and what is repeated at the top or foot of the pages. */
export function withoutRunningHeads<T extends PlacedText>(lines: readonly T[]): T[] {
  const pages = new Map<number, T[]>();
  for (const line of lines) {
    const page = pages.get(line.page);
    if (page === undefined) pages.set(line.page, [line]);
    else page.push(line);
  }
  const edge = new Set<T>();
  for (const page of pages.values()) {
    const ordered = [...page].sort((a, b) => b.y - a.y);
    for (const line of ordered.slice(0, EDGE_LINES)) edge.add(line);
    for (const line of ordered.slice(-EDGE_LINES)) edge.add(line);
  }
  const key = ({ text }: T) => text.replace(/\d+/gu, "0");
  const seenOn = new Map<string, Set<number>>();
  for (const line of edge)
    seenOn.set(key(line), (seenOn.get(key(line)) ?? new Set()).add(line.page));
  const isRunning = (line: T) => {
    if (line.isKept || !edge.has(line)) return false;
    const on = seenOn.get(key(line))!.size;
    return PAGE_NUMBER.test(line.text) || (on > 1 && on * 2 > pages.size);
  };
  return lines.filter((line) => !isRunning(line));
}

/** Joins the lines of a paragraph: by their distance, how far the line before reaches, indent and letter size. */
export function joinLines(lines: readonly PdfLine[]): PdfParagraph[] {
  const gap = usualGap(lines);
  const paragraphs: PdfParagraph[] = [];
  lines.forEach((line, i) => {
    const before = lines[i - 1];
    const open = paragraphs.at(-1);
    if (before === undefined || open === undefined || !continues(before, line, gap, open)) {
      paragraphs.push({ text: line.text, page: line.page, size: line.size });
    } else paragraphs[paragraphs.length - 1] = { ...open, text: joinText(open.text, line.text) };
  });
  return paragraphs;
}

function continues(
  before: PdfLine,
  line: PdfLine,
  usual: number,
  paragraph: PdfParagraph,
): boolean {
  if (before.apart || line.apart) return false;
  if (Math.abs(before.size - line.size) > 0.15 * Math.max(before.size, line.size)) return false;
  const isOpen = !/[.!?:;…]["”’)\]]*$/u.test(before.text);
  const room = before.limit - before.right;
  // Letters differ in width: a text broken after so many letters is ragged.
  const reachesEnd =
    room < firstWordWidth(line) + before.size || (isOpen && room < 6 * before.size);
  if (before.page !== line.page || before.y < line.y) {
    // A page may end anywhere in a paragraph.
    const isProse = syllableCount(paragraph.text) >= 9;
    return isOpen && (reachesEnd || isProse) && !LIST_MARK.test(line.text);
  }
  if (before.y - line.y > 1.4 * usual) return false;
  // From another column; the first line's indent is less.
  if (before.left - line.left > 6 * line.size && !isCentred(before, line)) return false;
  if (line.left > before.left + 0.8 * line.size && !isCentred(before, line)) return false;
  return (
    reachesEnd || (isOpen && isCentred(before, line)) || (isOpen && /^\p{Ll}/u.test(line.text))
  );
}

/** Of the first word with the space before it, by the mean width of the line's letters. */
function firstWordWidth({ text, left, right, size }: PdfLine): number {
  const length = `${text} `.indexOf(" ");
  return (length * (right - left)) / Math.max(1, text.length) + 0.25 * size;
}

/** Lines of a title stand in the middle, each with its own left end. */
function isCentred(before: PdfLine, line: PdfLine): boolean {
  const middle = ({ left, right }: PdfLine) => (left + right) / 2;
  return (
    Math.abs(middle(before) - middle(line)) < line.size && Math.abs(before.left - line.left) > 1
  );
}

function joinText(text: string, next: string): string {
  if (/\u00AD$/u.test(text)) return text.slice(0, -1) + next;
  // A hyphen right behind a letter and small letters on the next line: a word was broken.
  if (/\p{Ll}-$/u.test(text) && /^\p{Ll}/u.test(next)) return text.slice(0, -1) + next;
  return `${text} ${next}`;
}

function usualGap(lines: readonly PdfLine[]): number {
  const gaps = lines.flatMap((line, i) => {
    const before = lines[i - 1];
    const gap = before === undefined || before.page !== line.page ? 0 : before.y - line.y;
    return gap > 0.5 * line.size ? [gap] : [];
  });
  return gaps.length === 0 ? Number.POSITIVE_INFINITY : quantile(gaps, 0.5);
}

function quantile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) * share)] ?? 0;
}

/** The line set in the largest letters at the top of the first page, if it stands out. */
export function largestLine(paragraphs: readonly PdfParagraph[]): string | null {
  const sizes = paragraphs.flatMap(({ size, text }) =>
    new Array<number>(Math.ceil(text.length / 20)).fill(size),
  );
  const usual = quantile(sizes, 0.5);
  const top = paragraphs.filter(({ page }) => page === 0).slice(0, 10);
  const largest = Math.max(0, ...top.map(({ size }) => size));
  if (largest < usual * 1.15) return null;
  return top.find(({ size }) => size === largest)!.text;
}

/** A run of text as the page draws it. */
export interface TextItem {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
}

/** Text on one height without a wide gap. */
export interface Piece {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
}

/** The pieces on one height, from left to right. */
export type PageRow = readonly Piece[];

/** In letter sizes: a wider gap parts pieces, words stand nearer, and columns at least this far apart. */
const PIECE_GAP = 0.6;

/** More items are a drawing made of letters. */
const MAX_ROW_PIECES = 200;

/** Puts the items of a page together to rows, from the top down. */
export function pageRows(items: readonly TextItem[]): PageRow[] {
  const placed = items
    .filter(({ str }) => str.trim() !== "")
    .map(({ str, transform, width, height }) => {
      const [, , c = 0, d = 0, left = 0, y = 0] = transform;
      return { text: str, left, right: left + width, y, size: height || Math.hypot(c, d) || 1 };
    })
    .sort((a, b) => b.y - a.y || a.left - b.left);
  const rows: Piece[][] = [];
  for (const piece of placed) {
    const row = rows.at(-1);
    const [first] = row ?? [];
    const isSame =
      first !== undefined && first.y - piece.y <= 0.5 * Math.max(first.size, piece.size);
    if (isSame && row!.length < MAX_ROW_PIECES) row!.push(piece);
    else rows.push([piece]);
  }
  return rows.map(joinPieces).filter((row) => row.length > 0);
}

function joinPieces(row: readonly Piece[]): Piece[] {
  const joined: Piece[] = [];
  const usual = Math.max(...row.map(({ size }) => size));
  for (const piece of [...row].sort((a, b) => a.left - b.left)) {
    // The raised number of a footnote.
    if (
      piece.size < 0.75 * usual &&
      /^[\d[\]*]{1,4}$/u.test(piece.text.trim()) &&
      joined.length > 0
    )
      continue;
    const last = joined.at(-1);
    const gap = last === undefined ? 0 : piece.left - last.right;
    if (last === undefined || gap > PIECE_GAP * usual) joined.push(piece);
    else {
      const space = gap > 0.15 * usual && !/\s$/u.test(last.text) ? " " : "";
      const right = Math.max(last.right, piece.right);
      const size = Math.max(last.size, piece.size);
      joined[joined.length - 1] = { ...last, text: last.text + space + piece.text, right, size };
    }
  }
  return joined
    .map((piece) => ({ ...piece, text: collapseSpaces(piece.text) }))
    .filter(({ text }) => text !== "");
}

/** The text of a row, its pieces joined. */
export const rowText = (row: PageRow) => row.map(({ text }) => text).join(" ");
