import { existsSync } from "node:fs";
import { unchangedIndex } from "./build.ts";
import { buildAsWanted, type EnsureOptions, ensureIndex, openFitting } from "./ensure-index.ts";
import { activeHold } from "./hold.ts";
import { isProblem } from "./manifest.ts";
import type { IndexCounters } from "./reindexer.ts";
import type { IndexReader } from "./types.ts";

/** How bringing the index up to date with the corpus went. */
export type RefreshOutcome =
  | { readonly kind: "done"; readonly counters: IndexCounters }
  /** The present index is used as it is: another process builds it, it cannot be written, … */
  | { readonly kind: "kept"; readonly reason: string };

/**
 * Brings the index up to date with the corpus and opens it. Where that fails, a present index that fits
 * stays in use: answers from yesterday's articles are better than none. So does one that was rolled back to.
 *
 * @throws {IndexError} Where there is no index that fits and none can be built.
 * @throws {IndexLockedError} Where one has to be built and another process is at it.
 */
export async function refreshIndex(
  options: EnsureOptions,
): Promise<{ readonly reader: IndexReader; readonly outcome: RefreshOutcome }> {
  const { corpusDir } = options;
  if (!existsSync(corpusDir)) {
    const reader = await ensureIndex(options);
    const reason = `There is no corpus folder ${corpusDir}. Set CORPUS_DIR to the folder with the articles.`;
    return { reader, outcome: { kind: "kept", reason } };
  }
  const hold = activeHold(options.indexDir);
  const held = hold === null ? null : openFitting(options);
  if (hold !== null && held !== null && !isProblem(held)) {
    const reason = `The index was rolled back to generation ${hold.generation} by ${hold.by}. Run "npm run -s cli -- index" to bring it up to date with the corpus.`;
    return { reader: held, outcome: { kind: "kept", reason } };
  }
  try {
    const counters = unchangedIndex(options) ?? (await buildAsWanted(options, false));
    return { reader: await ensureIndex(options), outcome: { kind: "done", counters } };
  } catch (error) {
    const reader = openFitting(options);
    if (isProblem(reader)) throw error;
    return { reader, outcome: { kind: "kept", reason: (error as Error).message } };
  }
}
