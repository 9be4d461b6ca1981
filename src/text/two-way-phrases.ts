import { fold } from "./fold.ts";
import { type PhraseSet, phraseSet } from "./phrases.ts";

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
