import type { Config } from "../config/index.ts";
import type { DatabasePlace } from "./postgres/served.ts";

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
