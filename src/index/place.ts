import type { Config } from "../config/index.ts";
import { type LockHolder, lockHolder } from "../storage/index.ts";
import { type Hold, localHold } from "./files/generations.ts";
import { type DatabasePlace, publishedHold, publishingHolder, served } from "./postgres/served.ts";

/** Where the index that answers lies: a folder of this disk, or a database. */
export type IndexPlace = string | DatabasePlace;

/** Settings that say where. */
type PlaceSettings = Pick<
  Config,
  "indexDir" | "databaseUrl" | "databaseReadUrl" | "databaseSchema" | "databasePool"
>;

/** Where the settings have the index that answers. */
export function indexPlace(settings: PlaceSettings): IndexPlace {
  const { indexDir, databaseUrl, databaseReadUrl, databaseSchema, databasePool } = settings;
  const readUrl = databaseReadUrl ?? databaseUrl;
  if (readUrl === null) return indexDir;
  return { writeUrl: databaseUrl, readUrl, schema: databaseSchema, connections: databasePool };
}

/** The roll-back in force, or null; one from which another generation was switched to says nothing. */
export function activeHold(place: IndexPlace): Hold | null {
  return typeof place === "string" ? localHold(place) : publishedHold(served(place));
}

/** Who writes the index that is answered from, or null. */
export function indexHolder(place: IndexPlace): LockHolder | null {
  return typeof place === "string" ? lockHolder(place) : publishingHolder(served(place));
}
