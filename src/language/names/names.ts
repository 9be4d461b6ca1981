import type { Entity } from "../../model/index.ts";
import { fold, isSyllableShaped, rememberedTexts } from "../text/index.ts";
import { gap, HARD_BREAK, isUpper, recased, runEnd, type Words, wordsOf } from "./shouted.ts";
import {
  CUES,
  HONORIFIC,
  ORGANISATIONS,
  PLACE_PREPOSITIONS,
  PLACES,
  PLAIN_SURNAMES,
  POSITIONS,
  RANKS,
  SURNAMES,
} from "./vocabulary.ts";

/** Words at which a position ends though no punctuation stands there. */
const POSITION_STOPS = new Set(
  "đã đang sẽ vừa cũng chủ tiếp làm cho bày phát nhấn đến tới sang thăm cùng và hội trao nói có là được bị khẳng đánh đề chia mong cảm với do để trong khi vào ra dự dẫn tham đón gặp ký tại ngày sáng chiều tối hôm rằng này đó".split(
    " ",
  ),
);
/** Bodies that somebody heads: a name right behind is that of the body's field ("Sở Ngoại vụ", "Cục Công Thương"). */
const BODIES = new Set("sở bộ cục vụ phòng viện khoa hội ban".split(" "));
/** Words behind which a direction stands. */
const REGIONS = new Set("phía miền vùng hướng".split(" "));
/** Longest position phrase, in words: "Phó Chủ tịch Thường trực Ủy ban nhân dân tỉnh Lạng Sơn" and the like. */
const MAX_POSITION_WORDS = 16;
/** Longest personal name, in words. */
const MAX_NAME_WORDS = 6;

/** Words that only stand behind a family name. */
const MIDDLE_NAMES = new Set(["thị", "văn"]);

/** "phía Bắc Việt Nam": a place is told of closer. */
function endsInPlace(words: Words, from: number, to: number): boolean {
  for (let i = from + 1; i < to; i++) if (PLACES.longestAt(words.marked, i) === to - i) return true;
  return false;
}

/** Where in the run `[from, to)` a person's name starts, behind a place name; `to` if it holds none. */
function personStart(words: Words, from: number, to: number): number {
  const place = PLACES.longestAt(words.marked, from);
  if (place > 0 && from + place >= to) return to;
  if (place > 0) return from + place;
  if (!SURNAMES.has(words.marked[from]!) && endsInPlace(words, from, to)) return to;
  // "Nguyễn Thị Bạch Tuyết": a given name may be a family name too.
  const isWhole = to - from <= 4 || MIDDLE_NAMES.has(words.marked[from + 1] ?? "");
  if (SURNAMES.has(words.marked[from]!) && isWhole) return from;
  for (let i = from + 1; i <= to - 2; i++) {
    const rest = to - i;
    if (rest >= 2 && rest <= 4 && SURNAMES.has(words.marked[i]!) && i - from >= 2) return i;
  }
  return from;
}

/** End of the position that starts at `from` with a head of `head` words, and the person right behind it. */
function readPosition(
  words: Words,
  from: number,
  head: number,
): { end: number; person: [number, number] | null } {
  let end = from + head;
  while (end < words.terms.length && end - from < MAX_POSITION_WORDS) {
    if (HARD_BREAK.test(gap(words, end - 1))) break;
    if (isUpper(words, end)) {
      const stop = runEnd(words, end);
      const nested = POSITIONS.longestAt(words.marked, end);
      if (nested > 0) {
        end += nested;
        continue;
      }
      // "Sở Y tế", "Bí thư Ban Bí thư", "lãnh đạo các tỉnh phía Bắc": nobody is called by one letter, a body or a direction.
      const isHead = BODIES.has(words.marked[end]!) || REGIONS.has(words.marked[end - 1]!);
      if (stop - end === 1 && (words.marked[end]!.length === 1 || isHead)) {
        end = stop;
        continue;
      }
      const start = personStart(words, end, stop);
      // "Thường trực UBND tỉnh Lạng Sơn", "Khu tự trị …": the office's own name, not a person's.
      const office = Math.max(
        ORGANISATIONS.longestAt(words.marked, end),
        CUES.longestAt(words.marked, end),
        RANKS.longestAt(words.marked, end),
      );
      if (office > 0) {
        end += office;
        continue;
      }
      const vietnamese = SURNAMES.has(words.marked[start] ?? "") && stop - start >= 3;
      const behindCue =
        end > from + head && CUES.longestAt(words.marked, end - 1) > 0 && !vietnamese;
      const isField =
        end > from + head && BODIES.has(words.marked[end - 1]!) && start === end && !vietnamese;
      if (start < stop && stop - start <= MAX_NAME_WORDS && !behindCue && !isField)
        return { end: start, person: [start, stop] };
      end = stop;
      continue;
    }
    if (POSITION_STOPS.has(words.marked[end]!) || HONORIFIC.longestAt(words.marked, end) > 0) break;
    end++;
  }
  return { end, person: null };
}

const PREPOSITIONS = new Set(PLACE_PREPOSITIONS);

/** Type of the capitalised run `[from, to)`, judged by its words and those before it. */
function classify(words: Words, from: number, to: number): Entity["type"] {
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
  // English texts write names without their marks; short family names are other words there.
  if (length >= 3 && length <= 4 && PLAIN_SURNAMES.has(words.marked[from]!)) return "person";
  if (PREPOSITIONS.has(words.marked[from - 1] ?? "")) return "place";
  if (length >= 2 && length <= 4 && isListedPerson(words, from, to)) return "person";
  // "quý II" numbers a quarter.
  if (length === 1 && /^[ivx]+$/u.test(words.marked[from]!)) return "place";
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

/** End of the name that starts at `i`: "ông Mã Lộ - Bí thư …" ends before the office. */
function nameEnd(words: Words, i: number): number {
  const end = runEnd(words, i);
  for (let j = i + 1; j < end; j++) {
    const office = POSITIONS.longestAt(words.marked, j);
    if (office > 1 || (office > 0 && /[-–]/u.test(gap(words, j - 1)))) return j;
  }
  return end;
}

/**
 * Reads persons, their positions, places and organisations from one sentence by capital letters and the
 * words around them. Entities stand in order; positions don't overlap the names beside them.
 */
export const namesIn: (written: string) => readonly Entity[] = rememberedTexts(readNames);

function readNames(written: string): Entity[] {
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
        const end = nameEnd(words, i);
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
    // "Khu tự trị dân tộc Choang Quảng Tây" has small letters within.
    if (i + place > end || (place > 0 && i + place < end && end - i - place >= 2)) {
      found.push(entity(words, "place", i, i + place));
      i += place;
      continue;
    }
    found.push(entity(words, classify(words, i, end), i, end));
    i = end;
  }
  return found;
}
