/** What is in use and what is kept, of a folder or of a database. */
import { type LockHolder, lockHolder } from "../storage/index.ts";
import { type Hold, localHold } from "./files/generations.ts";
import type { IndexPlace } from "./place.ts";
import { publishedHold, publishingHolder, served } from "./postgres/served.ts";

/** The roll-back in force, or null; one from which another generation was switched to says nothing. */
export function activeHold(place: IndexPlace): Hold | null {
  return typeof place === "string" ? localHold(place) : publishedHold(served(place));
}

/** Who writes the index that is answered from, or null. */
export function indexHolder(place: IndexPlace): LockHolder | null {
  return typeof place === "string" ? lockHolder(place) : publishingHolder(served(place));
}
