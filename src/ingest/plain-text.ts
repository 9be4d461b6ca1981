import { type Draft, NO_METADATA, type PageLine } from "./draft.ts";
import { readPage } from "./page.ts";

/** Reads the text of a web page as people paste it: every line is a block, but for hard-wrapped text. */
export function readPlainText(text: string): Draft {
  return readPage(plainLines(text), NO_METADATA);
}

/** The lines of a text as its writer meant them: hard-wrapped ones joined. */
export function plainLines(text: string): PageLine[] {
  return unwrap(text.split("\n"));
}

/** Text broken at a fixed width (as by mail programs) has its paragraphs parted by empty lines. */
function unwrap(lines: readonly string[]): PageLine[] {
  const filled = lines.filter((line) => line.trim() !== "");
  const longest = filled.reduce((most, line) => Math.max(most, line.trimEnd().length), 0);
  const full = filled.filter((line) => line.trimEnd().length > longest * 0.7).length;
  const wrapped = longest >= 50 && longest <= 110 && full * 2 > filled.length && filled.length >= 6;
  if (!wrapped) return filled.map((text) => ({ text }));
  return lines
    .join("\n")
    .split(/\n\s*\n/u)
    .map((paragraph) => ({ text: paragraph.replace(/\n/gu, " ") }));
}
