import type { Party } from "./party.ts";
import type { NamedPlace } from "./place-at.ts";
import { indexOf, isPlace, type Skeleton } from "./skeleton.ts";

export function isPartyOf(one: Party | NamedPlace | undefined): one is Party {
  return one !== undefined && "kind" in one;
}

export function named(skeleton: Skeleton, standIn: string): Party | NamedPlace {
  return isPlace(standIn)
    ? skeleton.places[indexOf(standIn)]!
    : skeleton.parties[indexOf(standIn)]!;
}
