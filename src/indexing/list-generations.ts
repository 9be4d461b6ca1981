import { existsSync } from "node:fs";
import { join } from "node:path";
import {
  type Base,
  CHANGES_FILE,
  currentGeneration,
  DB_FILE,
  generationDir,
  hasChanges,
  isProblem,
  listGenerations,
  openBaseFiles,
  readManifest,
} from "../index/index.ts";

/** A generation that can be gone back to, and what the index would hold otherwise than now. */
export interface KeptGeneration {
  readonly name: string;
  /** ISO 8601. */
  readonly builtAt: string;
  readonly articles: number;
  readonly isCurrent: boolean;
  /** Files that the index in use holds and this one does not; the other way round; held by both with other content. */
  readonly without: number;
  readonly again: number;
  readonly otherwise: number;
}

/** The complete generations, newest first; those that cannot be read are left out. */
export function keptGenerations(indexDir: string): KeptGeneration[] {
  const current = currentGeneration(indexDir);
  const now = current === null ? new Map<string, string>() : filesOf(indexDir, current)?.files;
  return listGenerations(indexDir).flatMap((name) => {
    const found = filesOf(indexDir, name);
    if (found === null || now === undefined) return [];
    const { manifest, files } = found;
    const paths = [...files.keys()];
    return [
      {
        name,
        builtAt: manifest.builtAt,
        articles: manifest.counts.articles,
        isCurrent: name === current,
        without: [...now.keys()].filter((path) => !files.has(path)).length,
        again: paths.filter((path) => !now.has(path)).length,
        otherwise: paths.filter((path) => now.has(path) && now.get(path) !== files.get(path))
          .length,
      },
    ];
  });
}

/** Hashes of the files that a generation holds; null where it cannot be read. */
function filesOf(indexDir: string, name: string) {
  const dir = generationDir(indexDir, name);
  const manifest = readManifest(dir);
  if (isProblem(manifest) || !existsSync(join(dir, DB_FILE))) return null;
  if (hasChanges(manifest) && !existsSync(join(dir, CHANGES_FILE))) return null;
  const base: Base = { name, dir, manifest, isCurrent: false, vectorsOk: true };
  try {
    const stored = openBaseFiles(base);
    try {
      return { manifest, files: stored.hashes };
    } finally {
      stored.close();
    }
  } catch {
    return null;
  }
}
