import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { CorpusFile } from "../ingest/corpus-files.ts";
import { readCorpusFile } from "./corpus-file.ts";
import { writeFileAtomic } from "./durable.ts";

const FILE = "corpus-stamps.json";
/** A file that changed this shortly before it was read may change again under the same time. */
const SETTLED_MS = 2_000;

type Entry = readonly [stamp: string, sha256: string];

/**
 * Content hashes of corpus files, without reading those that nothing touched since they were hashed. A
 * modification time alone lies after a copy or a checkout; the time of the last change of the file's entry
 * and its number on the disk do not. It is a cache: without it every file is read.
 */
export interface CorpusStamps {
  /** SHA-256 (hex) of a file; null where it cannot be read. */
  sha256(file: CorpusFile): string | null;
  /** Keeps what was learned; an index folder that cannot be written does no harm. */
  save(): void;
}

function read(path: string): Record<string, Entry> {
  try {
    const found = JSON.parse(readFileSync(path, "utf8"));
    return typeof found === "object" && found !== null ? found : {};
  } catch {
    return {};
  }
}

/** @param indexDir Folder of the index, where the cache is kept. */
export function openStamps(indexDir: string): CorpusStamps {
  const cache = join(indexDir, FILE);
  const known = new Map(Object.entries(read(cache)));
  const seen = new Map<string, Entry>();
  let isNew = false;

  function settledStamp(path: string): string | null {
    try {
      const { dev, ino, size, mtimeMs, ctimeMs } = statSync(path);
      if (Date.now() - Math.max(mtimeMs, ctimeMs) < SETTLED_MS) return null;
      return `${dev}-${ino}-${size}-${mtimeMs}-${ctimeMs}`;
    } catch {
      return null;
    }
  }

  return {
    sha256(file) {
      const stamp = settledStamp(file.absolutePath);
      const entry = known.get(file.absolutePath);
      if (stamp !== null && entry?.[0] === stamp) {
        seen.set(file.absolutePath, entry);
        return entry[1];
      }
      const content = readCorpusFile(file);
      if (!content.ok) return null;
      if (stamp !== null) {
        seen.set(file.absolutePath, [stamp, content.sha256]);
        isNew = true;
      }
      return content.sha256;
    },
    save() {
      if (!isNew && seen.size === known.size) return;
      try {
        writeFileAtomic(cache, JSON.stringify(Object.fromEntries(seen)));
      } catch {
        // Hashed again the next time.
      }
    },
  };
}
