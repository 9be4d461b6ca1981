import type { FrameRole } from "./frames.ts";
import { named } from "./named.ts";
import type { Party } from "./party.ts";
import type { NamedPlace } from "./place-at.ts";
import { isParty, isPlace, type Skeleton } from "./skeleton.ts";

/** In front of a party: it is no subject. */
const NO_SUBJECT =
  /(?:^|[\s,(])(?:của|với|theo|bởi|do|tại|ở|giữa|cho|về|thay mặt|cùng|dẫn lời|báo|hãng|tờ|mời|gặp|gặp mặt|gặp gỡ|đón|tiếp|hội kiến|hội đàm|thăm|đến|tới|sang|chào|mừng|chở|đưa)\s$/u;

/** Between two parties that act together: "A và B", "A dẫn đầu B", "A hôm nay cùng B". */
const BESIDE =
  /^(?:,|, bà|, ông)? $|(?:và|cùng|với|dẫn đầu|đứng đầu|(?:làm|là) trưởng)(?: [^\uE000-\uE7FF,]{0,24})? $/u;

/** The acting one among those in front of the verb, then those beside: "của A, B cùng C thăm" is B's visit. */
export function subjectsOf(
  skeleton: Skeleton,
  role: FrameRole,
  from: number,
  s: string,
  a: string,
  clause: string,
): (Party | NamedPlace)[] | null {
  if (!clause.startsWith(s + a)) return [named(skeleton, s)];
  const ahead = [...`${s}${a}`];
  let found: (Party | NamedPlace)[] = [];
  let last = 0;
  for (const [i, ch] of ahead.entries()) {
    if (!isParty(ch) && !(i === 0 && isPlace(ch) && !ahead.some(isParty))) continue;
    const before = skeleton.text.slice(Math.max(0, from + i - 24), from + i);
    const gap = skeleton.text.slice(from + last + 1, from + i);
    const beside = found.length > 0 && BESIDE.test(gap);
    // "chào mừng A thăm B": who is received visits.
    const received = role === "visits" && /(?:đón|tiếp|mừng) $/u.test(before);
    if (NO_SUBJECT.test(before) && !beside && !received) continue;
    // "tại hội nghị của A ở B, C thăm D": what came before C was no subject.
    if (found.length > 0 && !beside) found = [];
    found.push(named(skeleton, ch));
    last = i;
  }
  return found.length === 0 ? null : found;
}
