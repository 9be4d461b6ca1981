import type { PartialDate } from "../../model/index.ts";
import type { CombinedMeeting } from "./combine.ts";
import { isLater, type Side, type When } from "./events/index.ts";
import { nameKey } from "./names/index.ts";

/**
 * Tells the same meeting once where an article tells it twice: as a title and a sentence, from either side, as the journey and
 * its end. Two records are one where their days agree and nobody of them is another: the fuller one stays, filled from the other.
 */
export function withoutTwins(told: readonly CombinedMeeting[]): CombinedMeeting[] {
  const kept: CombinedMeeting[] = [];
  for (const one of told) {
    const at = kept.findIndex((other) => matching(other, one) !== null);
    if (at < 0) kept.push(one);
    else kept[at] = joined(kept[at]!, one, matching(kept[at]!, one) === "crossed");
  }
  return kept;
}

/** Days before the publication from which on a visit is history. */
const PAST_DAYS = 60;

/**
 * Without the visits of long ago that a report on a fresh one mentions; a chronicle, which tells of more old ones than fresh,
 * keeps all.
 */
export function withoutPast(
  told: readonly CombinedMeeting[],
  published: string | null,
): CombinedMeeting[] {
  const written = published === null ? Number.NaN : Date.parse(published);
  const isPast = ({ when }: CombinedMeeting): boolean => {
    const { year, month, day } = when?.date ?? { year: null, month: null, day: null };
    if (year === null || month === null || day === null) return false;
    return (written - Date.UTC(year, month - 1, day)) / 86_400_000 > PAST_DAYS;
  };
  const fresh = told.filter((one) => !isPast(one));
  return fresh.length * 2 >= told.length ? fresh : [...told];
}

/** What an article tells of a day so many days behind its own is still to come. */
const AHEAD_DAYS = 2;

/** What is told of a day after the article is still to come, whatever its words. */
function toCome(told: readonly CombinedMeeting[], published: string | null): CombinedMeeting[] {
  const written = published === null ? Number.NaN : Date.parse(published);
  return told.map((one) => {
    const { year, month, day } = one.when?.date ?? { year: null, month: null, day: null };
    if (one.planned || year === null || month === null || day === null) return one;
    const ahead = (Date.UTC(year, month - 1, day) - written) / 86_400_000;
    return ahead >= AHEAD_DAYS ? { ...one, planned: true } : one;
  });
}

/** The parts of a journey that is still to come are to come too, in its year: "Dự kiến: 7/11 hội đàm". */
export function withPlannedParts(
  read: readonly CombinedMeeting[],
  published: string | null,
): CombinedMeeting[] {
  const told = toCome(read, published);
  const journeys = told.filter(({ planned, when }) => planned && when?.endDate?.day != null);
  return told.flatMap((one): CombinedMeeting[] => {
    const { when } = one;
    const day = when?.endDate == null ? when?.date : null;
    if (day?.day == null || day.month === null) return [one];
    const journey = journeys.find(({ when: span }) => {
      const [first, last] = [span!.date, span!.endDate!];
      const isWithin =
        first.month === day.month &&
        last.month === day.month &&
        first.day! <= day.day! &&
        day.day! <= last.day!;
      return isWithin && (day.year === null || day.year === first.year);
    });
    if (journey === undefined) return [one];
    // "Chương trình: 14 giờ đón đoàn tại A": what nobody is named for is the journey again.
    if (one.host.head === null && addsNobody(one.guest, journey.guest)) return [];
    if (one.planned) return [one];
    return [
      {
        ...one,
        planned: true,
        when: { ...when!, date: { ...day, year: day.year ?? journey.when!.date.year } },
      },
    ];
  });
}

const addsNobody = ({ head }: Side, { head: known }: Side): boolean =>
  head === null || (known !== null && same(head, known));

const same = (a: string, b: string): boolean => {
  const [x, y] = [nameKey(a), nameKey(b)];
  return x === y || x.endsWith(` ${y}`) || y.endsWith(` ${x}`);
};

/** Nothing that is told of both is another's: each field is unknown of one or tells the same. */
function agree(a: Side, b: Side): boolean {
  if (a.country !== null && b.country !== null && a.country !== b.country) return false;
  const elsewhere = a.province !== null && b.province !== null && a.province !== b.province;
  const [x, y] = [a.organisation, b.organisation];
  const otherBody = x !== null && y !== null && !x.includes(y) && !y.includes(x);
  // Two bodies of one province receive twice; a head that stands with two of two provinces is one's by mistake.
  if (a.head !== null && b.head !== null) return same(a.head, b.head) && !(elsewhere && otherBody);
  return !elsewhere && !otherBody;
}

const shared = (a: Side, b: Side): boolean =>
  (a.head !== null && b.head !== null) ||
  (a.organisation !== null && a.organisation === b.organisation) ||
  (a.province !== null && a.province === b.province);

/** How the sides of two records answer each other; null where they can't be one meeting. */
function matching(a: CombinedMeeting, b: CombinedMeeting): "straight" | "crossed" | null {
  if (a.planned !== b.planned) return null;
  const days = daysOf(a, b);
  if (days === "other" || isLater(a, b) || isLater(b, a)) return null;
  for (const [way, host, guest] of [
    ["straight", b.host, b.guest],
    ["crossed", b.guest, b.host],
  ] as const) {
    if (!agree(a.host, host) || !agree(a.guest, guest)) continue;
    // Without a common day both sides must be known to be the same people.
    const bothHeads =
      a.host.head !== null && host.head !== null && a.guest.head !== null && guest.head !== null;
    if (bothHeads || (days === "same" && shared(a.host, host) && shared(a.guest, guest)))
      return way;
    if (
      days === "open" &&
      ((isThin(a) && addsNothing(a.host, host) && addsNothing(a.guest, guest)) ||
        (isThin(b) && addsNothing(host, a.host) && addsNothing(guest, a.guest)))
    )
      return way;
  }
  return null;
}

/** Told without a day and without one of the two heads: the meeting is mentioned once more. */
const isThin = ({ when, host, guest }: CombinedMeeting): boolean =>
  when?.date.day == null && (host.head === null || guest.head === null);

/** All that is known of a side is known of the other too. */
function addsNothing(side: Side, other: Side): boolean {
  if (side.country === null || side.country !== other.country) return false;
  if (side.province !== null && side.province !== other.province) return false;
  if (side.head !== null && (other.head === null || !same(side.head, other.head))) return false;
  return (
    side.organisation === null ||
    side.organisation === other.organisation ||
    other.organisation?.includes(side.organisation) === true
  );
}

function daysOf(
  { when: a }: CombinedMeeting,
  { when: b }: CombinedMeeting,
): "same" | "open" | "other" {
  if (a?.date.day == null || b?.date.day == null) return "open";
  const key = ({ day, month }: PartialDate): string => `${day}/${month}`;
  const last = (one: When): string => key(one.endDate ?? one.date);
  // The day of the return closes the span of the journey; another day within it may have a meeting of its own.
  const spans = Number(a.endDate !== null) + Number(b.endDate !== null);
  if (spans === 1) return (a.weak || b.weak) && last(a) === last(b) ? "same" : "open";
  return last(a) === last(b) && key(a.date) === key(b.date) ? "same" : "other";
}

const fullness = ({ host, guest, when, place }: CombinedMeeting): number =>
  [host.head, guest.head, host.organisation, guest.organisation, when?.date.day, place].filter(
    (value) => value != null,
  ).length + (when?.endDate == null ? 0 : 1);

/** Who received is surest of the record that tells a place at the host's. */
const placed = ({ place, host }: CombinedMeeting): boolean =>
  place?.country != null && place.country === host.country;

function joined(a: CombinedMeeting, b: CombinedMeeting, crossed: boolean): CombinedMeeting {
  const [full, more] = fullness(b) > fullness(a) ? [b, a] : [a, b];
  const sides = crossed ? { host: more.guest, guest: more.host } : more;
  const when = full.when?.weak ? (more.when ?? full.when) : (full.when ?? more.when);
  const evidence = new Map(full.evidence);
  for (const [field, passages] of more.evidence) {
    const name = !crossed ? field : field === "host" ? "guest" : field === "guest" ? "host" : field;
    const known = evidence.get(name);
    if (known === undefined || (when !== full.when && /^(?:date|endDate)$/u.test(name)))
      evidence.set(name, passages);
    else if (name === "host" || name === "guest")
      evidence.set(name, [
        ...known,
        ...passages.filter(({ start }) => !known.some((one) => one.start === start)),
      ]);
  }
  const one: CombinedMeeting = {
    ...full,
    host: filledSide(full.host, sides.host),
    guest: filledSide(full.guest, sides.guest),
    when,
    place: full.place ?? more.place,
    evidence,
    lines: [...new Set([...full.lines, ...more.lines])],
  };
  return crossed && placed(more) && !placed(full)
    ? { ...one, host: one.guest, guest: one.host, evidence: turned(evidence) }
    : one;
}

function turned(evidence: CombinedMeeting["evidence"]): CombinedMeeting["evidence"] {
  const [host, guest] = [evidence.get("host"), evidence.get("guest")];
  if (host !== undefined) evidence.set("guest", host);
  if (guest !== undefined) evidence.set("host", guest);
  return evidence;
}

function filledSide(side: Side, more: Side): Side {
  const people = [...side.people];
  for (const person of more.people)
    if (!people.some(({ name }) => same(name, person.name))) people.push(person);
  return {
    organisation: side.organisation ?? more.organisation,
    province: side.province ?? more.province,
    country: side.country ?? more.country,
    head: side.head ?? more.head,
    people,
  };
}
