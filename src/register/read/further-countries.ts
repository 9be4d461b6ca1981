import type { VisitEvent } from "./events.ts";
import { isPartyOf } from "./named.ts";
import type { Party } from "./party.ts";
import type { NamedPlace } from "./place-at.ts";
import { indexOf, PLACE, type Skeleton } from "./skeleton.ts";

const NEXT_COUNTRY = new RegExp(
  `^(?:,| và)(?: [^.;,\\uE000-\\uE7FF]{0,30}(?:thăm|tới|đến|sang)[^.;,\\uE000-\\uE7FF]{0,25})? ?(${PLACE})`,
  "u",
);

/** "thăm A và B", "thăm A từ ngày 2, thăm B từ ngày 4": a visit to each country. */
export function furtherCountries(event: VisitEvent, behind: string): VisitEvent[] {
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

export function datedBehind(skeleton: Skeleton, at: number): "behind" | "none" {
  const dated = /^ ?(?:từ |vào |trong (?:hai )?|\()?[\uE800-\uEBFF]/u.test(skeleton.text.slice(at));
  return dated ? "behind" : "none";
}

function isCountry(one: Party | NamedPlace | undefined): one is NamedPlace {
  return one !== undefined && !isPartyOf(one) && one.country !== null && one.whole;
}
