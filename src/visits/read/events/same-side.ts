import { fold } from "../../../language/text/index.ts";
import type { VisitSide } from "../../../model/index.ts";
import { nameKey } from "../names/index.ts";
import type { Group } from "./group.ts";
import { emptySide, type Side } from "./sides.ts";
import type { When } from "./when.ts";

/** True where both surely name the same people or the same body. */
export function sameSide(a: Side, b: Side): boolean {
  if (a.head !== null && b.head !== null)
    return nameKey(a.head) === nameKey(b.head) || a.people.some(({ name }) => name === b.head);
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
export function agrees(a: Side, b: Side): boolean {
  if (a.country !== null && b.country !== null && a.country !== b.country) return false;
  if (a.province !== null && b.province !== null && a.province !== b.province) return false;
  return true;
}

export const isEmpty = (side: Side): boolean =>
  side.head === null &&
  side.organisation === null &&
  side.country === null &&
  side.province === null;

/** Two bodies of one country without a common head: two meetings. */
export function bodiesDiffer(a: Side, b: Side): boolean {
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

/** True where a side tells nothing that the other doesn't: "Đà Nẵng thăm Đà Nẵng", or only the country both are of. */
export function repeats(side: VisitSide, other: VisitSide): boolean {
  if (side.head !== null || side.people.length > 0) return false;
  if (side.organisation !== null)
    return other.organisation !== null && fold(side.organisation) === fold(other.organisation);
  return (
    side.country !== null &&
    side.country === other.country &&
    (side.province === null || side.province === other.province)
  );
}

/**
 * Leaves the host of a visit empty where it would be the guest again.
 *
 * @returns False where nothing is left that somebody would ask for: no guest, or neither a host nor who came.
 */
export function keepDistinct(group: Group): boolean {
  if (repeats(group.host, group.guest)) {
    group.host = emptySide();
    group.evidence.delete("host");
    return group.guest.head !== null;
  }
  return !repeats(group.guest, group.host);
}

/** Days that one journey may take. */
const MOST_DAYS = 7;

/** True where two dates can't be of one journey. */
export function differentJourney(a: When, b: When): boolean {
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

/** A meeting on a day of its own behind the first one of a journey. */
export function isLater(
  { when: journey }: { readonly when: When | null },
  { when: meeting }: { readonly when: When | null },
): boolean {
  if (journey?.endDate == null || journey.weak || meeting?.date.day == null) return false;
  if (meeting.endDate !== null || meeting.weak || journey.date.day === null) return false;
  return meeting.date.month === journey.date.month && meeting.date.day > journey.date.day;
}
