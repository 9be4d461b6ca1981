import { existsSync } from "node:fs";
import { join } from "node:path";
import {
  type Base,
  CHANGES_FILE,
  currentGeneration,
  currentManifest,
  type DatabasePlace,
  DB_FILE,
  generationDir,
  generationName,
  hasChanges,
  type IndexPlace,
  isProblem,
  listGenerations,
  type Manifest,
  openBaseFiles,
  publishedFiles,
  publishedGenerations,
  readManifest,
  served,
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

/** A generation with the hashes of the files that it holds, by path. */
interface HeldFiles {
  readonly name: string;
  readonly manifest: Manifest;
  readonly files: ReadonlyMap<string, string>;
}

/**
 * The complete generations, newest first; those that cannot be read are left out.
 *
 * @throws {DatabaseError} Where they lie in a database that cannot be asked.
 */
export function keptGenerations(place: IndexPlace): KeptGeneration[] {
  const [current, list] = typeof place === "string" ? localFiles(place) : databaseFiles(place);
  const now = list.find(({ name }) => name === current)?.files ?? new Map<string, string>();
  // What is in use cannot be read: nothing can be compared with it.
  if (current !== null && !list.some(({ name }) => name === current)) return [];
  return list.map(({ name, manifest, files }) => {
    const paths = [...files.keys()];
    return {
      name,
      builtAt: manifest.builtAt,
      articles: manifest.counts.articles,
      isCurrent: name === current,
      without: [...now.keys()].filter((path) => !files.has(path)).length,
      again: paths.filter((path) => !now.has(path)).length,
      otherwise: paths.filter((path) => now.has(path) && now.get(path) !== files.get(path)).length,
    };
  });
}

function localFiles(indexDir: string): [current: string | null, list: HeldFiles[]] {
  const list = listGenerations(indexDir).flatMap((name) => {
    const found = filesOf(indexDir, name);
    return found === null ? [] : [{ name, ...found }];
  });
  return [currentGeneration(indexDir), list];
}

function databaseFiles(place: DatabasePlace): [current: string | null, list: HeldFiles[]] {
  const current = currentManifest(place);
  const list = publishedGenerations(served(place)).map(({ generation, manifest }) => ({
    name: generationName(generation),
    manifest,
    files: publishedFiles(served(place), generation),
  }));
  return [isProblem(current) ? null : current.generation, list];
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
