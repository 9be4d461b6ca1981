import { terms } from "../text/terms.ts";
import type { Article } from "./article.ts";

/** What two texts say at the same place: `28/3/2024` and `27/6/2024`. */
export interface EventDifference {
  readonly own: string;
  readonly other: string;
}

interface Word {
  readonly folded: string;
  readonly start: number;
  readonly end: number;
}

/** Words in a row that mark the same place in both texts. */
const ANCHOR_WORDS = 3;
/** Between two such places: a longer stretch is another passage, not another word for the same. */
const MAX_GAP_WORDS = 12;
const ROMAN = /^(?:quy|ky|lan|dot|vong|phien|thu|khoa)$/u;

/**
 * Compares two texts that are mostly alike, place by place: where the one has another number, day, quarter or name than
 * the other between the same words, it tells of another event. Words that only one of them has, such as a newspaper's
 * header, and other wording say nothing.
 *
 * @returns The first such difference, in the title first; null where there is none.
 */
export function otherEvent(
  a: Pick<Article, "title" | "text">,
  b: Pick<Article, "title" | "text">,
): EventDifference | null {
  return inTitles(a.title, b.title) ?? differenceIn(a.text, b.text);
}

/** Titles alike but for a number or quarter; others may be any two titles of one report. */
function inTitles(a: string, b: string): EventDifference | null {
  const [own, other] = [wordsOf(a), wordsOf(b)];
  if (own.length !== other.length) return null;
  const changed = own.flatMap(({ folded }, i) => (folded === other[i]!.folded ? [] : [i]));
  if (changed.length === 0 || changed.length * 3 > own.length) return null;
  return gapDifference(
    [a, own],
    [b, other],
    changed[0]!,
    changed.at(-1)! + 1,
    changed[0]!,
    changed.at(-1)! + 1,
  );
}

function differenceIn(a: string, b: string): EventDifference | null {
  const [own, other] = [wordsOf(a), wordsOf(b)];
  const places = uniquePlaces(other);
  let [from, to] = [0, 0];
  for (const [key, i] of uniquePlaces(own)) {
    const j = places.get(key);
    if (j === undefined || i < from || j < to) continue;
    const near = i - from <= MAX_GAP_WORDS && j - to <= MAX_GAP_WORDS && i > from && j > to;
    const found = near ? gapDifference([a, own], [b, other], from, i, to, j) : null;
    if (found !== null) return found;
    [from, to] = [i + ANCHOR_WORDS, j + ANCHOR_WORDS];
  }
  return null;
}

/** Places of the runs of words that stand once in a text, in order. */
function uniquePlaces(words: readonly Word[]): Map<string, number> {
  const places = new Map<string, number>();
  const seen = new Set<string>();
  for (let i = 0; i + ANCHOR_WORDS <= words.length; i += 1) {
    const key = words
      .slice(i, i + ANCHOR_WORDS)
      .map(({ folded }) => folded)
      .join(" ");
    if (seen.has(key)) places.delete(key);
    else places.set(key, i);
    seen.add(key);
  }
  return places;
}

type Side = readonly [text: string, words: readonly Word[]];

/** Compares two stretches; words at their ends that are the same are not part of it. */
function gapDifference(
  [a, own]: Side,
  [b, other]: Side,
  ownFrom: number,
  ownTo: number,
  otherFrom: number,
  otherTo: number,
): EventDifference | null {
  const mine = own.slice(ownFrom, ownTo);
  const theirs = other.slice(otherFrom, otherTo);
  while (mine.length > 0 && theirs.length > 0 && mine[0]!.folded === theirs[0]!.folded) {
    mine.shift();
    theirs.shift();
  }
  while (mine.length > 0 && theirs.length > 0 && mine.at(-1)!.folded === theirs.at(-1)!.folded) {
    mine.pop();
    theirs.pop();
  }
  if (mine.length === 0 || theirs.length === 0) return null;
  const before = own[own.indexOf(mine[0]!) - 1]?.folded ?? "";
  const numbers = (words: readonly Word[]) =>
    words.map(({ folded }) => numberOf(folded, before)).filter((one) => one !== null);
  const [ours, others] = [numbers(mine), numbers(theirs)];
  const differs = ours.length > 0 && others.length > 0 && ours.join(" ") !== others.join(" ");
  if (!differs && !areNames([a, mine], [b, theirs])) return null;
  const span = (text: string, words: readonly Word[]) =>
    text.slice(words[0]!.start, words.at(-1)!.end);
  return { own: span(a, mine), other: span(b, theirs) };
}

/** The value of a number, also of a Roman one behind a word that counts (`quý II`); else null. */
function numberOf(folded: string, before: string): string | null {
  if (/^\d+$/u.test(folded)) return folded.replace(/^0+(?=\d)/u, "");
  if (/\d/u.test(folded)) return folded;
  return /^[ivx]{1,5}$/u.test(folded) && ROMAN.test(before) ? folded : null;
}

/** True where both are words of names, all with capitals, such as of another head of a delegation. */
function areNames([a, mine]: Side, [b, theirs]: Side): boolean {
  const isName = (text: string, words: readonly Word[]) =>
    words.length <= 5 && words.every(({ start }) => /\p{Lu}/u.test(text[start]!));
  if (!isName(a, mine) || !isName(b, theirs)) return false;
  // A letter more, less or other in one word is a slip of the pen.
  return mine.length > 1 || theirs.length > 1 || !isSlip(mine[0]!.folded, theirs[0]!.folded);
}

function isSlip(a: string, b: string): boolean {
  let [head, tail] = [0, 0];
  const shorter = Math.min(a.length, b.length);
  while (head < shorter && a[head] === b[head]) head += 1;
  while (tail < shorter - head && a.at(-1 - tail) === b.at(-1 - tail)) tail += 1;
  return Math.max(a.length, b.length) - head - tail <= 1;
}

function wordsOf(text: string): Word[] {
  return terms(text).map(({ folded, start, end }) => ({ folded, start, end }));
}
