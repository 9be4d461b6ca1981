import { type CorpusFile, type CorpusListing, listCorpus } from "../ingest/corpus-files.ts";
import type { BaseFiles } from "./base-files.ts";
import { openStamps } from "./corpus-stamps.ts";
import { IndexError } from "./index-error.ts";
import type { IndexFailure } from "./reindexer.ts";

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

export interface CompareOptions {
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
