import { apart } from "./apart.ts";
import type { VisitEvent } from "./events.ts";
import type { Group } from "./group.ts";
import { agrees, bodiesDiffer, isEmpty, sameSide } from "./same-side.ts";
import type { Side } from "./sides.ts";
import type { Told } from "./told.ts";

export function fits(group: Group, { sides, event, when }: Told): boolean {
  const { host, guest } = sides;
  if (when !== null && group.when !== null && apart(group.when, when)) return false;
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
export function tells({ sides: { host, guest }, place }: Told): boolean {
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
export function isAside({ when, event }: Told, main: Group): boolean {
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
