import {
  type Draft,
  endsWithStop,
  LIST_MARK,
  NO_METADATA,
  type PageLine,
  partTables,
  readPage,
  syllableCount,
} from "../page/index.ts";

/** Reads the text of a web page as people paste it: every line is a block, but for hard-wrapped text. */
export function readPlainText(text: string): Draft {
  return readPage(plainLines(text), NO_METADATA);
}

/** The lines of a text as its writer meant them: rows of tables, hard-wrapped lines joined. */
export function plainLines(text: string): PageLine[] {
  const stretches = partTables(text.split("\n"));
  const width = wrapWidth(stretches.flatMap(({ kind, lines }) => (kind === "text" ? lines : [])));
  return stretches.flatMap((stretch): readonly PageLine[] => {
    if (stretch.kind === "table") return stretch.lines;
    if (width !== null) return unwrap(stretch.lines, width);
    return stretch.lines
      .filter((line) => line.trim() !== "")
      .map((line) => ({ text: barred(line) }));
  });
}

/** Sections of a site set apart by wide spaces, as between bars, so that they are known when the spaces are gone. */
function barred(line: string): string {
  const parts = line.trim().split(/\s{3,}/u);
  const isMenu = parts.length > 2 && parts.every((part) => syllableCount(part) <= 5);
  return isMenu ? parts.join(" | ") : line;
}

/** Programs and people break lines between these widths; shorter lines are lists, longer ones paragraphs. */
const MIN_WIDTH = 18;
const MAX_WIDTH = 160;
/** Sentences broken in the middle that show a wrapped text. */
const MIN_BROKEN = 3;
/** Lines of a text that is short. */
const MAX_SHORT = 20;
/** A line of a wrapped text leaves less than this share free, with the next word: letters differ in width. */
const SLACK = 0.15;

/**
 * The width at which a text is broken into lines, or null: shown by lines in the middle of a sentence that are as long
 * as the next word allows. Text broken between whole paragraphs has none of them.
 */
function wrapWidth(lines: readonly string[]): number | null {
  const broken: { length: number; next: number }[] = [];
  let others = 0;
  eachPair(lines, (line, next, isBlankBetween) => {
    if (endsWithStop(line) || LIST_MARK.test(next) || /[:;]$/u.test(line)) return;
    if (!/^[(“"]?\p{Ll}/u.test(next) && !/\p{L},$/u.test(line)) return;
    if (syllableCount(line) < 2) return;
    if (isBlankBetween) others += 1;
    else broken.push({ length: line.length, next: firstWord(next).length });
  });
  // Some programs put an empty line between any two.
  if (broken.length >= MIN_BROKEN) return widthOf(broken, 0.7);
  if (others >= MIN_BROKEN) return doubleSpaced(lines);
  // A short text has few, and then all must be full.
  return broken.length > 1 && lines.length <= MAX_SHORT ? widthOf(broken, 1) : null;
}

/** @param share Of the broken lines that must be full. */
function widthOf(
  broken: readonly { length: number; next: number }[],
  share: number,
): number | null {
  const lengths = broken.map(({ length }) => length).sort((a, b) => a - b);
  const width = lengths[Math.floor((lengths.length - 1) * 0.95)]!;
  if (width < MIN_WIDTH || width > MAX_WIDTH) return null;
  const full = broken.filter(({ length, next }) => length + 1 + next > width * (1 - SLACK)).length;
  return full >= broken.length * share ? width : null;
}

function doubleSpaced(lines: readonly string[]): number | null {
  const filled = lines.filter((line) => line.trim() !== "");
  const hasNeighbours = lines.some(
    (line, i) => line.trim() !== "" && (lines[i + 1] ?? "").trim() !== "",
  );
  return hasNeighbours ? null : wrapWidth(filled);
}

function eachPair(
  lines: readonly string[],
  visit: (line: string, next: string, isBlankBetween: boolean) => void,
): void {
  let last: string | null = null;
  let isBlank = false;
  for (const raw of lines) {
    const line = raw.trim();
    if (line === "") isBlank = true;
    else {
      if (last !== null) visit(last, line, isBlank);
      last = line;
      isBlank = false;
    }
  }
}

const firstWord = (line: string) => line.slice(0, Math.max(0, `${line} `.indexOf(" ")));

/** What a report opens with: below a title that fills its line it is a paragraph of its own. */
const OPENING =
  /^(?:[–—-]\s|\(?\p{Lu}{2,8}\)?\s?[-–—]\s?\p{Lu}|(?:(?:rạng |buổi )?sáng|trưa|chiều|tối|ngày|trong ngày|vừa qua|nhận lời mời|thực hiện|nhân dịp)\s)/iu;

/** Joins the lines of paragraphs: a line that has room for the next word ends one. */
function unwrap(raw: readonly string[], width: number): PageLine[] {
  const filled = raw.filter((line) => line.trim() !== "");
  const isDouble =
    filled.length * 2 - 1 <= raw.length &&
    !raw.some((line, i) => line.trim() !== "" && (raw[i + 1] ?? "").trim() !== "");
  const lines = isDouble ? filled : raw;
  const paragraphs: string[] = [];
  let last: string | null = null;
  let wasTitle = true;
  for (const line of lines) {
    const text = line.trim();
    if (text === "") {
      last = null;
      continue;
    }
    const indented = /^(?:\t| {2,})/u.test(line);
    const isFull =
      last !== null &&
      last.length <= width * (1 + SLACK) &&
      last.length + 1 + firstWord(text).length > width * (1 - SLACK);
    const opens = wasTitle && OPENING.test(text) && paragraphs.length === 1;
    const isNew =
      last === null ||
      !isFull ||
      LIST_MARK.test(text) ||
      opens ||
      (indented && endsWithStop(last)) ||
      (/[:]$/u.test(last) && /^\p{Lu}/u.test(text));
    if (isNew) paragraphs.push(text);
    else paragraphs[paragraphs.length - 1] += ` ${text}`;
    wasTitle = paragraphs.length === 1 && !endsWithStop(text);
    last = text;
  }
  return paragraphs.map((text) => ({ text }));
}
