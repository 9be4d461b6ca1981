import { CUES, HONORIFIC, ORGANISATIONS, PLACES, POSITIONS, RANKS } from "./phrase-sets.ts";
import { SURNAMES } from "./vocabulary.ts";
import { gap, HARD_BREAK, isUpper, runEnd, type Words } from "./words.ts";

/** Words at which a position ends though no punctuation stands there. */
const POSITION_STOPS = new Set(
  "đã đang sẽ vừa cũng chủ tiếp làm cho bày phát nhấn đến tới sang thăm cùng và hội trao nói có là được bị khẳng đánh đề chia mong cảm với do để trong khi vào ra dự dẫn tham đón gặp ký tại ngày sáng chiều tối hôm rằng này đó".split(
    " ",
  ),
);
/** Bodies that somebody heads: a name right behind is that of the body's field ("Sở Ngoại vụ", "Cục Công Thương"). */
const BODIES = new Set("sở bộ cục vụ phòng viện khoa hội".split(" "));
/** Longest position phrase, in words: "Phó Chủ tịch Thường trực Ủy ban nhân dân tỉnh Lạng Sơn" and the like. */
const MAX_POSITION_WORDS = 16;
/** Longest personal name, in words. */
const MAX_NAME_WORDS = 6;

/** Where in the run `[from, to)` a person's name starts, behind a place name; `to` if it holds none. */
function personStart(words: Words, from: number, to: number): number {
  const place = PLACES.longestAt(words.marked, from);
  if (place > 0 && from + place >= to) return to;
  if (place > 0) return from + place;
  for (let i = from + 1; i <= to - 2; i++) {
    const rest = to - i;
    if (rest >= 2 && rest <= 4 && SURNAMES.has(words.marked[i]!) && i - from >= 2) return i;
  }
  return from;
}

/** End of the position that starts at `from` with a head of `head` words, and the person right behind it. */
export function readPosition(
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
      // "Sở Y tế": nobody is called by one letter.
      if (stop - end === 1 && words.marked[end]!.length === 1) {
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
