import { HOME_COUNTRY } from "../../../language/places/index.ts";
import type { PartialDate, Passage, VisitField } from "../../../model/index.ts";
import { kindOf, type Side, type When, yearFrom } from "../events/index.ts";
import {
  type Camps,
  type Line,
  PAST,
  placeIn,
  SPOKEN,
  type Story,
  sideOfCamp,
} from "../meetings/index.ts";
import { nameKey, type Party } from "../names/index.ts";
import { missionIn, other, type Partner, partnerOf } from "./partners.ts";
import { matchOf, NOTED } from "./stop-words.ts";
import { isHead, type Told, type Travellers } from "./travellers.ts";

/** What is wished, planned or denied is no stop. */
const NO_STOP =
  /(?<!\p{L})(?:sẽ|dự kiến|ngoài giờ|đề nghị|đề xuất|mời|mong|muốn|sắp|chưa|không|hủy|hoãn|nếu|để|theo kế hoạch|theo chương trình|cảm ơn)(?!\p{L})/u;
/** A word of order or of the time of day: a further meeting of the same guests. */
const FURTHER =
  /^(?:(?:ngay|vào|cũng trong|trong) )?(?:buổi |đầu giờ |cuối giờ )?(?:sáng|trưa|chiều|tối|sau đó|tiếp đó|trước đó|trước khi|trước giờ|cuối ngày|cuối buổi|cùng ngày|nhân dịp|dịp này|trong dịp|trên đường|cũng|kết thúc|tiếp theo|sau khi|sau (?:hội|buổi|cuộc|lễ)|[\uE800-\uEBFF])/u;
/** The day of a stop stands in its first characters. */
const OPENING_CHARS = 60;

interface Stop {
  readonly line: Line;
  readonly at: number;
  readonly verb: string;
  /** Whoever receives, where the stop's own words say so. */
  readonly receiver: Party | null;
  readonly day: Day | null;
  /** True where the line's own paragraph tells the day. */
  readonly dated: boolean;
  /** Whoever goes there instead of the leader. */
  readonly lead: Party | null;
  /** True for what only tells who received at a meeting told before. */
  readonly fills: boolean;
}

interface Day {
  readonly date: PartialDate;
  readonly passage: Passage;
}

/**
 * The meetings of those who travel which no other record tells: each stop on the way with whoever received them there.
 *
 * @param told What was read already, in the order of the article.
 */
export function withStops(
  told: readonly Told[],
  { lines }: Story,
  camps: Camps,
  travellers: Travellers,
  day: Day | null,
  published: string | null,
): Told[] {
  const body = lines.filter(({ role }) => role === "body");
  const stops = stopsIn(body, told, camps, travellers, day, published);
  const all = [...told];
  for (const [n, stop] of stops.entries()) {
    const next = stops[n + 1]?.at ?? body.length;
    const own = body.slice(stop.at, Math.max(stop.at + 1, next));
    const partner = partnerOf(stop, own, camps, travellers);
    if (partner === null) {
      if (standsAlone(stop, all, travellers))
        addTo(all, meetingOf(stop, own, null, camps, travellers));
      continue;
    }
    const lender = all.findIndex((one) => isBorrowed(one, partner.name, stop));
    if (lender >= 0 && stop.dated && !stop.fills) all[lender] = withoutHost(all[lender]!);
    else if (isKnown(partner.name, all)) continue;
    const same = all.findIndex((one) => isOf(one, stop, travellers));
    if (same >= 0) {
      const one = all[same]!;
      const { head } = one.host;
      // Its host speaks at a later stop.
      const isLater =
        head !== null &&
        partner.line.block === stop.line.block &&
        !own.some(({ skeleton }) => skeleton.words.text.includes(head)) &&
        isOwn(one, stop);
      if (isLater) all[same] = withHost(withoutHost(one), partner);
      else if (one.host.head === null && !isHead(one.host, travellers))
        all[same] = withHost(one, partner);
      continue;
    }
    if (stop.day === null || stop.fills) continue;
    addTo(all, meetingOf(stop, own, partner, camps, travellers));
  }
  return all;
}

/** Adds a meeting, whose lines tell of no other any more. */
function addTo(all: Told[], made: Told): void {
  for (const [i, one] of all.entries())
    if (one.lines.length > made.lines.length)
      all[i] = { ...one, lines: one.lines.filter((line) => !made.lines.includes(line)) };
  all.push(made);
}

/** What is seen on the way, whoever shows it. */
const SEEN =
  /^(?:thăm|xem|tham quan|khảo sát|thị sát|làm việc|dâng hương|dâng hoa|giao lưu|đến|tới)$/u;

/** True for a stop of a day of which nothing else is told, at a place or body that its line names. */
function standsAlone(stop: Stop, all: readonly Told[], { side }: Travellers): boolean {
  const { line, day, dated, verb } = stop;
  if (!dated || day === null || !SEEN.test(verb)) return false;
  const { places, parties } = line.skeleton;
  // A bay or a works that no table knows is where they are on that day of their journey.
  const isOnTheWay = all.some(
    ({ when }) => when?.endDate != null && when.date.day !== null && isWithin(day.date, when),
  );
  const isSomewhere = [...places, ...parties.filter(({ kind }) => kind === "body")].some(
    ({ country }) => country !== side.country && (country !== null || isOnTheWay),
  );
  const isTold = all.some(
    (one) =>
      isOwn(one, stop) ||
      (one.when?.date.day === day.date.day &&
        one.when.date.month === day.date.month &&
        one.when.endDate === null),
  );
  return isSomewhere && !isTold;
}

/** True for a day behind the first one of a journey of one month, up to its last. */
const isWithin = ({ day, month }: PartialDate, { date, endDate }: When): boolean =>
  month === date.month && month === endDate!.month && day! > date.day! && day! <= endDate!.day!;

/** The day that a line opens with; else that of what was read of the line. */
function dayOf({ skeleton }: Line, told: readonly Told[], published: string | null): Day | null {
  const { dates, start, end } = skeleton;
  const own = told.find(({ evidence }) => evidence.get("kind")?.some((one) => one.start === start));
  const when = own?.when ?? null;
  if (when !== null && when.date.day !== null)
    return when.endDate !== null || when.weak ? null : { date: when.date, passage: when.passage };
  const opening = dates.find(
    ({ date, start: from }) => date?.day != null && date.month !== null && from <= OPENING_CHARS,
  );
  return opening === undefined || opening.endDate !== null
    ? null
    : { date: yearFrom(opening.date!, published, false), passage: { start, end } };
}

function stopsIn(
  body: readonly Line[],
  told: readonly Told[],
  camps: Camps,
  travellers: Travellers,
  first: Day | null,
  published: string | null,
): Stop[] {
  const found: Stop[] = [];
  let day = first;
  let datedBlock: number | null = null;
  for (const [at, line] of body.entries()) {
    const { text } = line.skeleton;
    const own = dayOf(line, told, published);
    if (own !== null) {
      day = own;
      datedBlock = line.block;
    }
    if (PAST.test(text) || isHeading(line, body[at + 1])) continue;
    const match = matchOf(line, camps, travellers);
    if (match === null) continue;
    const { verb, index, receiver, lead } = match;
    if (NO_STOP.test(text.slice(0, index))) continue;
    const spoken = SPOKEN.exec(text);
    if (spoken !== null && spoken.index < index) continue;
    const isFirst = at === 0 || line.block !== body[at - 1]!.block;
    if (!isFirst && own === null && receiver === null && !FURTHER.test(text) && !NOTED.test(text))
      continue;
    // "Bà A chủ trì." behind the sentence of the meeting only tells whose it was.
    const dated = own !== null || datedBlock === line.block;
    const fills =
      verb.endsWith("chủ trì") &&
      own === null &&
      (!dated || isToldIn(line, body, told)) &&
      !FURTHER.test(text);
    found.push({ line, at, verb, receiver, lead, day, dated, fills });
  }
  return found;
}

/** True where something was read of the paragraph of a line. */
const isToldIn = ({ block }: Line, body: readonly Line[], told: readonly Told[]): boolean =>
  body.some((line) => line.block === block && told.some((one) => isOwn(one, { line })));

/** A line without an end over a block of its own: what it tells is told below. */
function isHeading({ skeleton: { words, text }, block }: Line, next: Line | undefined): boolean {
  return (
    next !== undefined &&
    next.block !== block &&
    words.text.length <= 90 &&
    !/[.!?;:)"]$/u.test(text.trim())
  );
}

/** True for a journey, or a meeting of another day, that has its host from the lines of this stop. */
function isBorrowed({ host, when, evidence }: Told, name: string, { line, day }: Stop): boolean {
  if (host.head === null || nameKey(host.head) !== nameKey(name) || day === null || when === null)
    return false;
  const isOtherDay =
    when.date.day !== null && (when.date.day !== day.date.day || when.endDate !== null);
  const own = evidence.get("kind")?.[0]?.start;
  const isOwn = own === line.skeleton.start || line.skeleton.parties.length === 0;
  return isOtherDay && !isOwn;
}

function withoutHost(one: Told): Told {
  const { head, people } = one.host;
  return {
    ...one,
    host: { ...one.host, head: null, people: people.filter(({ name }) => name !== head) },
  };
}

const isKnown = (name: string, told: readonly Told[]): boolean =>
  told.some(({ host, guest }) =>
    [host.head, guest.head].some((head) => head !== null && nameKey(head) === nameKey(name)),
  );

const isOwn = ({ evidence }: Pick<Told, "evidence">, { line }: Pick<Stop, "line">): boolean =>
  evidence.get("kind")?.some(({ start }) => start === line.skeleton.start) ?? false;

/** True for a record of the stop itself, and for one of its day that lacks who received and is told around it. */
function isOf(
  { evidence, host, when, lines }: Told,
  { line, day }: Stop,
  travellers: Travellers,
): boolean {
  const { start } = line.skeleton;
  if (isOwn({ evidence }, { line })) return true;
  if (host.head !== null || host.country === travellers.side.country) return false;
  if (when?.date.day == null || when.endDate !== null || day === null) return false;
  const isSameDay = when.date.day === day.date.day && when.date.month === day.date.month;
  return (
    isSameDay &&
    lines.some(({ block, skeleton }) => block === line.block || skeleton.start === start)
  );
}

function withHost(one: Told, { name, position, line }: Partner): Told {
  const passage = { start: line.skeleton.start, end: line.skeleton.end };
  const evidence = new Map(one.evidence);
  const known = evidence.get("host") ?? [];
  if (!known.some(({ start }) => start === passage.start))
    evidence.set("host", [...known, passage]);
  const people = one.host.people.filter((person) => nameKey(person.name) !== nameKey(name));
  const guests = one.guest.people.filter((person) => nameKey(person.name) !== nameKey(name));
  return {
    ...one,
    host: { ...one.host, head: name, people: [{ name, position }, ...people] },
    guest: { ...one.guest, people: guests },
    evidence,
  };
}

function meetingOf(
  { line, verb, day, lead }: Stop,
  own: readonly Line[],
  partner: Partner | null,
  camps: Camps,
  { camp, side }: Travellers,
): Told {
  const receivers = other(camp);
  const told = partner?.line ?? line;
  const host: Side = partner?.mission
    ? {
        organisation: missionIn(line) ?? partner.position,
        province: null,
        country: HOME_COUNTRY,
        head: null,
        people: [],
      }
    : sideOfCamp(receivers, [line, told], camps);
  if (partner !== null) {
    host.head = partner.name;
    host.people = [{ name: partner.name, position: partner.position }];
  }
  const guest: Side = { ...side, people: [...side.people] };
  const led = lead === null ? null : camps.person(lead);
  if (led !== null) {
    guest.head = led.name;
    guest.people = [{ name: led.name, position: led.position }];
  }
  const passage = { start: line.skeleton.start, end: line.skeleton.end };
  const evidence = new Map<VisitField, Passage[]>([
    ["kind", [passage]],
    [
      "host",
      told === line ? [passage] : [passage, { start: told.skeleton.start, end: told.skeleton.end }],
    ],
    ["guest", [passage]],
    ["date", [day!.passage]],
  ]);
  const lines = own.filter(({ block }, i) => i === 0 || block === line.block || i < 1);
  const place = placeIn(line, lines, camps, receivers, host);
  if (place !== null) evidence.set("place", [passage]);
  const when: When = { date: day!.date, endDate: null, passage: day!.passage, weak: false };
  return {
    kind: kindOf(
      verb
        .replace(/^(?:đến|tới|ghé|dừng chân|tham quan)$/u, "thăm")
        .replace(/^chủ trì$/u, "làm việc"),
      line.skeleton.text,
    ),
    planned: false,
    host,
    guest,
    when,
    place,
    evidence,
    lines,
  };
}
