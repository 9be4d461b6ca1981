import { knownPlace } from "../../../language/names/index.ts";
import type { People } from "../names/index.ts";
import {
  byCountry,
  type EventReading,
  isBareYear,
  isReturn,
  onSameDay,
  placeOf,
} from "./event-reading.ts";
import { add, begin, decidePlanned, type Group } from "./group.ts";
import { agrees, bodiesDiffer, differentJourney, isEmpty, sameSide } from "./same-side.ts";
import { type Home, type Side, sidesOf } from "./sides.ts";
import type { VisitEvent } from "./tense.ts";
import { whenOf } from "./when.ts";
import { tripOf } from "./where.ts";

function belongsTo(group: Group, { sides, event, when }: EventReading): boolean {
  const { host, guest } = sides;
  if (when !== null && group.when !== null && differentJourney(group.when, when)) return false;
  if (group.events.some((other) => isEarlier(other, event) || isEarlier(event, other)))
    return false;
  if (isEmpty(guest)) {
    if (event.role === "receives")
      return agrees(group.host, host) && !bodiesDiffer(group.host, host);
    return (
      event.role === "visits" &&
      host.country !== null &&
      host.country === group.host.country &&
      event.subjects.length === 0
    );
  }
  if (!sameSide(group.guest, guest) || !agrees(group.guest, guest)) return false;
  if (!agrees(group.host, host) || bodiesDiffer(group.host, host)) return false;
  return !isNextMeeting(group, host, event);
}

/** "A đã gặp B", "B sẽ thăm A": a meeting before a journey that is still to come. */
function isEarlier(meeting: VisitEvent, journey: VisitEvent): boolean {
  return (
    meeting.role !== "visits" &&
    meeting.verbal &&
    meeting.tense === "done" &&
    journey.role === "visits" &&
    journey.verbal &&
    journey.tense === "planned"
  );
}

const NEXT = /^(?:cùng ngày|trước đó|sau đó|tiếp đó|cũng trong|[\uE800-\uEBFF])/u;

/** A later sentence where others receive the same guests: a meeting of its own, unless all is one journey. */
function isNextMeeting(group: Group, host: Side, event: VisitEvent): boolean {
  const first = group.events[0]!;
  if (first.role === "visits" || event.role === "visits" || !event.verbal) return false;
  if (group.host.head === null || host.head === null || group.host.head === host.head) return false;
  return event.passage.start !== first.passage.start && NEXT.test(event.skeleton.text);
}

/** A visit needs someone who came, and somewhere or someone they came to. */
function isVisit({ sides: { host, guest }, place }: EventReading): boolean {
  if (guest.head === null && guest.organisation === null && guest.country === null) return false;
  if (guest.head !== null && guest.head === host.head) return false;
  // "các lãnh đạo của Lào" in Laos are no guests.
  if (
    guest.head === null &&
    guest.province === null &&
    guest.country !== null &&
    guest.country === host.country
  )
    return false;
  // Statesmen of one country among themselves.
  const national = guest.province === null && host.province === null;
  if (
    national &&
    guest.country !== null &&
    guest.country === host.country &&
    guest.organisation === null &&
    place?.province == null
  )
    return false;
  // A private person's visit is nobody's business.
  if (
    guest.organisation === null &&
    guest.country === null &&
    guest.people.every(({ position }) => position === null)
  )
    return false;
  return !isEmpty(host) || place !== null;
}

/** Behind so many characters an article tells of other things. */
const FAR = 2500;

/** What a later sentence mentions in passing: another journey without a day of its own. */
function isAside({ when, event }: EventReading, main: Group): boolean {
  const first = main.events[0]!.passage;
  if (event.passage.start === first.start) return false;
  // What the first sentence speaks of is what the article is about.
  if (!event.verbal && event.tense === "planned" && event.passage.start === 0) return false;
  const told = event.verbal && event.role !== "visits" && event.tense !== "planned";
  if (told && NEXT.test(event.skeleton.text)) return false;
  if (when === null || (when.date.day === null && when.endDate?.day == null)) return true;
  // "ngày 6/8/1945" beside a visit of this year: history.
  const { year } = when.date;
  if (year !== null && main.when !== null && main.when.date.year !== year) return true;
  return event.passage.start > first.start + FAR;
}

/** Says who received where the sentence leaves it open: the one at home where they met. */
function settleSides(one: EventReading, journeys: readonly EventReading[]): EventReading | null {
  const { sides, place, trip } = one;
  if (sides.sure) return one;
  const { host: a, guest: b } = sides;
  const swap = (): EventReading => ({ ...one, sides: { host: b, guest: a, sure: true } });
  const keep = (): EventReading => ({ ...one, sides: { ...sides, sure: true } });
  for (const where of [trip, place]) {
    if (where === null) continue;
    const atHome = (side: Side): boolean =>
      where.country !== null &&
      side.country === where.country &&
      (where.province === null ||
        side.province === null ||
        a.country !== b.country ||
        side.province === where.province);
    if (atHome(a) && !atHome(b)) return keep();
    if (atHome(b) && !atHome(a)) return swap();
  }
  // An ambassador is the guest of the country of their post.
  if (a.country !== null && a.country === postOf(b)) return keep();
  if (b.country !== null && b.country === postOf(a)) return swap();
  for (const { sides: visit, when } of journeys) {
    if (one.when !== null && when !== null && differentJourney(when, one.when)) continue;
    if (sameSide(visit.guest, a) && !sameSide(visit.guest, b)) return swap();
    if (sameSide(visit.guest, b) && !sameSide(visit.guest, a)) return keep();
  }
  // On neutral ground the order of the telling stays.
  return place !== null &&
    place.country !== null &&
    a.country !== null &&
    b.country !== null &&
    a.head !== null &&
    b.head !== null
    ? keep()
    : null;
}

/** The country in which the head of a side is ambassador or consul, or null. */
function postOf({ head, people }: Side): string | null {
  const position = people.find(({ name }) => name === head)?.position ?? "";
  const post = /(?:đại sứ|tổng lãnh sự)[^,]{0,60} tại ([^,]+)/iu.exec(position)?.[1];
  return post === undefined ? null : (knownPlace(post)?.country ?? null);
}

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
    .map((event): EventReading => {
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
  const rest: EventReading[] = [];
  // Clauses tell of visits, nouns mention them.
  const sameDay = settled.find(({ when }) => when !== null)?.when ?? null;
  for (const one of settled
    .map((each) => onSameDay(each, sameDay))
    .toSorted((a, b) => Number(b.event.verbal) - Number(a.event.verbal))) {
    const fitting = fittingGroup(groups, one);
    if (fitting !== undefined) add(fitting, one);
    else if (isVisit(one) && !groups.some((group) => isAside(one, group))) groups.push(begin(one));
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
function fittingGroup(groups: readonly Group[], one: EventReading): Group | undefined {
  const [first, second] = groups.filter((group) => belongsTo(group, one));
  return one.event.objects.length === 0 && second !== undefined ? undefined : first;
}
