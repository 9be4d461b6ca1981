import { hasChanges } from "./database.ts";
import { currentGeneration, generationDir, listGenerations } from "./generations.ts";
import { IndexError } from "./index-error.ts";
import { knownChecksums } from "./known-checksums.ts";
import {
  CHANGES_FILE,
  checkFile,
  DB_FILE,
  isProblem,
  type Manifest,
  readManifest,
  VECTORS_FILE,
} from "./manifest.ts";

/** The generation that a build starts from: its databases are whole, its vector file may not be. */
export interface Base {
  readonly name: string;
  readonly dir: string;
  readonly manifest: Manifest;
  readonly isCurrent: boolean;
  readonly vectorsOk: boolean;
}

/**
 * Finds what the next generation can start from: the one in use, or else the newest whose database is
 * as it was written, or null.
 *
 * @throws {IndexError} Where the one in use is of a newer program.
 */
export function findBase(indexDir: string): Base | null {
  const current = currentGeneration(indexDir);
  const checksum = knownChecksums(indexDir);
  const names = listGenerations(indexDir).filter((name) => name !== current);
  for (const name of current === null ? names : [current, ...names]) {
    const dir = generationDir(indexDir, name);
    const manifest = readManifest(dir);
    const isCurrent = name === current;
    if (isProblem(manifest)) {
      if (isCurrent && manifest.problem === "newer-format") {
        throw new IndexError(
          `${indexDir}: ${manifest.reason}. Update the program, or set INDEX_DIR to another folder.`,
        );
      }
      continue;
    }
    if (checkFile(dir, manifest, DB_FILE, checksum) !== null) continue;
    if (hasChanges(manifest) && checkFile(dir, manifest, CHANGES_FILE, checksum) !== null) continue;
    const vectorsOk = checkFile(dir, manifest, VECTORS_FILE, checksum) === null;
    return { name, dir, manifest, isCurrent, vectorsOk };
  }
  return null;
}
