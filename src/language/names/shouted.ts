import { type Term, terms } from "../text/index.ts";
import { CUES, HONORIFIC, PLACES, POSITIONS, SURNAMES } from "./vocabulary.ts";

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

/** Fewer letters are an abbreviation or a heading's word. */
const LEAST_LETTERS = 24;
/** Words of an office between its head and the name of who holds it: "Bí thư Huyện ủy Mèo Vạc". */
const MOST_OFFICE_WORDS = 10;
const NAME_WORDS = { least: 3, most: 4 } as const;
const STOPS = new Set(
  "đã đang sẽ vừa chủ tiếp đón làm cho phát đến tới sang thăm cùng và hội trao được dẫn tham gặp ký dự tại ngày sáng chiều do với là có".split(
    " ",
  ),
);

/** True where a text of some length has no small letter: what is a name can't be told by capitals. */
export function isShouted(text: string): boolean {
  if (/\p{Ll}/u.test(text)) return false;
  return (text.match(/\p{Lu}/gu)?.length ?? 0) >= LEAST_LETTERS && /\s/u.test(text.trim());
}

/**
 * A text in capitals with capitals only where reports have them: known places, persons behind an honorific or an
 * office, beginnings of sentences. Of the same length, so that ranges hold for both; any other text as it is.
 */
export function recased(text: string): string {
  if (!isShouted(text)) return text;
  const lower = text.toLowerCase();
  if (lower.length !== text.length) return text;
  const words = wordsOf(lower);
  const letters = lower.split("");
  const raise = (from: number, to: number) => {
    for (const { start } of words.terms.slice(from, to)) letters[start] = text[start]!;
  };
  let sinceOffice = MOST_OFFICE_WORDS;
  for (let i = 0; i < words.terms.length; ) {
    if (i === 0 || /[.!?\n]/u.test(gap(words, i - 1))) raise(i, i + 1);
    if (i > 0 && HARD_BREAK.test(gap(words, i - 1))) sinceOffice = MOST_OFFICE_WORDS;
    const place = PLACES.longestAt(words.marked, i);
    const honorific = HONORIFIC.longestAt(words.marked, i);
    const office = POSITIONS.longestAt(words.marked, i);
    const behindOffice = sinceOffice < MOST_OFFICE_WORDS && SURNAMES.has(words.marked[i]!);
    const name = place > 0 || !behindOffice ? 0 : nameLength(words, i, NAME_WORDS.least);
    const honored = honorific === 0 ? 0 : nameLength(words, i + honorific, 2);
    if (place > 0) raise(i, i + place);
    if (name > 0) raise(i, i + name);
    if (honored > 0 && POSITIONS.longestAt(words.marked, i + honorific) === 0)
      raise(i + honorific, i + honorific + honored);
    const cue = CUES.longestAt(words.marked, i);
    // "huyện Phú Ninh": two or three words behind the word for a rank are its name where no other word is read.
    if (cue > 0 && PLACES.longestAt(words.marked, i + cue) === 0 && honorific === 0)
      raise(i + cue, i + cue + Math.min(3, nameLength(words, i + cue, 2)));
    sinceOffice = office > 0 ? 0 : name > 0 ? MOST_OFFICE_WORDS : sinceOffice + 1;
    i += Math.max(1, place, name, office, honorific === 0 ? 0 : honorific + honored);
  }
  return letters.join("");
}

/** Words of a name that starts at `from`, up to a mark or a verb; 0 where they are fewer than `least`. */
function nameLength(words: Words, from: number, least: number): number {
  let to = from;
  while (
    to < words.terms.length &&
    to - from < NAME_WORDS.most &&
    !STOPS.has(words.marked[to]!) &&
    (to === from || CUES.longestAt(words.marked, to) === 0) &&
    (to === from || !HARD_BREAK.test(gap(words, to - 1)))
  )
    to++;
  return to - from < least ? 0 : to - from;
}
