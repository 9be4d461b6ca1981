import { fold } from "./fold.ts";

/** A set of word sequences that finds the longest one starting at a given word. */
export interface PhraseSet {
  /** Number of words of the longest phrase that starts at `words[at]`, or 0. */
  longestAt(words: readonly string[], at: number): number;
}

/** Builds a phrase set from phrases whose words are parted by single spaces. */
export function phraseSet(phrases: Iterable<string>): PhraseSet {
  const byFirst = new Map<string, string[][]>();
  for (const phrase of phrases) {
    const words = phrase.split(" ");
    const first = words[0];
    if (first === undefined || first === "") continue;
    const list = byFirst.get(first);
    if (list) list.push(words);
    else byFirst.set(first, [words]);
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.length - a.length);
  return {
    longestAt(words, at) {
      const first = words[at];
      const candidates = first === undefined ? undefined : byFirst.get(first);
      if (candidates === undefined) return 0;
      for (const candidate of candidates) {
        const { length } = candidate;
        let i = 1;
        while (i < length && words[at + i] === candidate[i]) i++;
        if (i === length) return length;
      }
      return 0;
    },
  };
}

/** A word list that is matched exactly in text with marks, and folded in text typed without. */
export interface TwoWayPhrases {
  readonly marked: PhraseSet;
  readonly folded: PhraseSet;
}

/**
 * Builds both sets from phrases with marks in the old tone placement.
 *
 * @param needsMarks Phrases that are everyday words once their marks are gone: they stay out of the folded set.
 */
export function twoWayPhrases(
  phrases: Iterable<string>,
  needsMarks: ReadonlySet<string> = new Set(),
): TwoWayPhrases {
  const list = [...phrases];
  return {
    marked: phraseSet(list),
    folded: phraseSet(list.filter((phrase) => !needsMarks.has(phrase)).map(fold)),
  };
}

/**
 * How often a word, or several standing together, occur among words parted by single spaces, one space
 * before the first and one after the last.
 */
export function occurrences(padded: string, words: string): number {
  // Spaces are many: the engine gets to the next match quicker without one in front.
  const wanted = `${words} `;
  let count = 0;
  for (let at = padded.indexOf(wanted); at >= 0; at = padded.indexOf(wanted, at + 1)) {
    if (padded[at - 1] === " ") count++;
  }
  return count;
}
