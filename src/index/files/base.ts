import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { z } from "../../config/index.ts";
import type { Article } from "../../model/index.ts";
import { checksumFile, IndexError, openImmutable, writeFileAtomic } from "../../storage/index.ts";
import { ARTICLE_COLUMNS, articleOf } from "../read/stored-rows.ts";
import { currentGeneration, generationDir, listGenerations } from "./generations.ts";
import {
  CHANGES_FILE,
  checkFile,
  DB_FILE,
  isProblem,
  type Manifest,
  readManifest,
  VECTORS_FILE,
} from "./manifest.ts";
import { hasChanges, openDatabase } from "./schema.ts";

/** Smaller files are hashed each time: it takes a few milliseconds. */
const REMEMBERED_FROM_BYTES = 16 << 20;
const FILE = "checksums.json";

/** By stamp of the file. */
const schema = z.record(z.string(), z.object({ sha256: z.string(), checkedAt: z.number() }));

/** Changes whenever a file is written, truncated, or replaced by another one. */
function stampOf(path: string): string {
  const { dev, ino, size, mtimeNs } = statSync(path, { bigint: true });
  return `${dev}-${ino}-${size}-${mtimeNs}`;
}

function read(path: string): z.infer<typeof schema> {
  try {
    return schema.parse(JSON.parse(readFileSync(path, "utf8")));
  } catch {
    return {};
  }
}

/**
 * SHA-256 of large files, remembered for as long as nothing writes to them, so that opening an index of a
 * gigabyte doesn't read it whole each time. It is a cache: without it, or where it cannot be written, files
 * are hashed. What no program wrote (a failing disk) is found by `doctor`, which hashes always.
 *
 * @param indexDir Folder of the index, where the cache is kept.
 * @returns Gives the SHA-256 (hex) of a file.
 */
export function knownChecksums(indexDir: string): (path: string) => string {
  const cache = join(indexDir, FILE);
  return (path) => {
    const stamp = stampOf(path);
    if (statSync(path).size < REMEMBERED_FROM_BYTES) return checksumFile(path).sha256;
    const known = read(cache);
    // By stamp, not by path: a generation has files of an earlier one as links, and is renamed when complete.
    const found = known[stamp];
    if (found) return found.sha256;
    const { sha256 } = checksumFile(path);
    remember(cache, { ...known, [stamp]: { sha256, checkedAt: Date.now() } });
    return sha256;
  };
}

/** More than the files of all generations kept. */
const MAX_ENTRIES = 20;

function remember(cache: string, entries: z.infer<typeof schema>): void {
  const newest = Object.entries(entries)
    .sort(([, a], [, b]) => b.checkedAt - a.checkedAt)
    .slice(0, MAX_ENTRIES);
  try {
    writeFileAtomic(cache, `${JSON.stringify(Object.fromEntries(newest))}\n`);
  } catch {
    // A folder that cannot be written: the next time hashes again.
  }
}

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
      if (isCurrent && manifest.problem === "newer-format")
        throw new IndexError(
          `${indexDir}: ${manifest.reason}. Update the program, or set INDEX_DIR to another folder.`,
        );
      continue;
    }
    if (checkFile(dir, manifest, DB_FILE, checksum) !== null) continue;
    if (hasChanges(manifest) && checkFile(dir, manifest, CHANGES_FILE, checksum) !== null) continue;
    const vectorsOk = checkFile(dir, manifest, VECTORS_FILE, checksum) === null;
    return { name, dir, manifest, isCurrent, vectorsOk };
  }
  return null;
}

/** What the base holds of the corpus. */
export interface BaseFiles {
  /** SHA-256 of each indexed file by path. */
  readonly hashes: ReadonlyMap<string, string>;
  /** How many files were added, changed or removed since its older part was written; 0 where it has one part. */
  readonly changed: number;
  /** The stored articles of a file, the article before its briefs. */
  articles(path: string): Article[];
  /** Id and title of `count` articles, evenly spread. */
  titles(count: number): { readonly id: string; readonly title: string }[];
  /** Path of the file that an article id belongs to, or null. */
  ownerOf(articleId: string): string | null;
  close(): void;
}

/**
 * @param base Null: nothing is stored.
 * @param olderPart Whether to leave its changes out.
 */
export function openBaseFiles(base: Base | null, olderPart = false): BaseFiles {
  if (base === null) {
    const none = { articles: () => [], titles: () => [], ownerOf: () => null, close: () => {} };
    return { hashes: new Map(), changed: 0, ...none };
  }
  const layered = hasChanges(base.manifest) && !olderPart;
  const db = layered
    ? openDatabase(base.dir, base.manifest)
    : openImmutable(join(base.dir, DB_FILE));
  const changed = layered
    ? db.prepare(
        `SELECT count(*) FROM
           (SELECT path FROM main.files UNION SELECT path FROM main.removed_files)`,
      )
    : null;
  const articles = db.prepare(
    `SELECT ${ARTICLE_COLUMNS} FROM articles WHERE path = ? ORDER BY part_of IS NOT NULL, id`,
  );
  const owner = db.prepare("SELECT path FROM articles WHERE id = ?");
  const files = db.prepare("SELECT path, sha256 FROM files").all() as [string, string][];
  return {
    hashes: new Map(files),
    changed: (changed?.get()?.[0] as number | undefined) ?? 0,
    articles: (path) => articles.all(path).map(articleOf),
    titles(count) {
      const ids = db
        .prepare("SELECT id, title FROM articles WHERE part_of IS NULL ORDER BY id")
        .all();
      const step = Math.max(1, ids.length / count);
      return Array.from({ length: Math.min(count, ids.length) }, (_, i) => {
        const [id, title] = ids[Math.floor(i * step)] as [string, string];
        return { id, title };
      });
    },
    ownerOf: (articleId) => (owner.get(articleId)?.[0] as string | undefined) ?? null,
    close: () => db.close(),
  };
}
