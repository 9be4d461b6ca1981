import type { VisitEvent } from "./events.ts";
import { fits, isAside, tells } from "./fits.ts";
import { add, begin, decidePlanned, type Group } from "./group.ts";
import type { People } from "./people.ts";
import { settleSides } from "./settle-sides.ts";
import { type Home, sidesOf } from "./sides.ts";
import { byCountry, isBareYear, isReturn, onSameDay, placeOf, type Told } from "./told.ts";
import { whenOf } from "./when.ts";
import { tripOf } from "./where.ts";

/** Sorts the events of an article into visits: those with the same guest and host belong together. */
export function groupEvents(
  events: readonly VisitEvent[],
  people: People,
  home: Home,
  published: string | null,
  title: string,
): Group[] {
  const told = events
    .flatMap((event) => byCountry(event, people))
    .map((event): Told => {
      const place = placeOf(event);
      const sides = sidesOf(event, people, home);
      // Who receives somebody from abroad does so at home.
      if (event.role === "receives" && place !== null && place.country !== sides.guest.country)
        sides.host.country ??= place.country;
      return {
        event,
        sides,
        when:
          event.dated === "none"
            ? null
            : whenOf(event.skeleton, event.from, event.to, published, event.dated === "behind"),
        place,
        trip: tripOf(event.skeleton),
      };
    })
    .filter(
      ({ when, event, sides }) => (when === null || !isBareYear(when)) && !isReturn(event, sides),
    );
  const journeys = told.filter(({ event }) => event.role === "visits");
  const settled = told.map((one) => settleSides(one, journeys)).filter((one) => one !== null);
  const groups: Group[] = [];
  const rest: Told[] = [];
  // Clauses tell of visits, nouns mention them.
  const sameDay = settled.find(({ when }) => when !== null)?.when ?? null;
  for (const one of settled
    .map((each) => onSameDay(each, sameDay))
    .toSorted((a, b) => Number(b.event.verbal) - Number(a.event.verbal))) {
    const fitting = fittingGroup(groups, one);
    if (fitting !== undefined) add(fitting, one);
    else if (tells(one) && !groups.some((group) => isAside(one, group))) groups.push(begin(one));
    else rest.push(one);
  }
  for (const one of rest) {
    const fitting = fittingGroup(groups, one);
    if (fitting !== undefined) add(fitting, one);
  }
  for (const group of groups) decidePlanned(group);
  return (UNSURE.test(title) ? groups.filter(isToldSurely) : groups).sort(
    (a, b) => a.events[0]!.passage.start - b.events[0]!.passage.start,
  );
}

/** Titles of articles about visits that may never be. */
const UNSURE =
  /(?<!\p{L})(?:mời|hủy|huỷ|hoãn|từ chối|xem xét|có thể|đề nghị|khả năng|muốn|phản đối|dự đoán)(?!\p{L})/iu;

function isToldSurely({ events, when }: Group): boolean {
  if (when?.date.day != null || when?.endDate?.day != null) return true;
  return events.some(({ verbal, tense }) => verbal && tense !== null);
}

/** The visit that a clause belongs to; one that doesn't say where it went belongs to none of several. */
function fittingGroup(groups: readonly Group[], one: Told): Group | undefined {
  const [first, second] = groups.filter((group) => fits(group, one));
  return one.event.objects.length === 0 && second !== undefined ? undefined : first;
}
