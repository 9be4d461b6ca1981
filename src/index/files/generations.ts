import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { z } from "../../config/index.ts";
import { syncToDisk, writeFileAtomic } from "../../storage/index.ts";
import { isProblem, readManifest } from "./manifest.ts";

/**
 * An index folder: `generations/<name>/` holds complete generations that are never changed again,
 * `generations/*.building` unfinished ones, `current` names the one in use, `state.db` what people left
 * (feedback), `lock.*` the writer's lock.
 */
const KEPT = 3;
const COMPLETE = /^\d{6,}$/u;
const BUILDING = ".building";
const REMOVED = ".removed";

const parentOf = (indexDir: string) => join(indexDir, "generations");

export function generationDir(indexDir: string, name: string): string {
  return join(parentOf(indexDir), name);
}

/** Name of the generation in use, or null where there is none. */
export function currentGeneration(indexDir: string): string | null {
  try {
    const name = readFileSync(join(indexDir, "current"), "utf8").trim();
    return COMPLETE.test(name) && existsSync(generationDir(indexDir, name)) ? name : null;
  } catch {
    return null;
  }
}

/** Names of the complete generations, newest first. */
export function listGenerations(indexDir: string): string[] {
  if (!existsSync(parentOf(indexDir))) return [];
  return readdirSync(parentOf(indexDir))
    .filter((name) => COMPLETE.test(name))
    .sort((a, b) => Number(b) - Number(a));
}

/**
 * What an unfinished generation starts from: nothing, or the one in use. Each has one place, so that
 * small changes between two tries don't cost a long run what it has done.
 */
export type DraftKind = "full" | "changes";

export function draftDir(indexDir: string, kind: DraftKind): string {
  return generationDir(indexDir, kind) + BUILDING;
}

/** Makes an empty folder for the next generation. Only with the lock held. */
export function beginGeneration(indexDir: string, kind: DraftKind): string {
  const dir = draftDir(indexDir, kind);
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(dir, { recursive: true });
  return dir;
}

/** Makes a complete generation the one in use. */
export function switchTo(indexDir: string, name: string): void {
  writeFileAtomic(join(indexDir, "current"), `${name}\n`);
}

/** Gives a checked draft its name and makes it the generation in use. @returns The name. */
export function publishGeneration(indexDir: string, draft: string): string {
  const newest = Number(listGenerations(indexDir)[0] ?? 0);
  const name = String(newest + 1).padStart(6, "0");
  syncToDisk(draft);
  renameSync(draft, generationDir(indexDir, name));
  syncToDisk(parentOf(indexDir));
  switchTo(indexDir, name);
  return name;
}

/**
 * The generation that was in use when another one was built, or, where that is not known or gone, the
 * newest of the older ones; null where there is none.
 */
export function previousGeneration(indexDir: string, name: string): string | null {
  const names = listGenerations(indexDir);
  const manifest = readManifest(generationDir(indexDir, name));
  const parent = isProblem(manifest) ? undefined : manifest.previous;
  if (parent !== undefined && names.includes(parent)) return parent;
  return names.find((other) => Number(other) < Number(name)) ?? null;
}

/**
 * Removes all but three: the one in use and those it can be rolled back to, then the newest. Readers that
 * have an old one open keep it.
 *
 * @param onError Told why one could not be removed; nothing depends on it.
 */
export function pruneGenerations(indexDir: string, onError: (error: unknown) => void): void {
  try {
    removeOld(indexDir);
  } catch (error) {
    onError(error);
  }
}

function removeOld(indexDir: string): void {
  const kept = new Set<string>();
  let name = currentGeneration(indexDir);
  while (name !== null && kept.size < KEPT && !kept.has(name)) {
    kept.add(name);
    name = previousGeneration(indexDir, name);
  }
  for (const other of listGenerations(indexDir)) {
    if (kept.size < KEPT) kept.add(other);
    // Renamed first: a half removed generation must not pass for a whole one.
    if (!kept.has(other))
      renameSync(generationDir(indexDir, other), generationDir(indexDir, other) + REMOVED);
  }
  for (const entry of readdirSync(parentOf(indexDir))) {
    if (entry.endsWith(REMOVED))
      rmSync(join(parentOf(indexDir), entry), { recursive: true, force: true });
  }
}

const FILE = "rolled-back.json";

const schema = z.object({ generation: z.string(), by: z.string(), at: z.string().datetime() });

/**
 * Says that somebody went back to an older generation on purpose. Until the index is built by request, a
 * start leaves it as it is: what the corpus holds is what they went back from.
 */
export type Hold = z.infer<typeof schema>;

/** The roll-back in force, or null; one from which another generation was switched to says nothing. */
export function localHold(indexDir: string): Hold | null {
  try {
    const hold = schema.parse(JSON.parse(readFileSync(join(indexDir, FILE), "utf8")));
    return hold.generation === currentGeneration(indexDir) ? hold : null;
  } catch {
    return null;
  }
}

export function holdGeneration(indexDir: string, hold: Hold): void {
  writeFileAtomic(join(indexDir, FILE), `${JSON.stringify(hold)}\n`);
}

export function releaseHold(indexDir: string): void {
  rmSync(join(indexDir, FILE), { force: true });
}
