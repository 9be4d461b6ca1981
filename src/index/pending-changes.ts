import { findBase } from "./base.ts";
import { openBaseFiles } from "./base-files.ts";
import { planFromCorpus } from "./plan.ts";

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
    return toRead.length + gone.length > 0 || base?.vectorsOk !== true;
  } finally {
    stored.close();
  }
}
