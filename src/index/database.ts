import { join } from "node:path";
import { showAsOne } from "./changes.ts";
import { CHANGES_FILE, DB_FILE, type Manifest } from "./manifest.ts";
import { attachImmutable, openImmutable, type Sqlite } from "./sqlite.ts";

export const hasChanges = (manifest: Manifest) => manifest.files[CHANGES_FILE] !== undefined;

/** Opens the database of a complete generation, with its changes where it has some. */
export function openDatabase(dir: string, manifest: Manifest): Sqlite {
  if (!hasChanges(manifest)) return openImmutable(join(dir, DB_FILE));
  const db = openImmutable(join(dir, CHANGES_FILE));
  try {
    attachImmutable(db, join(dir, DB_FILE), "base");
    showAsOne(db);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}
