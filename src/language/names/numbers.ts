import type { Entity } from "../../model/index.ts";
import { matchesIn, type Term, terms } from "../text/index.ts";
import { NEVER_COUNTED, NUMBER_TAILS, NUMBER_WORDS } from "./vocabulary.ts";

const DIGITS = /(?<![\p{L}\p{N}/.,-])\d+(?:[.,]\d+)*(?![\p{N}/])\s*%?/gu;
/** "năm" alone is a year as often as a five, "ba" a father, "tư" private: they count only beside another number word or a counted noun. */
const UNSURE_ALONE = new Set([
  "năm",
  "tư",
  "ba",
  "mốt",
  "lăm",
  "nửa",
  "rưỡi",
  "đôi",
  "một",
  "chục",
]);

/** A number with the range of the words that count: "586 dự án", "hơn 10 tỷ USD". */
export interface NumberEntity extends Entity {
  readonly type: "number";
  /** End of the bare number (with its multiplier), before the counted noun. */
  readonly numberEnd: number;
}

/**
 * Reads numbers in digits or words from one sentence; the range takes in up to two words behind it as its unit.
 *
 * @param list Terms of the sentence.
 */
export function numbersIn(text: string, list: readonly Term[] = terms(text)): NumberEntity[] {
  const found: NumberEntity[] = [];
  const push = (start: number, bareEnd: number): void => {
    let next = list.findIndex((term) => term.start >= bareEnd);
    let numberEnd = bareEnd;
    while (
      next >= 0 &&
      next < list.length &&
      /^\s?$/u.test(text.slice(numberEnd, list[next]!.start)) &&
      NUMBER_TAILS.has(list[next]!.marked)
    ) {
      numberEnd = list[next]!.end;
      next++;
    }
    let end = numberEnd;
    for (let words = 0; next >= 0 && next < list.length && words < 2; words++, next++) {
      const term = list[next]!;
      if (text.slice(end, term.start) !== " " || /^[\p{Lu}\p{N}]/u.test(text.slice(term.start)))
        break;
      if (NEVER_COUNTED.has(term.marked)) break;
      end = term.end;
    }
    found.push({ type: "number", start, end, numberEnd });
  };
  for (const match of matchesIn(text, DIGITS))
    push(match.index, match.index + match[0].trimEnd().length);
  for (let i = 0; i < list.length; i++) {
    if (!NUMBER_WORDS.has(list[i]!.marked)) continue;
    let end = i + 1;
    while (
      end < list.length &&
      NUMBER_WORDS.has(list[end]!.marked) &&
      text.slice(list[end - 1]!.end, list[end]!.start) === " "
    )
      end++;
    const alone = end - i === 1 && UNSURE_ALONE.has(list[i]!.marked);
    if (!alone && !found.some((n) => list[i]!.start >= n.start && list[i]!.start < n.end))
      push(list[i]!.start, list[end - 1]!.end);
    i = end - 1;
  }
  return found.sort((a, b) => a.start - b.start);
}
