import type { Passage, VisitKind } from "../visit.ts";
import { FRAMES, type FrameRole, kindOf } from "./frames.ts";
import { datedBehind, furtherCountries } from "./further-countries.ts";
import { isPartyOf, named } from "./named.ts";
import type { Party } from "./party.ts";
import type { NamedPlace } from "./place-at.ts";
import { indexOf, PARTY, type Skeleton } from "./skeleton.ts";
import { subjectsOf } from "./subjects.ts";
import { isUnreal, tenseOf, verbal } from "./tense.ts";
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

const MORE = new RegExp(`^(?:,| và|, và| cùng) (${PARTY})`, "u");

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
