import { apart } from "./apart.ts";
import { knownPlace } from "./gazetteer.ts";
import { sameSide } from "./same-side.ts";
import type { Side } from "./sides.ts";
import type { Told } from "./told.ts";

/** Says who received where the sentence leaves it open: the one at home where they met. */
export function settleSides(one: Told, journeys: readonly Told[]): Told | null {
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
  // An ambassador is the guest of the country of their post.
  if (a.country !== null && a.country === postOf(b)) return keep();
  if (b.country !== null && b.country === postOf(a)) return swap();
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

/** The country in which the head of a side is ambassador or consul, or null. */
function postOf({ head, people }: Side): string | null {
  const position = people.find(({ name }) => name === head)?.position ?? "";
  const post = /(?:đại sứ|tổng lãnh sự)[^,]{0,60} tại ([^,]+)/iu.exec(position)?.[1];
  return post === undefined ? null : (knownPlace(post)?.country ?? null);
}
