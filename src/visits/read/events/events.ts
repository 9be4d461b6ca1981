import { matchesIn } from "../../../language/text/index.ts";
import {
  indexOf,
  isParty,
  isPartyOf,
  isPlace,
  type NamedPlace,
  named,
  PARTY,
  type Party,
  PLACE,
  type Skeleton,
} from "../names/index.ts";
import { FRAMES, type FrameRole, kindOf } from "./frames.ts";
import { isUnreal, tenseOf, type VisitEvent, verbal } from "./tense.ts";
import { venueOf } from "./where.ts";

const NEXT_COUNTRY = new RegExp(
  `^(?:,| và)(?: [^.;,\\uE000-\\uE7FF]{0,30}(?:thăm|tới|đến|sang)[^.;,\\uE000-\\uE7FF]{0,25})? ?(${PLACE})`,
  "u",
);

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

/** In front of a party: it is no subject. */
const NO_SUBJECT =
  /(?:^|[\s,(])(?:của|với|theo|bởi|do|tại|ở|giữa|cho|về|thay mặt|cùng|dẫn lời|báo|hãng|tờ|mời|gặp|gặp mặt|gặp gỡ|đón|tiếp|hội kiến|hội đàm|thăm|đến|tới|sang|chào|mừng|chở|đưa)\s$/u;

/** Between two parties that act together: "A và B", "A dẫn đầu B", "A hôm nay cùng B". */
const BESIDE =
  /^(?:,|, bà|, ông)? $|(?:và|cùng|với|dẫn đầu|đứng đầu|(?:làm|là) trưởng)(?: [^\uE000-\uE7FF,]{0,24})? $/u;

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

const MORE = new RegExp(`^(?:,| và|, và| cùng) (${PARTY})`, "u");

/** Finds what the frames tell in one sentence. */
export function eventsIn(skeleton: Skeleton): VisitEvent[] {
  const found: VisitEvent[] = [];
  const verbs = new Set<number>();
  // Without somebody there is nobody's visit.
  if (skeleton.parties.length === 0 && skeleton.places.length === 0) return [];
  const told = new Map<FrameRole, boolean>();
  for (const { role, pattern, needs } of FRAMES) {
    const isTold = told.get(role) ?? needs.test(skeleton.text);
    told.set(role, isTold);
    if (!isTold) continue;
    for (const match of matchesIn(skeleton.text, pattern)) {
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
