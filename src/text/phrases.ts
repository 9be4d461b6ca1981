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
      for (const candidate of byFirst.get(words[at] ?? "") ?? []) {
        if (candidate.every((word, i) => words[at + i] === word)) return candidate.length;
      }
      return 0;
    },
  };
}
