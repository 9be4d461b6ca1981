import { fold } from "../../text/fold.ts";
import { nameKey } from "./person-name.ts";
import type { Side } from "./sides.ts";

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
