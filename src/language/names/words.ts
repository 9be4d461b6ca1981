import { type Term, terms } from "../text/index.ts";

/** Marks at which a name or a position ends. */
export const HARD_BREAK = /[,;:.!?()[\]"“”…/\n]|\s[–-]\s/u;
const JOINS_NAME = /^(?:\s|-|[’'.]|\.\s|\s?-\s?)$/u;
const UPPER = /^\p{Lu}/u;
const ASCII_LOWER = /^[a-z]+$/u;

/** A text cut into words. */
export interface Words {
  readonly text: string;
  readonly terms: readonly Term[];
  readonly marked: readonly string[];
}

/** What stands between word `i` and the next; a line break behind the last. */
export function gap(words: Words, i: number): string {
  const left = words.terms[i];
  const right = words.terms[i + 1];
  return left && right ? words.text.slice(left.end, right.start) : "\n";
}

/** True where word `i` begins with a capital. */
export function isUpper(words: Words, i: number): boolean {
  const term = words.terms[i];
  return term !== undefined && UPPER.test(words.text.slice(term.start, term.end));
}

/** Index after the last word of the capitalised run that starts at `i`. */
export function runEnd(words: Words, i: number): number {
  let end = i + 1;
  while (end < words.terms.length) {
    const between = gap(words, end - 1);
    const joined = JOINS_NAME.test(between);
    // "Kim Yong - chol", "Kim Jong-un": the part behind the hyphen may be lower case.
    const hyphenated =
      between.includes("-") &&
      ASCII_LOWER.test(words.marked[end] ?? "") &&
      ASCII_LOWER.test(words.marked[end - 1]!);
    // "Pu'er", "Xi'an", but not "Wang's".
    const elided = /^[’']$/u.test(between) && (words.marked[end]?.length ?? 0) > 1;
    if (!joined || !(isUpper(words, end) || hyphenated || elided)) break;
    if (between.startsWith(".") && words.terms[end - 1]!.end - words.terms[end - 1]!.start > 2)
      break;
    end++;
  }
  return end;
}

/** Cuts a text into words. */
export function wordsOf(text: string): Words {
  const list = terms(text);
  return { text, terms: list, marked: list.map((term) => term.marked) };
}
