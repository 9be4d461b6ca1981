import type { PageLine } from "./draft.ts";
import { endsWithStop, syllableCount } from "./lines.ts";

/** What opens an item of a list. */
export const LIST_MARK = /^(?:[-–—+*•▪●◦‣○■□✓➢]|\d{1,2}[.)]|[a-zđ][.)]|[ivx]{1,4}[.)])\s/iu;
/** Lines of these do not run on. */
const WHOLE: ReadonlySet<PageLine["hint"]> = new Set(["heading", "image", "row", "caption"]);

/**
 * True where a sentence broken by a line end or the end of a page goes on: nothing ends it, and the next line begins
 * in the middle of a sentence.
 */
export function runsOn(line: string, next: string): boolean {
  if (endsWithStop(line) || /[:;：；]$/u.test(line) || LIST_MARK.test(next)) return false;
  if (/[\p{L}\p{N})”"][,，]$/u.test(line)) return /^[\p{L}\p{N}“"(]/u.test(next);
  return syllableCount(line) >= 4 && syllableCount(next) >= 2 && /^[(“"]?\p{Ll}/u.test(next);
}

/** Joins sentences that a line break or a page break cuts in two. */
export function joinBroken(lines: readonly PageLine[]): PageLine[] {
  const joined: PageLine[] = [];
  let tail = "";
  for (const line of lines) {
    const last = joined.at(-1);
    const mayJoin =
      last !== undefined && !WHOLE.has(last.hint) && !WHOLE.has(line.hint) && line.hint !== "item";
    if (mayJoin && last.hint !== "item" && runsOn(tail, line.text)) {
      joined[joined.length - 1] = { ...last, text: `${last.text} ${line.text}` };
    } else joined.push(line);
    tail = line.text;
  }
  return joined;
}

/** The same for lines without marks of their own; an empty one ends what stands before it. */
export function joinBrokenText(lines: readonly string[]): string[] {
  const whole: PageLine = { text: "", hint: "row" };
  const joined = joinBroken(lines.map((text) => (text === "" ? whole : { text })));
  return joined.map(({ text }) => text).filter((text) => text !== "");
}
