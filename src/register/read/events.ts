import type { Passage, VisitKind } from "../visit.ts";
import { FRAMES, type FrameRole, kindOf } from "./frames.ts";
import type { Party } from "./party.ts";
import {
  indexOf,
  isDate,
  isParty,
  isPlace,
  type NamedPlace,
  PARTY,
  PLACE,
  type Skeleton,
} from "./skeleton.ts";

import { venueOf } from "./where.ts";

/** One clause that tells of a visit or meeting, with the roles its frame gives. */
export interface VisitEvent {
  readonly role: FrameRole;
  readonly kind: VisitKind;
  /** What the verb's own words say: announced, under way or over, or neither. */
  readonly tense: "planned" | "done" | null;
  /** False for a noun ("chuyến thăm của A"), which speaks of a visit without telling it. */
  readonly verbal: boolean;
  /** Who acts, those beside them behind; empty where the clause doesn't say. */
  readonly subjects: readonly (Party | NamedPlace)[];
  /** Who or what is visited, received or met; empty where the clause doesn't say. */
  readonly objects: readonly (Party | NamedPlace)[];
  /** Where its date may stand: for a country of a list only right behind, else the dates are the whole tour's. */
  readonly dated: "anywhere" | "behind" | "none";
  readonly skeleton: Skeleton;
  /** Range of the clause in the skeleton's text. */
  readonly from: number;
  readonly to: number;
  /** The sentence, as a range of the article. */
  readonly passage: Passage;
}

/** In front of a party: it is no subject. */
const NO_SUBJECT =
  /(?:^|[\s,(])(?:của|với|theo|bởi|do|tại|ở|giữa|cho|về|thay mặt|cùng|dẫn lời|báo|hãng|tờ|mời|gặp|gặp mặt|gặp gỡ|đón|tiếp|hội kiến|hội đàm|thăm|chào|mừng|chở|đưa)\s$/u;
/** Between two parties that act together: "A và B", "A dẫn đầu B", "A hôm nay cùng B". */
const BESIDE = /^(?:,|, bà|, ông)? $|(?:và|cùng|với|dẫn đầu)(?: [^\uE000-\uE7FF,]{0,24})? $/u;
/** In front of the whole clause: wished, refused, past or supposed visits are none. */
const UNREAL =
  /(?<!\p{L})(?:(?<!lời )mời|(?<!nhận |theo )lời mời|muốn|để|nếu|hy vọng|hi vọng|mong|đề nghị|yêu cầu|kêu gọi|kể từ|kể từ khi|từ khi|cho phép|phản đối|ngăn|lần cuối|lần trước|sau khi|sau cuộc|sau chuyến|sau buổi|trước khi|trước cuộc|từng|khả năng|dự đoán|(?<!làm )việc|chuyện|thuyết phục|chờ|liệu)(?!\p{L})[^.;,\uE000-\uE3FF]{0,14}$/u;
const UNREAL_INSIDE = /(?<!\p{L})(?:không|chưa|hủy|hoãn|từ chối|có thể|từng|muốn|cấm)(?!\p{L})/u;
const UNREAL_BEHIND =
  /^[^.;]{0,40}(?:bị hoãn|bị hủy|năm ngoái|năm trước|cách đây|thời gian thích hợp)/u;
const PLANNED = /(?<!\p{L})(?:sẽ|sắp|dự kiến|chuẩn bị|lên kế hoạch|có kế hoạch)(?!\p{L})/u;
const DONE =
  /(?<!\p{L})(?:đã|vừa|đang|bắt đầu|kết thúc|hạ cánh|đáp|đặt chân|rời|nhập cảnh|dừng chân)(?!\p{L})/u;
const MORE = new RegExp(`^(?:,| và|, và| cùng) (${PARTY})`, "u");
const NEXT_COUNTRY = new RegExp(
  `^(?:,| và)(?: [^.;,\\uE000-\\uE7FF]{0,30}(?:thăm|tới|đến|sang)[^.;,\\uE000-\\uE7FF]{0,25})? ?(${PLACE})`,
  "u",
);

/** Finds what the frames tell in one sentence. */
export function eventsIn(skeleton: Skeleton): VisitEvent[] {
  const found: VisitEvent[] = [];
  const verbs = new Set<number>();
  // Without somebody there is nobody's visit.
  if (skeleton.parties.length === 0 && skeleton.places.length === 0) return [];
  for (const { role, pattern, needs } of FRAMES) {
    if (!needs.test(skeleton.text)) continue;
    for (const match of skeleton.text.matchAll(pattern)) {
      const { s = "", o = "", v = "", a = "" } = match.groups ?? {};
      const from = match.index;
      const to = from + match[0].length;
      const verbAt = skeleton.text.indexOf(
        v,
        from + (match[0].startsWith(s + a) ? s.length + a.length : 0),
      );
      if (verbs.has(verbAt) || isUnreal(skeleton.text, from, to, a)) continue;
      const subjects = s === "" ? [] : subjectsOf(skeleton, role, from, s, a, match[0]);
      if (subjects === null) continue;
      const behind = skeleton.text.slice(to);
      const venue = s !== "" && o === "" && verbal(a) ? venueOf(skeleton, from, to) : null;
      if (o === "" && verbal(a) && !venue?.ahead) continue;
      const list = partiesBehind(skeleton, behind);
      // "Tiếp đoàn có A, B": the list behind is of those who received.
      const [more, beside] = match[0].endsWith(s) && s !== "" ? [[], list] : [list, []];
      const met = o === "" ? undefined : named(skeleton, o);
      // "tiếp và làm việc với đoàn": who works with a delegation visits nobody.
      const works = role === "visits" && isPartyOf(met) && met.kind === "delegation";
      verbs.add(verbAt);
      const event: VisitEvent = {
        role: works ? "meets" : role,
        kind: kindOf(v, match[0]),
        tense: tenseOf(skeleton, from, to, a, verbal(a)),
        verbal: verbal(a),
        subjects: [...subjects, ...beside],
        objects: o === "" ? (venue === null ? [] : [venue.place]) : [named(skeleton, o), ...more],
        dated: s === "" ? "behind" : "anywhere",
        skeleton,
        from,
        to,
        passage: { start: skeleton.start, end: skeleton.end },
      };
      const further = furtherCountries(event, behind);
      found.push(
        { ...event, dated: further.length === 0 ? event.dated : datedBehind(skeleton, to) },
        ...further,
      );
    }
  }
  return withoutObjects(found).sort((a, b) => a.from - b.from);
}

/** "A gặp B, C và chào D": C doesn't call on D. */
function withoutObjects(events: readonly VisitEvent[]): VisitEvent[] {
  const objects = new Set(events.flatMap((event) => event.objects));
  return events.filter(
    ({ role, subjects, objects: [object] }, i) =>
      !events
        .slice(0, i)
        .some(
          (other) =>
            object !== undefined &&
            other.subjects[0] === subjects[0] &&
            other.objects[0] === object,
        ) &&
      (role === "visits" || subjects[0] === undefined || !objects.has(subjects[0])),
  );
}

export function isPartyOf(one: Party | NamedPlace | undefined): one is Party {
  return one !== undefined && "kind" in one;
}

const verbal = (a: string): boolean => !/^(?:chuyến|cuộc)/u.test(a);

function isUnreal(text: string, from: number, to: number, a: string): boolean {
  return (
    UNREAL.test(text.slice(Math.max(0, from - 40), from)) ||
    UNREAL_INSIDE.test(a) ||
    UNREAL_BEHIND.test(text.slice(to, to + 60))
  );
}

function tenseOf(
  { text, dates, words }: Skeleton,
  from: number,
  to: number,
  a: string,
  verbal: boolean,
): VisitEvent["tense"] {
  if (!verbal) {
    const around = text.slice(Math.max(0, from - 40), to + 40);
    return /sắp tới|sắp diễn ra|sẽ|dự kiến|chuẩn bị/u.test(around) ? "planned" : null;
  }
  const near = `${text.slice(Math.max(0, from - 12), from)}${a}`;
  if (PLANNED.test(near) || (a === "" && /^ ?(?:sẽ|dự kiến)(?!\p{L})/u.test(text.slice(to))))
    return "planned";
  if (DONE.test(a)) return "done";
  const today = [...text.slice(Math.max(0, from - 3), to)].some(
    (ch) => isDate(ch) && /nay$|qua$/iu.test(textOfDate(words.text, dates[indexOf(ch)]!)),
  );
  return today ? "done" : null;
}

function textOfDate(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
): string {
  return text.slice(start, end);
}

function named(skeleton: Skeleton, standIn: string): Party | NamedPlace {
  return isPlace(standIn)
    ? skeleton.places[indexOf(standIn)]!
    : skeleton.parties[indexOf(standIn)]!;
}

function partiesBehind(skeleton: Skeleton, behind: string): Party[] {
  const found: Party[] = [];
  for (
    let rest = behind, more = MORE.exec(rest);
    more !== null;
    rest = rest.slice(more[0].length), more = MORE.exec(rest)
  )
    found.push(skeleton.parties[indexOf(more[1]!)]!);
  return found;
}

/** "thăm A và B", "thăm A từ ngày 2, thăm B từ ngày 4": a visit to each country. */
function furtherCountries(event: VisitEvent, behind: string): VisitEvent[] {
  const [goal] = event.objects;
  if (event.role !== "visits" || event.subjects.length === 0 || !isCountry(goal)) return [];
  const found: VisitEvent[] = [];
  let at = event.to;
  const skipped = /^(?: (?:từ |vào |trong )?[\uE800-\uEBFF]+)?/u.exec(behind)![0].length;
  let rest = behind.slice(skipped);
  at += skipped;
  for (let next = NEXT_COUNTRY.exec(rest); next !== null; next = NEXT_COUNTRY.exec(rest)) {
    const place = event.skeleton.places[indexOf(next[1]!)]!;
    if (!isCountry(place) || place.country === goal.country) break;
    const to = at + next[0].length;
    found.push({
      ...event,
      objects: [place],
      dated: datedBehind(event.skeleton, to),
      from: at,
      to,
    });
    at += next[0].length;
    rest = rest.slice(next[0].length);
  }
  return found;
}

function datedBehind(skeleton: Skeleton, at: number): "behind" | "none" {
  const dated = /^ ?(?:từ |vào |trong (?:hai )?|\()?[\uE800-\uEBFF]/u.test(skeleton.text.slice(at));
  return dated ? "behind" : "none";
}

function isCountry(one: Party | NamedPlace | undefined): one is NamedPlace {
  return one !== undefined && !isPartyOf(one) && one.country !== null && one.whole;
}

/** The acting one among those in front of the verb, then those beside: "của A, B cùng C thăm" is B's visit. */
function subjectsOf(
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
