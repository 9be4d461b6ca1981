import { classify } from "./classify.ts";
import type { Entity } from "./entity.ts";
import { CUES, HONORIFIC, ORGANISATIONS, PLACES, POSITIONS, RANKS } from "./phrase-sets.ts";
import { readPosition } from "./position.ts";
import { recased } from "./shouted.ts";
import { gap, HARD_BREAK, isUpper, runEnd, type Words, wordsOf } from "./words.ts";

function entity(words: Words, type: Entity["type"], from: number, to: number): Entity {
  return { type, start: words.terms[from]!.start, end: words.terms[to - 1]!.end };
}

/** Words in the head of an office from which its name is sure to be one: Đại sứ quán, Hội đồng nhân dân, not Hội. */
const LEAST_HEAD_WORDS = 2;

/** End of the office whose name starts at `i` with a capital: "Đại sứ quán Trung Quốc"; 0 where none does. */
function officeEnd(words: Words, i: number): number {
  const head = ORGANISATIONS.longestAt(words.marked, i);
  if (head < LEAST_HEAD_WORDS) return 0;
  const next = i + head;
  const joined = /^\s$/u.test(gap(words, next - 1));
  return joined && isUpper(words, next) ? runEnd(words, next) : next;
}

/**
 * Reads persons, their positions, places and organisations from one sentence by capital letters and the
 * words around them. Entities stand in order; positions don't overlap the names beside them.
 */
export function namesIn(written: string): Entity[] {
  const text = recased(written);
  const words = wordsOf(text);
  const { terms: list } = words;
  const found: Entity[] = [];
  let i = 0;
  while (i < list.length) {
    const head = POSITIONS.longestAt(words.marked, i);
    if (head > 0 && head >= ORGANISATIONS.longestAt(words.marked, i)) {
      const position = readPosition(words, i, head);
      found.push(entity(words, "position", i, position.end));
      if (position.person) {
        found.push(entity(words, "person", position.person[0], position.person[1]));
        i = position.person[1];
      } else i = position.end;
      continue;
    }
    const honorific = HONORIFIC.longestAt(words.marked, i);
    if (honorific > 0) {
      i += honorific;
      if (
        isUpper(words, i) &&
        !HARD_BREAK.test(gap(words, i - 1)) &&
        POSITIONS.longestAt(words.marked, i) === 0
      ) {
        const end = runEnd(words, i);
        found.push(entity(words, "person", i, end));
        i = end;
      }
      continue;
    }
    // A lower or capital "tỉnh", "Khu tự trị", "Thủ đô": the name behind it is what counts.
    const cue =
      PLACES.longestAt(words.marked, i) > 0
        ? 0
        : Math.max(CUES.longestAt(words.marked, i), RANKS.longestAt(words.marked, i));
    const named = PLACES.longestAt(words.marked, i + cue) > 0;
    if (cue > 0 && !(cue === 1 && !named && isUpper(words, i) && isUpper(words, i + 1))) {
      i += cue;
      continue;
    }
    if (!isUpper(words, i)) {
      i++;
      continue;
    }
    const office = officeEnd(words, i);
    if (office > 0) {
      found.push(entity(words, "organisation", i, office));
      i = office;
      continue;
    }
    let end = runEnd(words, i);
    for (let j = i + 1; j < end; j++) if (POSITIONS.longestAt(words.marked, j) > 0) end = j;
    // Only the first word of a sentence is capital for another reason.
    if (
      end - i === 1 &&
      (i === 0 || /[.!?:"“]\s*$/u.test(text.slice(0, list[i]!.start))) &&
      PLACES.longestAt(words.marked, i) === 0 &&
      /^\p{Lu}\p{Ll}/u.test(text.slice(list[i]!.start))
    ) {
      i++;
      continue;
    }
    const place = PLACES.longestAt(words.marked, i);
    if (place > 0 && i + place < end && end - i - place >= 2) {
      found.push(entity(words, "place", i, i + place));
      i += place;
      continue;
    }
    found.push(entity(words, classify(words, i, end), i, end));
    i = end;
  }
  return found;
}
