import { existsSync } from "node:fs";
import { CHUNK_DEFAULTS, chunkFingerprint } from "../ingest/chunk.ts";
import { INGEST_VERSION } from "../ingest/version.ts";
import { findBase } from "./base.ts";
import { type BuildOptions, buildIndex } from "./build.ts";
import { IndexError } from "./index-error.ts";
import { isProblem } from "./manifest.ts";
import { openIndex } from "./open-index.ts";
import type { IndexReader } from "./types.ts";

/**
 * Opens the index, building it first where there is none or where it does not fit the model, the
 * settings or the program: from the corpus, or, where the corpus folder is not there, by embedding the
 * stored articles again.
 *
 * @throws {IndexError} Where there is nothing to build from, or the index is of a newer program.
 * @throws {IndexLockedError} Where it has to be built and another process is at it.
 */
export async function ensureIndex(
  options: BuildOptions & { readonly corpusDir: string },
): Promise<IndexReader> {
  const { indexDir, embedder, logger } = options;
  const hasCorpus = existsSync(options.corpusDir);
  const expected = {
    embedderFingerprint: embedder.fingerprint,
    chunkFingerprint: chunkFingerprint(options.chunkOptions ?? CHUNK_DEFAULTS),
    ingestVersion: hasCorpus ? INGEST_VERSION : undefined,
  };
  const found = openIndex(indexDir, expected);
  if (!isProblem(found)) return found;
  if (found.problem !== "none") logger?.warn({ problem: found }, "the index is built again");
  if (!hasCorpus && findBase(indexDir) === null) {
    throw new IndexError(
      `There is no index in ${indexDir} and no corpus folder ${options.corpusDir} to build it from. Set CORPUS_DIR to the folder with the articles.`,
    );
  }
  await buildIndex({ ...options, corpusDir: hasCorpus ? options.corpusDir : null });
  const built = openIndex(indexDir, expected);
  if (isProblem(built)) throw new IndexError(`The new index cannot be used: ${built.reason}.`);
  return built;
}
