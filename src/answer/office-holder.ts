import { type Holder, holdersIn } from "../entities/holders.ts";
import { KNOWN_PLACES } from "../entities/vocabulary.ts";
import { levelOf, OFFICE_HEADS, type OfficeAsked } from "../question/office.ts";
import { expandedTerms } from "../text/expand-abbreviations.ts";
import { fold } from "../text/fold.ts";
import { phraseSet } from "../text/phrases.ts";
import type { Term } from "../text/terms.ts";
import type { RankedSentence } from "./rank-sentences.ts";

const PLACE_WORDS = phraseSet(KNOWN_PLACES.map(fold));
/** With marks: "bí thư" is not Bỉ. */
const MARKED_PLACES = phraseSet(KNOWN_PLACES);

/** How well a sentence tells who holds an office. */
export type OfficeMatch = "whole" | "office";

/**
 * The person who holds an office by a sentence: `whole` where the sentence or the title also names its
 * place, `office` where the place is left open; null where nobody there holds it.
 */
export function holderOf(
  asked: OfficeAsked,
  sentence: RankedSentence,
): { readonly holder: Holder; readonly match: OfficeMatch } | null {
  const { head, words } = asked;
  let open: Holder | null = null;
  const around = folded([...sentence.found.chunk.titleTerms, ...sentence.terms]);
  for (const holder of holdersIn(sentence.text)) {
    for (const { start, end } of holder.positions) {
      const held = expandedTerms(sentence.text.slice(start, end));
      const heldWords = held.map((term) => term.folded);
      const heldHead = heldWords.slice(0, OFFICE_HEADS.longestAt(heldWords, 0)).join(" ");
      if (heldHead !== head && !heldHead.startsWith(`${head} `)) continue;
      const level = levelOf(heldWords);
      if (level !== null && asked.level !== null && level !== asked.level) continue;
      const missing = missingFrom(words, heldWords.slice(head.split(" ").length));
      if (missing.length === 0) return { holder, match: "whole" };
      // "Chủ tịch UBND tỉnh": the place stands elsewhere, but no other one stands here.
      const marked = held.map((term) => term.marked);
      const namesPlace = marked.some((_, i) => MARKED_PLACES.longestAt(marked, i) > 0);
      if (namesPlace) continue;
      if (PLACE_WORDS.longestAt(missing, 0) !== missing.length) {
        // "Trưởng Ban Chỉ đạo chương trình này": which one stands in the title.
        const isNamedBeside =
          missing.length < words.length / 2 &&
          missing.every((word) => around.includes(` ${word} `));
        if (isNamedBeside) open ??= holder;
        continue;
      }
      if (around.includes(` ${missing.join(" ")} `)) return { holder, match: "whole" };
      open ??= holder;
    }
  }
  return open === null ? null : { holder: open, match: "office" };
}

/**
 * True where a sentence without a sure holder of the asked office may still tell of it: the person who would be the
 * answer holds an office of this kind, of no other place, and the passage names the rest; or holds none, and the
 * sentence names the office whole. The deputy, or the same office elsewhere, is the likeliest wrong answer of all.
 */
export function mayTellHolder(
  { head, words }: OfficeAsked,
  { text, found, evidence: { candidate } }: RankedSentence,
): boolean {
  if (candidate?.type !== "person") return false;
  const positions =
    holdersIn(text).find(({ person }) => person.start === candidate.start)?.positions ?? [];
  if (positions.length === 0) {
    const told = expandedTerms(text).map((term) => term.folded);
    return missingFrom([...head.split(" "), ...words], told).length === 0;
  }
  const passage = folded([...found.chunk.titleTerms, ...found.chunk.terms]);
  if (!words.every((word) => passage.includes(` ${word} `))) return false;
  return positions.some(({ start, end }) => {
    const held = expandedTerms(text.slice(start, end));
    const heldWords = held.map((term) => term.folded);
    const heldHead = heldWords.slice(0, OFFICE_HEADS.longestAt(heldWords, 0)).join(" ");
    if (heldHead !== head) return false;
    const marked = held.map((term) => term.marked);
    return marked.every((_, i) => {
      const length = MARKED_PLACES.longestAt(marked, i);
      return heldWords.slice(i, i + length).every((word) => words.includes(word));
    });
  });
}

function folded(terms: readonly Term[]): string {
  return ` ${terms.map((term) => term.folded).join(" ")} `;
}

/** The words that do not stand in a list in the same order; "Trung Quốc tại Việt Nam" is not the reverse. */
function missingFrom(words: readonly string[], list: readonly string[]): string[] {
  let at = 0;
  return words.filter((word) => {
    const found = list.indexOf(word, at);
    if (found < 0) return true;
    at = found + 1;
    return false;
  });
}
