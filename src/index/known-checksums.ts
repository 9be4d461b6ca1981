import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { z } from "../config/schema.ts";
import { checksumFile } from "./checksum.ts";
import { writeFileAtomic } from "./durable.ts";

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
