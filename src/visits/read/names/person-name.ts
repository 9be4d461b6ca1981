import { knownPlaceAt, SURNAMES } from "../../../language/names/index.ts";
import { fold, isSyllableShaped, remembered } from "../../../language/text/index.ts";
import { BODIES, CUES, POSITIONS } from "./office-words.ts";
import { gapBefore, isAcronym, isUpper, type Words } from "./tokens.ts";

const MAX_NAME_WORDS = 8;
/** Names whose keys are kept: those of an article are compared with each other many times. */
const KEPT_NAMES = 1_000;

/** Behind a hyphen these begin what the person is: "Kim Yo Jong - em gái …". */
const NO_NAME_PART = new Set(["em", "con", "anh", "cha", "theo", "trong", "nay", "tin"]);

/** End of the run of capitalised words from `i`: `Kim Jong-un` and `Moon Jae - in` are one. */
export function nameEnd(words: Words, i: number): number {
  let end = i + 1;
  while (end < words.list.length && end - i < MAX_NAME_WORDS) {
    const gap = gapBefore(words, end);
    if (isUpper(words, end)) {
      // "Hoàng Văn Nam Phó Chủ tịch": the office begins without a comma.
      if (end - i >= 2 && POSITIONS.longestAt(words.marked, end) >= 2) break;
      if (gap === " " || gap === "-" || gap === "’" || gap === "'") {
        end++;
        continue;
      }
      // "K. P. Sharma", "J. D. Vance"; "Diaz - Canel", not "Tuấn - Phó".
      const initial = gap === ". " && words.list[end - 1]!.end - words.list[end - 1]!.start === 1;
      const hyphen = gap === " - " && isForeign(words, end - 1) && isForeign(words, end);
      if (!initial && !hyphen && !(gap === " - " && isSecondName(words, end))) break;
      end++;
      continue;
    }
    // "Sỉ-vi-lay": Lao and Khmer names as Vietnamese papers write them.
    if (gap === "-" && /^\p{Ll}{1,6}$/u.test(words.marked[end]!) && isUpper(words, i)) {
      end++;
      continue;
    }
    if (!/^ ?- ?$/u.test(gap) || !/^[a-z]+$/u.test(words.marked[end]!)) break;
    if (!isForeignRun(words, i, end) || NO_NAME_PART.has(words.marked[end]!)) break;
    end++;
  }
  return end;
}

/** "Su Căn - Bun Nhông, Phó Bí thư …": capitals up to a comma that are no office and no place. */
function isSecondName(words: Words, i: number): boolean {
  if (POSITIONS.longestAt(words.marked, i) > 0 || BODIES.longestAt(words.marked, i) > 0)
    return false;
  if (CUES.longestAt(words.marked, i) > 0 || knownPlaceAt(words.marked, i) > 0) return false;
  let to = i + 1;
  while (to - i < 3 && isUpper(words, to) && gapBefore(words, to) === " ") to++;
  return to - i >= 2 && gapBefore(words, to) === ", " && POSITIONS.longestAt(words.marked, to) > 0;
}

/** True where the word can't be a Vietnamese syllable. */
export function isForeign(words: Words, i: number): boolean {
  const term = words.list[i];
  return term !== undefined && /\p{L}/u.test(term.marked) && !isSyllableShaped(term.folded);
}

/** Korean names look like Vietnamese syllables, but without marks: `Kim Jong`. */
function isForeignRun(words: Words, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (words.list[i]!.marked !== words.list[i]!.folded) return false;
  return true;
}

/** True where a Vietnamese or Sino-Vietnamese full name begins: a family name and one to four more capitals. */
export function isFullName(words: Words, i: number): boolean {
  const end = nameEnd(words, i);
  // "Châu Hồng Hà" is the prefecture.
  if (CUES.longestAt(words.marked, i) > 0 && knownPlaceAt(words.marked, i + 1) > 0) return false;
  // "Đoàn Châu Hồng Hà" its delegation.
  const seat = words.marked[i] === "đoàn" ? CUES.longestAt(words.marked, i + 1) : 0;
  if (seat > 0 && knownPlaceAt(words.marked, i + 1 + seat) > 0) return false;
  if (words.marked[i] === "tết") return false;
  // "Đoàn TNCS Hồ Chí Minh": a body.
  const next = words.list[i + 1];
  if (
    end - i >= 2 &&
    next!.end - next!.start > 2 &&
    isAcronym(words, i + 1) &&
    !isAcronym(words, i)
  )
    return false;
  return end - i >= 2 && end - i <= 5 && SURNAMES.has(words.marked[i]!);
}

/** A name as it is compared: "Moon Jae-in", "Moon Jae - in" and "Moon Jae In" are one. */
export const nameKey = remembered(KEPT_NAMES, (name) => fold(name).replace(/ ?[-–] ?/gu, " "));
