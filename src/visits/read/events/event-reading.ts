import { isPartyOf, type NamedPlace, type People } from "../names/index.ts";
import type { Sides } from "./sides.ts";
import type { VisitEvent } from "./tense.ts";
import type { When } from "./when.ts";
import { venueOf } from "./where.ts";

/** An event of one sentence, with who, when and where it was. */
export interface EventReading {
  readonly event: VisitEvent;
  readonly sides: Sides;
  readonly when: When | null;
  readonly place: NamedPlace | null;
  readonly trip: NamedPlace | null;
}

/** "Cùng ngày, …": the day of the visit that was told first. */
export function onSameDay(one: EventReading, first: When | null): EventReading {
  if (
    first === null ||
    one.when !== null ||
    !/^(?:cũng trong |trong )?[\uE800-\uEBFF]/u.test(one.event.skeleton.text)
  )
    return one;
  const [date] = one.event.skeleton.dates;
  const words = one.event.skeleton.words.text.slice(date?.start ?? 0, date?.end ?? 0);
  return /^(?:(?:sáng|chiều|tối|trưa) )?cùng ngày$/iu.test(words)
    ? { ...one, when: { ...first, endDate: null } }
    : one;
}

/** "gặp A và B": with guests from two countries two meetings. */
export function byCountry(event: VisitEvent, people: People): VisitEvent[] {
  if (event.role !== "meets" && event.role !== "receives") return [event];
  const parts = new Map<string | null, (typeof event.objects)[number][]>();
  for (const object of event.objects) {
    const country = isPartyOf(object)
      ? (people.find(object)?.country ?? object.country)
      : object.country;
    const key = country ?? [...parts.keys()].at(-1) ?? null;
    parts.set(key, [...(parts.get(key) ?? []), object]);
  }
  return parts.size < 2 ? [event] : [...parts.values()].map((objects) => ({ ...event, objects }));
}

/** "về đến Hà Nội": nobody visits their own country by arriving there. */
export function isReturn(
  { role, objects, skeleton, from, to }: VisitEvent,
  { host, guest }: Sides,
): boolean {
  const [goal] = objects;
  const whole = goal !== undefined && !isPartyOf(goal) && goal.whole;
  if (role === "visits" && whole && guest.country === host.country) return true;
  if (
    role !== "visits" ||
    host.country === null ||
    host.country !== guest.country ||
    guest.province !== null
  )
    return false;
  return !/thăm|làm việc|khảo sát|thị sát|tham quan|chúc/u.test(skeleton.text.slice(from, to));
}

/** "chuyến thăm năm 2007": the article looks back. */
export function isBareYear({ date }: When): boolean {
  return date.year !== null && date.month === null && date.day === null;
}

/** Where it took place: in front "tại A", else where the journey went, else "tại A" behind. */
export function placeOf(event: VisitEvent): NamedPlace | null {
  const venue = venueOf(event.skeleton, event.from, event.to);
  const [goal] = event.objects;
  if (event.role !== "visits" || goal === undefined || isPartyOf(goal)) return venue?.place ?? null;
  return venue?.ahead && venue.place.country === goal.country ? venue.place : goal;
}
