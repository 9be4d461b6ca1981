import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { withChangeLock } from "../corpus/change-lock.ts";
import { currentManifest } from "../index/current-manifest.ts";
import { syncToDisk } from "../index/durable.ts";
import { IndexError } from "../index/index-error.ts";
import { acquireLock, IndexLockedError } from "../index/lock.ts";
import { isProblem } from "../index/manifest.ts";
import { type BackupManifest, describeBackup, MANIFEST } from "./backup-manifest.ts";
import { contentOf, copyConsistently, copyFile, stateFiles } from "./small-files.ts";

export interface DataFolders {
  readonly corpusDir: string;
  readonly indexDir: string;
}

/** A backup that was made. */
export interface Backup extends BackupManifest {
  /** Paths under `corpus/` and `index/` of what is no regular file and was not saved. */
  readonly passedOver: readonly string[];
}

/** The lock of an index folder; waits while somebody writes, for a backup at night must not fail over it. */
export async function lockWithin(
  indexDir: string,
  who: string,
  waitMs: number,
): Promise<() => void> {
  const deadline = performance.now() + waitMs;
  for (;;) {
    try {
      return acquireLock(indexDir, who);
    } catch (error) {
      if (!(error instanceof IndexLockedError) || performance.now() > deadline) throw error;
      await sleep(500);
    }
  }
}

/**
 * Saves corpus, the generation in use and what people left, as they are at one moment, while the bot runs.
 * Nobody else can change corpus or index meanwhile; questions are answered.
 *
 * @param to A folder that does not exist or is empty; it appears when the backup is whole.
 * @param waitMs How long to wait for a build under way.
 * @returns What was saved, and what was not: links and the like, which may lead anywhere.
 * @throws {IndexError} Where the folder is in use, or the index in use is damaged.
 * @throws {IndexLockedError} Where the index is still being built after that time.
 */
export async function backUp(
  { corpusDir, indexDir }: DataFolders,
  to: string,
  waitMs = 60_000,
): Promise<Backup> {
  const target = resolve(to);
  if (existsSync(target) && readdirSync(target).length > 0) {
    throw new IndexError(`${to} is not empty. Name a new folder for the backup.`);
  }
  if (!existsSync(corpusDir)) {
    throw new IndexError(
      `There is no corpus folder ${corpusDir}. Set CORPUS_DIR to the folder with the articles.`,
    );
  }
  for (const dir of [corpusDir, indexDir]) {
    if (`${target}/`.startsWith(`${dir}/`)) {
      throw new IndexError(`${to} lies inside ${dir}, which is to be saved. Name another folder.`);
    }
  }
  mkdirSync(dirname(target), { recursive: true });
  const partial = join(dirname(target), `.${basename(target)}.partial`);
  const passedOver: string[] = [];
  const unlock = await lockWithin(indexDir, "the backup", waitMs);
  try {
    rmSync(partial, { recursive: true, force: true });
    const index = join(partial, "index");
    mkdirSync(index, { recursive: true });
    // Articles and the log of their changes as of one moment.
    withChangeLock(indexDir, () => {
      const articles = contentOf(corpusDir);
      const state = stateFiles(indexDir);
      for (const path of articles.files)
        copyFile(join(corpusDir, path), join(partial, "corpus", path));
      for (const path of state.files) copyConsistently(join(indexDir, path), join(index, path));
      passedOver.push(
        ...articles.others.map((path) => `corpus/${path}`),
        ...state.others.map((path) => `index/${path}`),
      );
    });
    const current = currentManifest(indexDir);
    if (!isProblem(current)) {
      const { dir, generation } = current;
      for (const path of contentOf(dir).files)
        copyFile(join(dir, path), join(index, "generations", generation, path));
    } else if (current.problem !== "none") {
      throw new IndexError(`The index in use cannot be saved: ${current.reason}. Build it first.`);
    }
    const manifest = describeBackup(partial);
    const json = `${JSON.stringify(manifest, null, 2)}\n`;
    writeFileSync(join(partial, MANIFEST), json, { flush: true });
    syncToDisk(partial);
    if (existsSync(target)) rmSync(target, { recursive: true });
    renameSync(partial, target);
    return { ...manifest, passedOver };
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    throw error;
  } finally {
    unlock();
  }
}
