import { isSyllableShaped } from "../crosslingual/vietnamese-syllable.ts";
import { fold } from "../text/fold.ts";
import type { Entity } from "./entity.ts";
import { CUES, HONORIFIC, ORGANISATIONS, PLACES, POSITIONS } from "./phrase-sets.ts";
import { PLACE_PREPOSITIONS, SURNAMES } from "./vocabulary.ts";
import { gap, HARD_BREAK, type Words } from "./words.ts";

const PREPOSITIONS = new Set(PLACE_PREPOSITIONS);

/** Type of the capitalised run `[from, to)`, judged by its words and those before it. */
export function classify(words: Words, from: number, to: number): Entity["type"] {
  for (let back = 1; back <= 4 && from - back >= 0; back++) {
    const at = from - back;
    if (HARD_BREAK.test(gap(words, from - 1))) break;
    if (HONORIFIC.longestAt(words.marked, at) === back) return "person";
    if (CUES.longestAt(words.marked, at) === back) return "place";
    if (ORGANISATIONS.longestAt(words.marked, at) === back) return "organisation";
    if (POSITIONS.longestAt(words.marked, at) === back) return "person";
  }
  if (PLACES.longestAt(words.marked, from) === to - from) return "place";
  if (ORGANISATIONS.longestAt(words.marked, from) > 0) return "organisation";
  const length = to - from;
  if (length >= 2 && length <= 4 && SURNAMES.has(words.marked[from]!)) return "person";
  if (PREPOSITIONS.has(words.marked[from - 1] ?? "")) return "place";
  if (length >= 2 && length <= 4 && isListedPerson(words, from, to)) return "person";
  if (length === 1)
    return /^\p{Lu}+$/u.test(words.text.slice(words.terms[from]!.start, words.terms[from]!.end))
      ? "organisation"
      : "place";
  // What is left: a foreign name is a person's more often than not, a Vietnamese one without a family name is not.
  const foreign = words.marked.slice(from, to).some((word) => !isSyllableShaped(fold(word)));
  return foreign ? "person" : "place";
}

/** Words behind which those present are told one after another. */
const LISTS = new Set(["có", "gồm", "và", "là"]);

/** "…; Mạc Văn Quế, Trưởng ban …": whoever stands in a list with an office behind a comma is a person. */
function isListedPerson(words: Words, from: number, to: number): boolean {
  const before = from === 0 ? ";" : gap(words, from - 1);
  const isListed = /[;:,]/u.test(before) || LISTS.has(words.marked[from - 1] ?? "");
  return (
    isListed &&
    /^\s*(?:,|[-–])\s*$/u.test(gap(words, to - 1)) &&
    POSITIONS.longestAt(words.marked, to) > 0
  );
}
