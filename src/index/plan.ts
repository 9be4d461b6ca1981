import { readdirSync } from "node:fs";
import { join, relative } from "node:path";
import type { BaseFiles } from "./base-files.ts";
import { readCorpusFile } from "./corpus-file.ts";
import type { IndexFailure } from "./reindexer.ts";

/** What a build has to do with each file. Paths are those of the corpus. */
export interface Plan {
  /** As the base has them. */
  readonly kept: readonly string[];
  /** New, or not as the base has them. */
  readonly toRead: readonly string[];
  /** In the base, and not in the corpus any more. */
  readonly gone: readonly string[];
  /** Files that cannot be read. */
  readonly failures: readonly IndexFailure[];
}

function listing(dir: string): { files: string[]; failures: IndexFailure[] } {
  return {
    files: readdirSync(dir, { recursive: true, withFileTypes: true })
      .filter((e) => e.isFile())
      .map((e) => relative(dir, join(e.parentPath, e.name)))
      .sort(),
    failures: [],
  };
}

/**
 * Compares the corpus with the base by content: modification times lie after a copy or a checkout.
 *
 * @param reuse False: every file is read again.
 * @throws {IndexError} Where the corpus folder cannot be listed.
 */
export function planFromCorpus(
  corpusDir: string,
  stored: BaseFiles["hashes"],
  reuse: boolean,
  onFile: (done: number, total: number) => void,
): Plan {
  const { files, failures } = listing(corpusDir);
  const kept: string[] = [];
  const toRead: string[] = [];
  for (const [i, path] of files.entries()) {
    const known = reuse ? stored.get(path) : undefined;
    const content = known === undefined ? null : readCorpusFile(corpusDir, path);
    (content?.ok && content.sha256 === known ? kept : toRead).push(path);
    onFile(i + 1, files.length);
  }
  const present = new Set(files);
  return { kept, toRead, gone: [...stored.keys()].filter((path) => !present.has(path)), failures };
}

/** Everything as the base has it: for embedding again where the corpus is not at hand. */
export function planFromBase(stored: BaseFiles["hashes"]): Plan {
  return { kept: [...stored.keys()], toRead: [], gone: [], failures: [] };
}
