import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { IndexError, writeFileAtomic } from "../../storage/index.ts";
import { storeCompactly } from "./store-compactly.ts";

/** Brings an index folder from the version before to `to`. Run with the writer's lock; may be run again after a crash. */
interface Migration {
  readonly to: number;
  run(indexDir: string): void;
}

/** Unfinished builds had a number, and could not be gone on with. */
function dropNumberedDrafts(indexDir: string): void {
  const parent = join(indexDir, "generations");
  if (!existsSync(parent)) return;
  for (const name of readdirSync(parent)) {
    if (/^\d+\.building$/u.test(name)) rmSync(join(parent, name), { recursive: true });
  }
}

/** In order. */
export const MIGRATIONS: readonly Migration[] = [
  {
    to: 2,
    run(indexDir) {
      dropNumberedDrafts(indexDir);
    },
  },
  { to: 3, run: storeCompactly },
  { to: 4, run: storeCompactly },
];

/** Raised with each migration. Version 1 is what 0.1.0 wrote, without a version file. */
export const DATA_VERSION = 4;

const path = (indexDir: string) => join(indexDir, "version");

/**
 * Version of what lies in an index folder; that of the program where nothing does.
 *
 * @throws {IndexError} Where a newer program wrote it, or the file says no version.
 */
export function readDataVersion(indexDir: string): number {
  const isUsed = ["generations", "state.db"].some((name) => existsSync(join(indexDir, name)));
  if (!existsSync(path(indexDir))) return isUsed ? 1 : DATA_VERSION;
  const text = readFileSync(path(indexDir), "utf8").trim();
  const version = Number(text);
  if (!/^\d+$/u.test(text) || version < 1)
    throw new IndexError(
      `${path(indexDir)} holds no version number. Write ${DATA_VERSION} into it if this program wrote the folder, or restore a backup.`,
    );
  if (version > DATA_VERSION)
    throw new IndexError(
      `${indexDir} was written by a newer program (data version ${version}, this one knows ${DATA_VERSION}). Update the program, or set INDEX_DIR to another folder.`,
    );
  return version;
}

/** Notes the version of a folder in which nothing has been built yet. Only with the lock held. */
export function noteDataVersion(indexDir: string): void {
  const isUsed = existsSync(path(indexDir)) || existsSync(join(indexDir, "generations"));
  if (!isUsed) writeDataVersion(indexDir);
}

export function writeDataVersion(indexDir: string, version = DATA_VERSION): void {
  writeFileAtomic(path(indexDir), `${version}\n`);
}
