import { FOLDED_PLACES, holdersIn, PLACES } from "../../language/names/index.ts";
import type { Term } from "../../language/text/index.ts";
import { expandedTerms } from "../../language/translate/index.ts";
import type { Holder } from "../../model/index.ts";
import { bodyOf, GENERIC, levelOf, OFFICE_HEADS, type OfficeAsked } from "../question/index.ts";
import type { RankedSentence } from "../search/index.ts";

/** How well a sentence tells who holds an office. */
export type OfficeMatch = "whole" | "office" | "alike";
/** Share of the words of a told office that the question has as well, from which both may be one. */
const ALIKE_SHARE = 0.5;

/**
 * The person who holds an office by a sentence: `whole` where the sentence or the title also names its
 * place, `office` where the place is left open, `alike` where it is told in other words ("người phát ngôn văn phòng tổng
 * thống Hàn Quốc") that speak against nothing of it; null where nobody there holds it.
 */
export function holderOf(
  asked: OfficeAsked,
  sentence: RankedSentence,
): { readonly holder: Holder; readonly match: OfficeMatch } | null {
  const { head, words } = asked;
  let open: Holder | null = null;
  let alike: Holder | null = null;
  const around = folded([...sentence.found.chunk.titleTerms, ...sentence.terms]);
  for (const holder of holdersIn(sentence.text)) {
    for (const { start, end } of holder.positions) {
      const held = officeIn(sentence.text.slice(start, end));
      if (held.head !== head && !held.head.startsWith(`${head} `)) continue;
      // "Thị trưởng" is the head of a city: its own words tell no level.
      const level = levelOf(held.words.slice(held.head.split(" ").length));
      if (level !== null && asked.level !== null && level !== asked.level) continue;
      const missing = missingFrom(words, held.words.slice(head.split(" ").length));
      if (missing.length === 0) return { holder, match: "whole" };
      if (mayBe(asked, held)) alike ??= holder;
      // "Chủ tịch UBND tỉnh": the place stands elsewhere, but no other one stands here.
      if (held.places.length > 0) continue;
      if (FOLDED_PLACES.longestAt(missing, 0) !== missing.length) {
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
  if (open !== null) return { holder: open, match: "office" };
  return alike === null ? null : { holder: alike, match: "alike" };
}

/** True where an office that is told otherwise than it is asked for is of no other place and no other body. */
function mayBe({ head, words, body }: OfficeAsked, held: HeldOffice): boolean {
  const asked = words.flatMap((_, i) => words.slice(i, i + FOLDED_PLACES.longestAt(words, i)));
  if (asked.length > 0 && held.places.some((word) => !asked.includes(word))) return false;
  const told = held.words
    .slice(head.split(" ").length)
    .filter((word) => !GENERIC.has(word) && !held.places.includes(word));
  // "Chủ tịch tỉnh" is not that of its women's union.
  if (told.length === 0) return body === null && held.places.length > 0;
  const ofBody = bodyOf(told);
  if (body !== null && ofBody !== null && body !== ofBody) return false;
  return told.filter((word) => words.includes(word)).length >= ALIKE_SHARE * told.length;
}

/** An office as a sentence writes it: its folded words, the head among them, and the words of the places it names. */
interface HeldOffice {
  readonly words: readonly string[];
  readonly head: string;
  readonly places: readonly string[];
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
  if (!runsOf(words).every((run) => passage.includes(` ${run} `))) return false;
  return positions.some(({ start, end }) => {
    const held = officeIn(text.slice(start, end));
    return held.head === head && held.places.every((word) => words.includes(word));
  });
}

/** The body and the places of an office, each of which stands together: "trung uong doan", "uy ban nhan dan", "lang son". */
function runsOf(words: readonly string[]): string[] {
  const runs: string[][] = [[]];
  for (let i = 0; i < words.length; ) {
    const place = FOLDED_PLACES.longestAt(words, i);
    if (place > 0) runs.push([...words.slice(i, i + place)], []);
    else runs.at(-1)!.push(words[i]!);
    i += Math.max(1, place);
  }
  return runs.filter((run) => run.length > 0).map((run) => run.join(" "));
}

function officeIn(written: string): HeldOffice {
  const list = expandedTerms(written);
  const words = list.map((term) => term.folded);
  const marked = list.map((term) => term.marked);
  return {
    words,
    head: words.slice(0, OFFICE_HEADS.longestAt(words, 0)).join(" "),
    // With marks: "bí thư" is not Bỉ.
    places: marked.flatMap((_, i) => words.slice(i, i + PLACES.longestAt(marked, i))),
  };
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
