import {
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { withChangeLock } from "../../articles/corpus/index.ts";
import { z } from "../../config/index.ts";
import { isProblem, localManifest } from "../../index/index.ts";
import {
  acquireLock,
  checksumFile,
  IndexError,
  IndexLockedError,
  openWritable,
  syncToDisk,
} from "../../storage/index.ts";
import { DATA_VERSION } from "./migrations.ts";

/** What is made anew where it is missing, or belongs to a running process. */
const PASSED_OVER =
  /^(?:lock\.(?:db|json)|checksums\.json|corpus-stamps\.json|left-out\.json|generations|backups|version)$|^\.|\.tmp$|\.lock$|-(?:wal|shm|journal)$/u;

/** What a folder holds: paths relative to it, `/` between folders. */
interface FolderContent {
  readonly files: readonly string[];
  /** Links, pipes, sockets and devices: they are not followed, opened or copied. */
  readonly others: readonly string[];
}

/** @param isWanted False: an entry of the folder itself is passed over. */
export function contentOf(
  folder: string,
  isWanted: (name: string) => boolean = () => true,
): FolderContent {
  const files: string[] = [];
  const others: string[] = [];
  const walk = (prefix: string) => {
    for (const name of readdirSync(join(folder, prefix)).sort()) {
      if (prefix === "" && !isWanted(name)) continue;
      const path = prefix + name;
      const found = lstatSync(join(folder, path));
      if (found.isDirectory()) walk(`${path}/`);
      else (found.isFile() ? files : others).push(path);
    }
  };
  if (existsSync(folder)) walk("");
  return { files, others };
}

/** Everything in an index folder but the generations. */
export const stateFiles = (indexDir: string): FolderContent =>
  contentOf(indexDir, (name) => !PASSED_OVER.test(name));

/** Copies a file with its times. */
export function copyFile(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  copyFileSync(from, to);
  const { atime, mtime } = lstatSync(from);
  utimesSync(to, atime, mtime);
}

/** Copies a file; a database as one consistent state, though somebody writes to it. */
export function copyConsistently(from: string, to: string): void {
  if (!from.endsWith(".db")) {
    copyFile(from, to);
    return;
  }
  mkdirSync(dirname(to), { recursive: true });
  const db = openWritable(from, 10_000);
  try {
    db.prepare("VACUUM INTO ?").run(to);
  } finally {
    db.close();
  }
}

const MANIFEST = "backup.json";
const FORMAT = 1;

/** A path inside the backup: under `corpus/` or `index/`, never out of it. */
const insidePath = z
  .string()
  .regex(/^(?:corpus|index)\//u)
  .refine((path) => !path.split(/[\\/]/u).some((part) => part === ".." || part === ""));

const schema = z.object({
  format: z.literal(FORMAT),
  /** ISO 8601. */
  createdAt: z.string().datetime(),
  dataVersion: z.number().int().positive(),
  files: z.record(
    insidePath,
    z.object({ bytes: z.number().int().nonnegative(), sha256: z.string() }),
  ),
});

/** What a backup holds: `files` by path under `corpus/` and `index/`. */
export type BackupManifest = z.infer<typeof schema>;

function describeBackup(dir: string): BackupManifest {
  const files = Object.fromEntries(
    contentOf(dir).files.map((path) => [path, checksumFile(join(dir, path))]),
  );
  return { format: FORMAT, createdAt: new Date().toISOString(), dataVersion: DATA_VERSION, files };
}

/**
 * Reads a backup's list of files and compares every file with it.
 *
 * @throws {IndexError} Naming what is missing, changed, not listed, or of a newer program.
 */
export function verifyBackup(dir: string): BackupManifest {
  const fail = (what: string): never => {
    throw new IndexError(`${dir} cannot be restored: ${what}. Nothing was changed.`);
  };
  if (!lstatSync(join(dir, MANIFEST), { throwIfNoEntry: false })?.isFile())
    fail(`it has no ${MANIFEST}, so it is no whole backup`);
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(join(dir, MANIFEST), "utf8"));
  } catch {
    fail(`${MANIFEST} is not readable`);
  }
  const parsed = schema.safeParse(json);
  if (!parsed.success) return fail(`${MANIFEST} is not a list of a backup that this program reads`);
  const { files, dataVersion } = parsed.data;
  if (dataVersion > DATA_VERSION)
    fail(`a newer program made it (data version ${dataVersion}); update the program`);
  const { files: found, others } = contentOf(dir);
  // A link could make the bot write anywhere.
  for (const path of others) fail(`${path} is a link or no regular file`);
  const present = new Set(found.filter((path) => path !== MANIFEST));
  for (const [path, { sha256 }] of Object.entries(files)) {
    if (!present.delete(path)) fail(`${path} is missing`);
    if (checksumFile(join(dir, path)).sha256 !== sha256)
      fail(`${path} is not the file that was saved (its SHA-256 differs)`);
  }
  for (const path of present) fail(`${path} does not belong to it`);
  return parsed.data;
}

export interface DataFolders {
  readonly corpusDir: string;
  readonly indexDir: string;
}

/** A backup that was made. */
interface Backup extends BackupManifest {
  /** Paths under `corpus/` and `index/` of what is no regular file and was not saved. */
  readonly passedOver: readonly string[];
}

/** The lock of an index folder; waits while somebody writes, for a backup at night must not fail over it. */
async function lockWithin(indexDir: string, who: string, waitMs: number): Promise<() => void> {
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
  if (existsSync(target) && readdirSync(target).length > 0)
    throw new IndexError(`${to} is not empty. Name a new folder for the backup.`);
  if (!existsSync(corpusDir))
    throw new IndexError(
      `There is no corpus folder ${corpusDir}. Set CORPUS_DIR to the folder with the articles.`,
    );
  for (const dir of [corpusDir, indexDir]) {
    if (`${target}/`.startsWith(`${dir}/`))
      throw new IndexError(`${to} lies inside ${dir}, which is to be saved. Name another folder.`);
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
    const current = localManifest(indexDir);
    if (!isProblem(current)) {
      const { dir, generation } = current;
      for (const path of contentOf(dir).files)
        copyFile(join(dir, path), join(index, "generations", generation, path));
    } else if (current.problem !== "none")
      throw new IndexError(`The index in use cannot be saved: ${current.reason}. Build it first.`);
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
