import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { type CorpusFile, type CorpusListing, listCorpus } from "../articles/parse/index.ts";
import { type BaseFiles, findBase, openBaseFiles } from "../index/index.ts";
import type { IndexFailure } from "../model/index.ts";
import { IndexError, writeFileAtomic } from "../storage/index.ts";
import { readCorpusFile } from "./corpus-file.ts";
import { correctionLinesOf } from "./register-draft.ts";

const FILE = "corpus-stamps.json";
/** A file that changed this shortly before it was read may change again under the same time. */
const SETTLED_MS = 2_000;

type Entry = readonly [stamp: string, sha256: string];

function read(path: string): Record<string, Entry> {
  try {
    const found = JSON.parse(readFileSync(path, "utf8"));
    return typeof found === "object" && found !== null ? found : {};
  } catch {
    return {};
  }
}

/** @param indexDir Folder of the index, where the cache is kept. */
function openStamps(indexDir: string) {
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
    /** SHA-256 (hex) of a file; null where it cannot be read. */
    sha256(file: CorpusFile): string | null {
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
    /** Keeps what was learned; an index folder that cannot be written does no harm. */
    save(): void {
      if (!isNew && seen.size === known.size) return;
      try {
        writeFileAtomic(cache, JSON.stringify(Object.fromEntries(seen)));
      } catch {
        // Hashed again the next time.
      }
    },
  };
}

/** What a build has to do with each file. Paths are those of the corpus. */
export interface Plan {
  /** As the base has them. */
  readonly kept: readonly string[];
  /** New, or not as the base has them. */
  readonly toRead: readonly CorpusFile[];
  /** In the base, and not in the corpus any more. */
  readonly gone: readonly string[];
  /** Files that cannot be read. */
  readonly failures: readonly IndexFailure[];
}

function listing(corpusDir: string): CorpusListing {
  try {
    return listCorpus(corpusDir);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? (error as Error).message;
    throw new IndexError(
      `The corpus folder ${corpusDir} cannot be read (${code}). Set CORPUS_DIR to the folder with the articles.`,
    );
  }
}

interface CompareOptions {
  readonly corpusDir: string;
  /** Where it is kept which files were hashed already. */
  readonly indexDir: string;
  /** SHA-256 by path of what is indexed. */
  readonly stored: BaseFiles["hashes"];
  /** False: every file is read again. */
  readonly reuse: boolean;
  /** Files that are read again in any case. */
  readonly again?: ReadonlySet<string>;
}

/**
 * Compares the corpus with the base by content.
 *
 * @throws {IndexError} Where the corpus folder cannot be listed.
 */
export function planFromCorpus(
  { corpusDir, indexDir, stored, reuse, again }: CompareOptions,
  onFile: (done: number, total: number) => void,
): Plan {
  const { files, skipped } = listing(corpusDir);
  const stamps = openStamps(indexDir);
  const kept: string[] = [];
  const toRead: CorpusFile[] = [];
  for (const [i, file] of files.entries()) {
    const known = reuse && !again?.has(file.path) ? stored.get(file.path) : undefined;
    if (known !== undefined && stamps.sha256(file) === known) kept.push(file.path);
    else toRead.push(file);
    onFile(i + 1, files.length);
  }
  stamps.save();
  const present = new Set(files.map(({ path }) => path));
  const gone = [...stored.keys()].filter((path) => !present.has(path));
  return { kept, toRead, gone, failures: skipped.map(({ path, reason }) => ({ path, reason })) };
}

/** Everything as the base has it: for embedding again where the corpus is not at hand. */
export function planFromBase(stored: BaseFiles["hashes"]): Plan {
  return { kept: [...stored.keys()], toRead: [], gone: [], failures: [] };
}

/**
 * True where the corpus holds something else than the index in use. Files that could not be read at the last
 * build are looked at again.
 *
 * @throws {IndexError} Where the corpus folder cannot be listed.
 */
export function hasPendingChanges(indexDir: string, corpusDir: string): boolean {
  const base = findBase(indexDir);
  const stored = openBaseFiles(base);
  try {
    const { toRead, gone } = planFromCorpus(
      { corpusDir, indexDir, stored: stored.hashes, reuse: true },
      () => {},
    );
    return (
      toRead.length + gone.length > 0 ||
      base?.vectorsOk !== true ||
      !correctionLinesOf(corpusDir, base).areSame
    );
  } finally {
    stored.close();
  }
}

/** Share of changed files from which on the changes are put into a copy. */
const MAX_CHANGED_SHARE = 0.1;

/** Whether so many files are changed, with those that were `changed` before, that they no longer lie beside the index. */
export function changesMuch({ kept, toRead, gone }: Plan, changed: number): boolean {
  const now = toRead.length + gone.length;
  return now > 0 && (changed + now) / (kept.length + toRead.length) > MAX_CHANGED_SHARE;
}
