import type { Passage, VisitKind } from "../visit.ts";
import { FRAMES, type FrameRole, kindOf } from "./frames.ts";
import type { Party } from "./party.ts";
import { indexOf, isParty, isPlace, type NamedPlace, PARTY, type Skeleton } from "./skeleton.ts";

/** One clause that tells of a visit or meeting, with the roles its frame gives. */
export interface VisitEvent {
  readonly role: FrameRole;
  readonly kind: VisitKind;
  readonly planned: boolean;
  /** Who acts, and who else stands beside them. */
  readonly subject: Party | NamedPlace;
  readonly companions: readonly Party[];
  /** Who or what is visited, received or met; further ones of a list behind. */
  readonly object: Party | NamedPlace;
  readonly others: readonly Party[];
  readonly skeleton: Skeleton;
  /** Range of the clause in the skeleton's text. */
  readonly from: number;
  readonly to: number;
  /** The sentence, as a range of the article. */
  readonly passage: Passage;
}

/** In front of a party: it is no subject. */
const NO_SUBJECT =
  /(?:^|[\s,(])(?:của|với|theo|bởi|do|tại|ở|giữa|cho|về|thay mặt|cùng|dẫn lời|báo|hãng|tờ|mời|gặp)\s$/u;
/** In front of the whole clause: wished, refused, past or supposed visits are none. */
const UNREAL =
  /(?:mời|muốn|để|nếu|hy vọng|hi vọng|mong|đề nghị|yêu cầu|kêu gọi|kể từ|kể từ khi|từ khi|cho phép|phản đối|ngăn|lần cuối|lần trước|sau khi|trước khi|trước đó|từng|khả năng|dự đoán|việc|thuyết phục|chờ|liệu)[^\uE000-\uE3FF]{0,12}$/u;
const UNREAL_INSIDE = /(?<!\p{L})(?:không|chưa|hủy|hoãn|từ chối|có thể|từng|muốn|cấm)(?!\p{L})/u;
const UNREAL_BEHIND =
  /^[^.;]{0,40}(?:bị hoãn|bị hủy|năm ngoái|năm trước|cách đây|thời gian thích hợp|trong thời gian tới$)/u;
const PLANNED =
  /(?<!\p{L})(?:sẽ|sắp|dự kiến|chuẩn bị|lên kế hoạch|có kế hoạch|lên đường)(?!\p{L})/u;
const MORE = new RegExp(`^(?:,| và|, và| cùng) (${PARTY})`, "u");

/** Finds what the frames tell in one sentence. */
export function eventsIn(skeleton: Skeleton): VisitEvent[] {
  const found: VisitEvent[] = [];
  const verbs = new Set<number>();
  for (const { role, pattern } of FRAMES) {
    for (const match of skeleton.text.matchAll(pattern)) {
      const { s = "", o = "", v = "", a = "" } = match.groups ?? {};
      const from = match.index;
      const to = from + match[0].length;
      const verbAt = skeleton.text.indexOf(
        v,
        from + (a.startsWith("chuyến") || a.startsWith("cuộc") ? 0 : a.length),
      );
      if (verbs.has(verbAt)) continue;
      const before = skeleton.text.slice(0, from);
      const behind = skeleton.text.slice(to);
      if (UNREAL.test(before.slice(-40)) || UNREAL_INSIDE.test(a) || UNREAL_BEHIND.test(behind))
        continue;
      const subject = subjectOf(skeleton, from, s, a, match[0]);
      if (subject === null) continue;
      const others: Party[] = [];
      for (
        let rest = behind, more = MORE.exec(rest);
        more !== null;
        rest = rest.slice(more[0].length), more = MORE.exec(rest)
      )
        others.push(skeleton.parties[indexOf(more[1]!)]!);
      // "Tiếp đoàn có A, B": the list behind is of those who received.
      const beside = match[0].endsWith(s) ? others.splice(0) : [];
      verbs.add(verbAt);
      found.push({
        role,
        kind: kindOf(v, match[0]),
        planned: PLANNED.test(a) || PLANNED.test(before.slice(-30)),
        subject: subject.who,
        companions: [...subject.companions, ...beside],
        object: named(skeleton, o),
        others,
        skeleton,
        from,
        to,
        passage: { start: skeleton.start, end: skeleton.end },
      });
    }
  }
  return found.sort((a, b) => a.from - b.from);
}

export function isPartyOf(one: Party | NamedPlace): one is Party {
  return "kind" in one;
}

function named(skeleton: Skeleton, standIn: string): Party | NamedPlace {
  return isPlace(standIn)
    ? skeleton.places[indexOf(standIn)]!
    : skeleton.parties[indexOf(standIn)]!;
}

/** The acting one among those in front of the verb: "của A, B cùng C thăm" is B's visit. */
function subjectOf(
  skeleton: Skeleton,
  from: number,
  s: string,
  a: string,
  clause: string,
): { who: Party | NamedPlace; companions: Party[] } | null {
  const ahead = clause.startsWith(s) ? `${s}${a}` : s;
  const start = clause.startsWith(s) ? from : from + clause.lastIndexOf(s);
  let who: Party | NamedPlace | null = null;
  const companions: Party[] = [];
  for (const [i, ch] of [...ahead].entries()) {
    if (!isParty(ch) && !(i === 0 && isPlace(ch))) continue;
    const before = skeleton.text.slice(0, start + i).slice(-24);
    const party = named(skeleton, ch);
    if (clause.startsWith(s) && NO_SUBJECT.test(before)) {
      if (who !== null && isPartyOf(party) && /(?:cùng|với) $/u.test(before))
        companions.push(party);
      continue;
    }
    if (isPlace(ch) && [...ahead].some(isParty)) continue;
    if (who === null || !isPartyOf(who)) who = party;
    else if (isPartyOf(party)) companions.push(party);
  }
  return who === null ? null : { who, companions };
}
