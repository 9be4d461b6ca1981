import { type Term, terms } from "../../../language/text/index.ts";

/** One sentence as words, for the readers of this folder. */
export interface Words {
  readonly text: string;
  readonly list: readonly Term[];
  /** Lower case with marks, in the old tone placement. */
  readonly marked: readonly string[];
}

export function wordsOf(text: string): Words {
  const list = terms(text);
  return { text, list, marked: list.map((term) => term.marked) };
}

/** What stands before word `i`. */
export function gapBefore(words: Words, i: number): string {
  const term = words.list[i];
  if (term === undefined) return "\n";
  return words.text.slice(words.list[i - 1]?.end ?? 0, term.start);
}

/** True where word `i` begins with a capital. */
export function isUpper(words: Words, i: number): boolean {
  const term = words.list[i];
  if (term === undefined) return false;
  const first = words.text[term.start]!;
  return first !== first.toLowerCase();
}

/** True where word `i` is written in capitals: an abbreviation, an initial. */
export function isAcronym(words: Words, i: number): boolean {
  const term = words.list[i];
  return term !== undefined && /^[\p{Lu}\p{N}]+$/u.test(words.text.slice(term.start, term.end));
}

/** Words that a bracket behind word `end - 1` may hold: another spelling of a name, a place, a year of birth. */
const MOST_IN_BRACKET = 8;

/** Index of the word behind the bracket that opens before word `end`; `end` where none opens or it does not close. */
export function behindBracket(words: Words, end: number): number {
  if (!/^ ?\($/u.test(gapBefore(words, end))) return end;
  for (let at = end + 1; at <= Math.min(words.list.length, end + MOST_IN_BRACKET); at++) {
    const gap =
      at < words.list.length ? gapBefore(words, at) : words.text.slice(words.list[at - 1]!.end);
    if (gap.startsWith(")")) return at;
    if (!/^[ ,.-]{0,2}$/u.test(gap)) return end;
  }
  return end;
}

/** Where the words `[from, to)` end in the text, with a bracket that they open. */
export function endOf(words: Words, from: number, to: number): number {
  const { start } = words.list[from]!;
  const { end } = words.list[to - 1]!;
  const opened =
    words.text.lastIndexOf("(", end) >= start &&
    words.text.lastIndexOf(")", end - 1) < words.text.lastIndexOf("(", end);
  return opened && words.text[end] === ")" ? end + 1 : end;
}

/** The text of the words `[from, to)`. */
export function textOf(words: Words, from: number, to: number): string {
  return words.text.slice(words.list[from]!.start, endOf(words, from, to));
}
