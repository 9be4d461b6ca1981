import { UNKNOWN_DATE } from "../../language/text/index.ts";
import { differentJourney, type Group, isLater, type Side } from "./events/index.ts";
import type { Line, Meeting, Story } from "./meetings/index.ts";
import { nameKey } from "./names/index.ts";

/** What is told of one meeting, by its sentences (`Group`) and by the whole article (`Meeting`). */
export type CombinedMeeting = Omit<Meeting, "line">;

/**
 * Puts together what single sentences say and what the whole article says. A sentence that fits a frame is surer,
 * so its values stay; the article fills what it leaves open, and adds the meetings that no frame reads.
 */
export function combine(
  groups: readonly Group[],
  meetings: readonly Meeting[],
  story: Story,
): CombinedMeeting[] {
  const free = new Set(groups);
  const told = meetings.flatMap((meeting): CombinedMeeting[] => {
    const group = [...free]
      .filter((one) => isSame(one, meeting, meetings.length))
      .sort((a, b) => likeness(b, meeting) - likeness(a, meeting))[0];
    if (group === undefined) return isShadow(meeting, groups) ? [] : [meeting];
    free.delete(group);
    return [filled(group, meeting)];
  });
  // Of several meetings the journey is told already: its guests again, on the way's first day.
  const isJourney = ({ guest, when }: Group): boolean =>
    told.length > 1 &&
    sameName(guest.head, told[0]!.guest.head) &&
    when?.endDate != null &&
    when.date.day === told[0]!.when?.date.day;
  const rest = [...free]
    .filter((group) => meetings.length === 0 || !(isMention(group, told) || isJourney(group)))
    .map((group) => ({
      ...group,
      lines: linesOf(group, story, groups.length + meetings.length === 1),
    }));
  return [...told, ...rest];
}

/** A meeting with an unnamed side, where its very sentence tells who met whom: a consul of one's own country, say. */
function isShadow({ host, guest, line }: Meeting, groups: readonly Group[]): boolean {
  const unnamed = [host, guest].some((side) => side.head === null && side.organisation === null);
  return (
    unnamed &&
    groups.some(
      (group) =>
        group.host.head !== null &&
        group.guest.head !== null &&
        group.events.some(({ passage }) => passage.start === line.skeleton.start),
    )
  );
}

/** Lines of a group: all of the article for a single one, else those of its sentences. */
function linesOf({ events }: Group, { lines }: Story, single: boolean): Line[] {
  if (single) return lines.filter(({ role }) => role === "body");
  const starts = new Set(events.map(({ passage }) => passage.start));
  return lines.filter(({ skeleton }) => starts.has(skeleton.start));
}

const sameName = (a: string | null, b: string | null): boolean =>
  a !== null && b !== null && nameKey(a) === nameKey(b);

function isSame(group: Group, meeting: Meeting, of: number): boolean {
  if (group.when !== null && meeting.when !== null && differentJourney(group.when, meeting.when))
    return false;
  if (isLater(group, meeting)) return false;
  const [day, other] = [group.when?.date.day ?? null, meeting.when?.date.day ?? null];
  if (of > 1 && day !== null && other !== null && day !== other) return false;
  const head = (a: Side, b: Side): boolean =>
    a.head === null || b.head === null || sameName(a.head, b.head);
  const country = (a: Side, b: Side): boolean =>
    a.country === null || b.country === null || a.country === b.country;
  if (!country(group.guest, meeting.guest) || !country(group.host, meeting.host)) return false;
  if (of > 1) {
    const own = group.events.some(({ passage }) => passage.start === meeting.line.skeleton.start);
    return own ? head(group.host, meeting.host) : sameName(group.host.head, meeting.host.head);
  }
  // Somebody whom only a sentence in passing calls a guest: "chuyến thăm của Tổng Bí thư A".
  const { start } = meeting.line.skeleton;
  const here = group.events.some(({ passage }) => passage.start === start || passage.start < 0);
  const sure = (a: Side, b: Side): boolean => here || a.head === null || sameName(a.head, b.head);
  return (
    head(group.host, meeting.host) &&
    head(group.guest, meeting.guest) &&
    (sure(group.guest, meeting.guest) || group.host.head !== null)
  );
}

function likeness(group: Group, { host, guest, line }: Meeting): number {
  return (
    (sameName(group.host.head, host.head) ? 2 : 0) +
    (sameName(group.guest.head, guest.head) ? 2 : 0) +
    (group.events.some(({ passage }) => passage.start === line.skeleton.start) ? 1 : 0)
  );
}

/** A journey of heads of state that an article on a meeting of provinces only mentions. */
function isMention(
  { host, guest, when, events }: Group,
  told: readonly CombinedMeeting[],
): boolean {
  const again = told.some(
    (one) =>
      (sameName(one.guest.head, guest.head) &&
        (host.head === null || sameName(one.host.head, host.head))) ||
      sameName(one.host.head, guest.head) ||
      sameName(one.guest.head, host.head),
  );
  if (again) return true;
  const national =
    host.province === null &&
    guest.province === null &&
    host.organisation === null &&
    guest.organisation === null;
  return national || when === null || (events[0]?.passage.start ?? 0) > 400;
}

function filled(group: Group, meeting: Meeting): CombinedMeeting {
  const side = (a: Side, b: Side, field: "host" | "guest"): Side => {
    const taken = a.head === null && a.organisation === null && a.country === null ? b : a;
    if (
      taken === b ||
      (a.head === null && b.head !== null) ||
      a.organisation === null ||
      a.province === null
    ) {
      const passages = meeting.evidence.get(field) ?? [];
      const known = group.evidence.get(field) ?? [];
      group.evidence.set(field, [
        ...known,
        ...passages.filter(({ start }) => !known.some((one) => one.start === start)),
      ]);
    }
    const head = a.head ?? b.head;
    const people = [...a.people];
    for (const person of b.people)
      if (!people.some(({ name }) => sameName(name, person.name))) people.push(person);
    if (head !== null)
      people.sort((x, y) => Number(sameName(y.name, head)) - Number(sameName(x.name, head)));
    return {
      organisation:
        a.organisation ??
        (a.province === null || a.province === b.province ? b.organisation : null),
      province: a.province ?? b.province,
      country: a.country ?? b.country,
      head,
      people,
    };
  };
  const host = side(group.host, meeting.host, "host");
  const guest = side(group.guest, meeting.guest, "guest");
  // Who receives at home does so somewhere in the country: that says nothing.
  const bare = group.place?.whole === true && (meeting.place !== null || host.province !== null);
  const placed = group.place !== null && !bare;
  if (bare) group.evidence.delete("place");
  if (!placed && meeting.place !== null)
    group.evidence.set("place", meeting.evidence.get("place") ?? []);
  const dated = group.when !== null && !group.when.weak && group.when.date !== UNKNOWN_DATE;
  if (!dated && meeting.when !== null)
    for (const field of ["date", "endDate"] as const) {
      const passages = meeting.evidence.get(field);
      if (passages !== undefined) group.evidence.set(field, passages);
    }
  return {
    kind: group.kind,
    planned: group.planned,
    host,
    guest,
    when: dated ? group.when : (meeting.when ?? group.when),
    place: placed ? group.place : meeting.place,
    evidence: group.evidence,
    lines: meeting.lines,
  };
}
