import { copyFileSync, existsSync, linkSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import {
  beginGeneration,
  currentGeneration,
  DB_FILE,
  generationDir,
  type Manifest,
  publishGeneration,
  VECTORS_FILE,
  writeManifest,
} from "../../index/index.ts";
import {
  checksumFile,
  IndexError,
  openWritable,
  syncToDisk,
  writeFileAtomic,
} from "../../storage/index.ts";
import { REGISTER_SCHEMA } from "../../visits/register/index.ts";

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

/** A manifest of format 1; what it holds is checked when it is read as one of format 2. */
function oldManifest(dir: string): (Omit<Manifest, "register"> & { formatVersion: number }) | null {
  try {
    const manifest = JSON.parse(readFileSync(join(dir, "manifest.json"), "utf8"));
    return manifest.formatVersion === 1 ? manifest : null;
  } catch {
    return null;
  }
}

/**
 * Makes a generation of the one in use that has the tables of the register of visits, empty: questions are
 * answered at once, and the next build fills the register without embedding anything. One that is damaged is
 * left for the build, which tells what is wrong.
 */
function addRegister(indexDir: string): void {
  const name = currentGeneration(indexDir);
  if (name === null) return;
  const from = generationDir(indexDir, name);
  const manifest = oldManifest(from);
  if (manifest === null) return;
  const isWhole = ([DB_FILE, VECTORS_FILE] as const).every((file) => {
    try {
      return checksumFile(join(from, file)).sha256 === manifest.files[file].sha256;
    } catch {
      return false;
    }
  });
  if (!isWhole) return;
  const dir = beginGeneration(indexDir, "changes");
  copyFileSync(join(from, DB_FILE), join(dir, DB_FILE));
  linkOrCopy(join(from, VECTORS_FILE), join(dir, VECTORS_FILE));
  const db = openWritable(join(dir, DB_FILE));
  try {
    db.exec(`PRAGMA journal_mode = DELETE; BEGIN; ${REGISTER_SCHEMA} COMMIT`);
  } finally {
    db.close();
  }
  syncToDisk(join(dir, DB_FILE));
  writeManifest(dir, {
    ...manifest,
    formatVersion: 2,
    files: { ...manifest.files, [DB_FILE]: checksumFile(join(dir, DB_FILE)) },
    // No reader has this version: the next build reads all articles for visits.
    register: { readerVersion: 0, visits: 0 },
    previous: name,
  });
  publishGeneration(indexDir, dir);
}

function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
  }
}

/** In order. */
export const MIGRATIONS: readonly Migration[] = [
  {
    to: 2,
    run(indexDir) {
      dropNumberedDrafts(indexDir);
      addRegister(indexDir);
    },
  },
];

/** Raised with each migration. Version 1 is what 0.1.0 wrote, without a version file. */
export const DATA_VERSION = 2;

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
  if (!/^\d+$/u.test(text) || version < 1) {
    throw new IndexError(
      `${path(indexDir)} holds no version number. Write ${DATA_VERSION} into it if this program wrote the folder, or restore a backup.`,
    );
  }
  if (version > DATA_VERSION) {
    throw new IndexError(
      `${indexDir} was written by a newer program (data version ${version}, this one knows ${DATA_VERSION}). Update the program, or set INDEX_DIR to another folder.`,
    );
  }
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
