import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { syncToDisk, writeFileAtomic } from "./durable.ts";

/**
 * An index folder: `generations/<name>/` holds complete generations that are never changed again,
 * `current` names the one in use, `state.db` what people left (feedback), `lock.*` the writer's lock.
 */
const KEPT = 3;
const COMPLETE = /^\d{6,}$/u;
const BUILDING = ".building";

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

/** Makes an empty folder for the next generation and drops what a killed build left. Only with the lock held. */
export function beginGeneration(indexDir: string): { name: string; dir: string } {
  mkdirSync(parentOf(indexDir), { recursive: true });
  for (const entry of readdirSync(parentOf(indexDir))) {
    if (entry.endsWith(BUILDING)) rmSync(join(parentOf(indexDir), entry), { recursive: true });
  }
  const newest = Number(listGenerations(indexDir)[0] ?? 0);
  const name = String(newest + 1).padStart(6, "0");
  const dir = generationDir(indexDir, name) + BUILDING;
  mkdirSync(dir);
  return { name, dir };
}

/** Gives a checked generation its final name and makes it the one in use. */
export function publishGeneration(indexDir: string, name: string): void {
  const dir = generationDir(indexDir, name);
  syncToDisk(dir + BUILDING);
  renameSync(dir + BUILDING, dir);
  syncToDisk(parentOf(indexDir));
  writeFileAtomic(join(indexDir, "current"), `${name}\n`);
}

/** Removes all but the newest three and the one in use. Readers that have an old one open keep it. */
export function pruneGenerations(indexDir: string): void {
  const current = currentGeneration(indexDir);
  for (const name of listGenerations(indexDir).slice(KEPT)) {
    if (name !== current) rmSync(generationDir(indexDir, name), { recursive: true, force: true });
  }
}
