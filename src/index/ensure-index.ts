import { existsSync } from "node:fs";
import { CHUNK_DEFAULTS, chunkFingerprint } from "../ingest/chunk.ts";
import { INGEST_VERSION } from "../ingest/version.ts";
import { REGISTER_READER_VERSION } from "../register/read/version.ts";
import { findBase } from "./base.ts";
import { type BuildOptions, buildIndex } from "./build.ts";
import { IndexError } from "./index-error.ts";
import { isProblem } from "./manifest.ts";
import { type IndexExpectation, openIndex } from "./open-index.ts";
import type { IndexCounters } from "./reindexer.ts";
import type { IndexProblem, IndexReader } from "./types.ts";

export type EnsureOptions = BuildOptions & {
  readonly corpusDir: string;
  /** How it is built, from the corpus or from the articles stored in the present index; default: in this process. */
  readonly build?: (fromStored: boolean) => Promise<IndexCounters>;
};

/** Builds as the options say. */
export function buildAsWanted(options: EnsureOptions, fromStored: boolean): Promise<IndexCounters> {
  const { build, ...rest } = options;
  if (build) return build(fromStored);
  return buildIndex({ ...rest, corpusDir: fromStored ? null : rest.corpusDir });
}

/** What a fitting index was built with. Without a corpus, stored articles stay as they were read. */
function expectation({ embedder, chunkOptions, corpusDir }: EnsureOptions): IndexExpectation {
  return {
    embedderFingerprint: embedder.fingerprint,
    chunkFingerprint: chunkFingerprint(chunkOptions ?? CHUNK_DEFAULTS),
    ingestVersion: existsSync(corpusDir) ? INGEST_VERSION : undefined,
    registerReaderVersion: REGISTER_READER_VERSION,
  };
}

/** Opens the index where it fits the model, the settings and the program; else says why it does not. */
export function openFitting(options: EnsureOptions): IndexReader | IndexProblem {
  return openIndex(options.indexDir, expectation(options));
}

/**
 * Opens the index, building it first where there is none or where it does not fit the model, the
 * settings or the program: from the corpus, or, where the corpus folder is not there, by embedding the
 * stored articles again.
 *
 * @throws {IndexError} Where there is nothing to build from, or the index is of a newer program.
 * @throws {IndexLockedError} Where it has to be built and another process is at it.
 */
export async function ensureIndex(options: EnsureOptions): Promise<IndexReader> {
  const { indexDir, logger } = options;
  const hasCorpus = existsSync(options.corpusDir);
  const found = openFitting(options);
  if (!isProblem(found)) return found;
  if (found.problem !== "none") logger?.warn({ problem: found }, "the index is built again");
  if (!hasCorpus && findBase(indexDir) === null) {
    throw new IndexError(
      `There is no index in ${indexDir} and no corpus folder ${options.corpusDir} to build it from. Set CORPUS_DIR to the folder with the articles.`,
    );
  }
  await buildAsWanted(options, !hasCorpus);
  const built = openFitting(options);
  if (isProblem(built)) throw new IndexError(`The new index cannot be used: ${built.reason}.`);
  return built;
}
