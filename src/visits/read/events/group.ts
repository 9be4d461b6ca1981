import { UNKNOWN_DATE } from "../../../language/text/index.ts";
import type { Passage, VisitField, VisitKind } from "../../../model/index.ts";
import type { NamedPlace } from "../names/index.ts";
import type { EventReading } from "./event-reading.ts";
import { emptySide, type Side } from "./sides.ts";
import type { VisitEvent } from "./tense.ts";
import type { When } from "./when.ts";

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

/** Announced as long as no sentence tells of it as under way or over. */
export function decidePlanned(group: Group): void {
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

export function begin(one: EventReading): Group {
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

export function add(group: Group, { event, sides, when, place, trip }: EventReading): void {
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

/** Fills missing fields of a side from another mention; true where something was added. */
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
