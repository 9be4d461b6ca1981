import { fold } from "../../text/fold.ts";
import type { Passage, VisitField, VisitKind } from "../visit.ts";
import { isPartyOf, type VisitEvent } from "./events.ts";
import type { People } from "./people.ts";
import { emptySide, type Home, type Side, type Sides, sidesOf } from "./sides.ts";
import type { NamedPlace } from "./skeleton.ts";
import { UNKNOWN_DATE, type When, whenOf } from "./when.ts";
import { tripOf, venueOf } from "./where.ts";

/** The events of an article that tell of one visit, and what they say together. */
export interface Group {
  readonly events: VisitEvent[];
  kind: VisitKind;
  planned: boolean;
  host: Side;
  guest: Side;
  when: When | null;
  place: NamedPlace | null;
  readonly evidence: Map<VisitField, Passage[]>;
}

/** How specific a kind is: the most telling of several is kept. */
const TELLING: readonly VisitKind[] = [
  "thăm",
  "làm việc",
  "tiếp",
  "dự sự kiện",
  "giao lưu",
  "khảo sát",
  "hội kiến",
  "hội đàm",
  "tiếp xã giao",
  "ký kết",
];

interface Told {
  readonly event: VisitEvent;
  readonly sides: Sides;
  readonly when: When | null;
  readonly place: NamedPlace | null;
  readonly trip: NamedPlace | null;
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
    const fitting = groups.find((group) => fits(group, one));
    if (fitting !== undefined) add(fitting, one);
    else if (tells(one) && !groups.some((group) => isAside(one, group))) groups.push(begin(one));
    else rest.push(one);
  }
  for (const one of rest) {
    const fitting = groups.find((group) => fits(group, one));
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

/** "Cùng ngày, …": the day of the visit that was told first. */
function onSameDay(one: Told, first: When | null): Told {
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
function byCountry(event: VisitEvent, people: People): VisitEvent[] {
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
function isReturn(
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
function isBareYear({ date }: When): boolean {
  return date.year !== null && date.month === null && date.day === null;
}

/** Announced as long as no sentence tells of it as under way or over. */
function decidePlanned(group: Group): void {
  const journey = group.events.find(
    ({ role, verbal, kind }) => role === "visits" && verbal && kind === "thăm",
  );
  if (group.kind === "làm việc" && group.events[0]!.role === "meets" && journey !== undefined) {
    group.kind = "thăm";
    note(group, "kind", journey.passage);
  }
  const verbal = group.events.filter((event) => event.verbal);
  const deciding = verbal.length > 0 ? verbal : group.events;
  const announced = deciding.filter(({ tense }) => tense === "planned");
  group.planned = announced.length > 0 && !deciding.some(({ tense }) => tense === "done");
  if (!group.planned) return;
  for (const { passage } of announced.slice(0, 2)) note(group, "planned", passage);
}

/** Where it took place: in front "tại A", else where the journey went, else "tại A" behind. */
function placeOf(event: VisitEvent): NamedPlace | null {
  const venue = venueOf(event.skeleton, event.from, event.to);
  const [goal] = event.objects;
  if (event.role !== "visits" || goal === undefined || isPartyOf(goal)) return venue?.place ?? null;
  return venue?.ahead && venue.place.country === goal.country ? venue.place : goal;
}

/** Says who received where the sentence leaves it open: the one at home where they met. */
function settleSides(one: Told, journeys: readonly Told[]): Told | null {
  const { sides, place, trip } = one;
  if (sides.sure) return one;
  const { host: a, guest: b } = sides;
  const swap = (): Told => ({ ...one, sides: { host: b, guest: a, sure: true } });
  const keep = (): Told => ({ ...one, sides: { ...sides, sure: true } });
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
  for (const { sides: visit, when } of journeys) {
    if (one.when !== null && when !== null && apart(when, one.when)) continue;
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

/** True where both surely name the same people or the same body. */
function sameSide(a: Side, b: Side): boolean {
  if (a.head !== null && b.head !== null)
    return fold(a.head) === fold(b.head) || a.people.some(({ name }) => name === b.head);
  if (
    a.organisation !== null &&
    b.organisation !== null &&
    fold(a.organisation) === fold(b.organisation)
  )
    return true;
  return (
    a.country !== null &&
    a.country === b.country &&
    (a.province === b.province || a.province === null || b.province === null)
  );
}

/** True where nothing that both sides tell contradicts. */
function agrees(a: Side, b: Side): boolean {
  if (a.country !== null && b.country !== null && a.country !== b.country) return false;
  if (a.province !== null && b.province !== null && a.province !== b.province) return false;
  return true;
}

const isEmpty = (side: Side): boolean =>
  side.head === null &&
  side.organisation === null &&
  side.country === null &&
  side.province === null;

function fits(group: Group, { sides, event, when }: Told): boolean {
  const { host, guest } = sides;
  if (when !== null && group.when !== null && apart(group.when, when)) return false;
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

const NEXT = /^(?:cùng ngày|trước đó|sau đó|tiếp đó|cũng trong|[\uE800-\uEBFF])/u;

/** A later sentence where others receive the same guests: a meeting of its own, unless all is one journey. */
function isNextMeeting(group: Group, host: Side, event: VisitEvent): boolean {
  const first = group.events[0]!;
  if (first.role === "visits" || event.role === "visits" || !event.verbal) return false;
  if (group.host.head === null || host.head === null || group.host.head === host.head) return false;
  return event.passage.start !== first.passage.start && NEXT.test(event.skeleton.text);
}

/** Two bodies of one country without a common head: two meetings. */
function bodiesDiffer(a: Side, b: Side): boolean {
  return (
    a.organisation !== null &&
    b.organisation !== null &&
    a.head === null &&
    b.head === null &&
    fold(a.organisation) !== fold(b.organisation) &&
    !fold(a.organisation).includes(fold(b.organisation)) &&
    !fold(b.organisation).includes(fold(a.organisation))
  );
}

/** Days that one journey may take. */
const MOST_DAYS = 7;

/** True where two dates can't be of one journey. */
function apart(a: When, b: When): boolean {
  if (a.date.year !== null && b.date.year !== null && a.date.year !== b.date.year) return true;
  const [one, other] = [dayOf(a), dayOf(b)];
  if (one !== null && other !== null) {
    const days = Math.abs(one - other);
    return Math.min(days, 366 - days) > MOST_DAYS;
  }
  const [m, n] = [
    a.date.month ?? a.endDate?.month ?? null,
    b.date.month ?? b.endDate?.month ?? null,
  ];
  return m !== null && n !== null && ![0, 1, 11].includes(Math.abs(m - n));
}

function dayOf({ date, endDate }: When): number | null {
  const known = date.day === null ? endDate : date;
  return known === null || known.day === null || known.month === null
    ? null
    : Math.round((known.month - 1) * 30.5) + known.day;
}

/** A visit needs someone who came, and somewhere or someone they came to. */
function tells({ sides: { host, guest }, place }: Told): boolean {
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
function isAside({ when, event }: Told, main: Group): boolean {
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

function begin(one: Told): Group {
  const group: Group = {
    events: [],
    kind: one.event.kind,
    planned: false,
    host: emptySide(),
    guest: emptySide(),
    when: null,
    place: null,
    evidence: new Map(),
  };
  note(group, "kind", one.event.passage);
  add(group, one);
  return group;
}

export function note(group: Group, field: VisitField, passage: Passage): void {
  const list = group.evidence.get(field) ?? [];
  if (!list.some(({ start, end }) => start === passage.start && end === passage.end))
    group.evidence.set(field, [...list, passage]);
}

function add(group: Group, { event, sides, when, place, trip }: Told): void {
  const { passage } = event;
  group.events.push(event);
  if (
    group.events.length > 1 &&
    TELLING.indexOf(event.kind) > TELLING.indexOf(group.kind) &&
    group.kind !== "thăm" &&
    passage.start === group.events[0]!.passage.start
  ) {
    group.kind = event.kind;
  }
  if (fillSide(group.host, sides.host)) note(group, "host", passage);
  if (fillSide(group.guest, sides.guest)) note(group, "guest", passage);
  if (when !== null && (group.when === null || finer(when, group.when))) {
    group.when = when;
    group.evidence.set("date", when.date === UNKNOWN_DATE ? [] : [when.passage]);
    group.evidence.delete("endDate");
    if (when.endDate !== null) group.evidence.set("endDate", [when.passage]);
  }
  const where = place ?? trip;
  if (where !== null && group.place === null && belongs(where, group)) {
    group.place = where;
    note(group, "place", passage);
  }
}

/** A venue in a third country is a misreading, unless the host is unknown. */
function belongs(where: NamedPlace, { host, guest }: Group): boolean {
  return (
    where.country === null ||
    host.country === null ||
    where.country === host.country ||
    where.country === guest.country
  );
}

function finer(a: When, b: When): boolean {
  const known = (when: When): number =>
    (when.date.day === null ? 0 : 2) +
    (when.date.month === null ? 0 : 1) +
    (when.endDate === null ? 0 : 1);
  return (
    (b.weak && !a.weak) ||
    (known(a) > known(b) &&
      (b.date.day === null || (a.date.day === b.date.day && a.date.month === b.date.month)))
  );
}

/** Fills what is unknown of a side from a further telling; true where something was added. */
function fillSide(side: Side, more: Side): boolean {
  const before = JSON.stringify(side);
  side.country ??= more.country;
  side.province ??= more.province;
  side.organisation ??= more.organisation;
  if (side.head === null && more.head !== null) {
    side.head = more.head;
    side.people.push(
      ...more.people.filter(({ name }) => !side.people.some((one) => one.name === name)),
    );
  } else if (side.head !== null && side.head === more.head) {
    for (const person of more.people)
      if (!side.people.some(({ name }) => name === person.name)) side.people.push(person);
  }
  return JSON.stringify(side) !== before;
}
