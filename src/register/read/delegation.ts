import { bodyEnd } from "./body.ts";
import { knownPlaceAt } from "./gazetteer.ts";
import { BODIES, DELEGATIONS } from "./office-words.ts";
import { type Party, party } from "./party.ts";
import { isLeading, readPerson } from "./person.ts";
import { isFullName } from "./person-name.ts";
import { placeTail } from "./place-tail.ts";
import { gapBefore, isUpper, textOf, type Words } from "./tokens.ts";

/** Words before "đoàn" that make another word of it. */
const NO_DELEGATION = new Set(
  "tập quân binh sư trung lữ trưởng phó công văn liên hợp tham gia".split(" "),
);

const LEADS = /^(?:làm|là|dẫn|đứng|cầm)$/u;

/** Positions that the vocabulary lacks may stand between the leader's name and "làm trưởng đoàn". */
const LEADER_LOOK = 24;

/** What is told of the delegation: behind it "dẫn đầu" is said of another. */
const TOLD = /^(?:thăm|tiếp|đón|gặp|sang|đến|tới|đã|sẽ)$/u;

export function readDelegation(words: Words, i: number): Party | null {
  const head = DELEGATIONS.longestAt(words.marked, i);
  if (head === 0 || (NO_DELEGATION.has(words.marked[i - 1] ?? "") && !isLed(words, i))) return null;
  if (head === 1 && /^(?:kết|viên|trưởng|xe|tàu|quân|tụ)$/u.test(words.marked[i + 1] ?? ""))
    return null;
  if (
    isUpper(words, i) &&
    head === 1 &&
    isFullName(words, i) &&
    BODIES.longestAt(words.marked, i + 1) === 0 &&
    knownPlaceAt(words.marked, i + 1) === 0
  )
    return null;
  const end = placeTail(words, bodyEnd(words, i, head));
  const leader =
    words.marked[end] === "do" && /^\)?,? $/u.test(gapBefore(words, end))
      ? readLeader(words, end + 1)
      : null;
  const organisation = textOf(words, i, end);
  return party(words, "delegation", i, end, {
    organisation,
    leader: leader?.party ?? null,
    ...(leader === null ? {} : { to: leader.end }),
  });
}

/** "làm trưởng đoàn đại biểu cấp cao A": there the delegation's name follows its leader's. */
function isLed(words: Words, i: number): boolean {
  const named = DELEGATIONS.longestAt(words.marked, i) > 1 || knownPlaceAt(words.marked, i + 1) > 0;
  return named && isLeading(words, i - 1);
}

/** Reads "ông X, chức vụ, làm trưởng đoàn" behind "do". */
function readLeader(words: Words, i: number): { party: Party; end: number } | null {
  const leader = readPerson(words, i);
  if (leader === null) return null;
  for (let at = leader.to; at < Math.min(words.list.length, leader.to + LEADER_LOOK); at++) {
    if (/[.;:]/u.test(gapBefore(words, at)) || TOLD.test(words.marked[at]!)) return null;
    const next = words.marked[at + 1];
    if (!LEADS.test(words.marked[at]!)) continue;
    if (next === "đầu") return { party: leader, end: at + 2 };
    if (next === "trưởng")
      return {
        party: leader,
        end: Math.min(at + (words.marked[at + 2] === "phái" ? 4 : 3), words.list.length),
      };
  }
  return null;
}
