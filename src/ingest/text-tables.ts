import type { PageLine } from "./draft.ts";
import { tableLines } from "./table.ts";

/** A stretch of a text: lines as they stand, or the rows of a table. */
export type Stretch =
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
  if (isBarred(first) || (FRAME.test(first) && /[+┌╔]/u.test(first))) {
    return run((line) => isBarred(line) || (line.trim() !== "" && FRAME.test(line)));
  }
  if (first.includes("|") && isRule(lines[at + 1] ?? "")) {
    return run((line) => line.includes("|") || isRule(line));
  }
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
