import { fold } from "../../text/fold.ts";
import type { VisitSide } from "../visit.ts";
import type { Group } from "./group.ts";
import { emptySide } from "./sides.ts";

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
