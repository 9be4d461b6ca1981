import { CUES } from "../entities/phrase-sets.ts";
import type { Question } from "../question/question.ts";
import { terms } from "../text/terms.ts";
import type { Candidate } from "./candidates.ts";

/** Longest cue, in words: "cửa khẩu quốc tế". */
const MAX_CUE_WORDS = 4;
const ASKS_WHAT = /(?<!\p{L})l[àa] g[ìi][\s?.!]*$/iu;
const QUOTED = /[“"]([^”"]{2,160})[”"]/u;

/**
 * The words of a sentence to mark as the answer, or null for none: a place with what it is ("khách sạn Sa
 * Pa"), and nobody's name where it is asked what something is.
 */
export function markedWords(
  sentence: string,
  candidate: Candidate | null,
  { searchText, answerType }: Question,
): Candidate | null {
  if (candidate === null) return null;
  if (candidate.type === "place")
    return { ...candidate, start: cueStart(sentence, candidate.start) };
  const asksWhat = answerType === "phrase" && ASKS_WHAT.test(searchText);
  if (!asksWhat || candidate.type === "phrase") return candidate;
  const quoted = QUOTED.exec(sentence);
  if (quoted === null) return candidate.type === "person" ? null : candidate;
  const start = quoted.index + 1;
  return { ...candidate, type: "phrase", start, end: start + quoted[1]!.length };
}

/** Where the words before a place begin that say what it is; its own start where there are none. */
function cueStart(sentence: string, start: number): number {
  const before = terms(sentence.slice(0, start));
  if (!/^ $/u.test(sentence.slice(before.at(-1)?.end ?? start, start))) return start;
  const marked = before.map((term) => term.marked);
  for (let words = Math.min(MAX_CUE_WORDS, before.length); words > 0; words--) {
    const from = before.length - words;
    if (CUES.longestAt(marked, from) === words) return before[from]!.start;
  }
  return start;
}
