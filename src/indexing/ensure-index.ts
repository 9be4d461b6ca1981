import { existsSync } from "node:fs";
import {
  activeHold,
  findBase,
  type IndexExpectation,
  type IndexPlace,
  isProblem,
  openBaseFiles,
  openIndex,
} from "../index/index.ts";
import {
  CHUNK_DEFAULTS,
  chunkFingerprint,
  INGEST_VERSION,
  type IndexCounters,
  type IndexProblem,
  type IndexReader,
  REGISTER_READER_VERSION,
} from "../model/index.ts";
import { acquireLock, IndexError } from "../storage/index.ts";
import type { BuildOptions, BuildResult } from "./build-options.ts";
import { BuildRun } from "./build-run.ts";
import { isPublished, mayIndex } from "./publish-index.ts";
import { noteDataVersion } from "./upkeep/migrations.ts";

/**
 * What a build would give where there is nothing to do, found by comparing alone; null: something has changed, or may
 * have. Takes no lock and reads no article, so that a start with an unchanged corpus needs no process for it.
 */
function unchangedIndex(options: BuildOptions): BuildResult | null {
  if (options.full || (options.again?.length ?? 0) > 0) return null;
  const base = findBase(options.indexDir);
  const stored = openBaseFiles(base);
  try {
    return new BuildRun(options, base, stored).unchanged();
  } finally {
    stored.close();
  }
}

/**
 * Brings the index up to date with the corpus, in a new generation beside the present one, which is
 * switched in after a self-check. Unchanged articles keep their chunks and vectors. Where nothing
 * changed there is no new generation.
 *
 * @throws {IndexLockedError} Where another build is under way.
 * @throws {IndexError} Where the corpus cannot be listed, the self-check fails, or the index is of a newer program.
 */
export async function buildIndex(options: BuildOptions): Promise<BuildResult> {
  const unlock = acquireLock(options.indexDir, options.startedBy);
  try {
    noteDataVersion(options.indexDir);
    const base = findBase(options.indexDir);
    const stored = openBaseFiles(base);
    try {
      return await new BuildRun(options, base, stored).run();
    } finally {
      stored.close();
    }
  } finally {
    unlock();
  }
}

export type EnsureOptions = BuildOptions & {
  readonly corpusDir: string;
  /** Where the index that answers lies; default: `indexDir`. */
  readonly place?: IndexPlace;
  /** How it is built, from the corpus or from the articles stored in the present index; default: in this process. */
  readonly build?: (fromStored: boolean) => Promise<IndexCounters>;
};

/** Builds as the options say. */
function buildAsWanted(options: EnsureOptions, fromStored: boolean): Promise<IndexCounters> {
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

const placeOf = ({ place, indexDir }: EnsureOptions): IndexPlace => place ?? indexDir;

/** Opens the index where it fits the model, the settings and the program; else says why it does not. */
function openFitting(options: EnsureOptions): IndexReader | IndexProblem {
  return openIndex(placeOf(options), expectation(options));
}

/**
 * Opens the index, building it first where there is none or where it does not fit the model, the
 * settings or the program: from the corpus, or, where the corpus folder is not there, by embedding the
 * stored articles again.
 *
 * @throws {IndexError} Where there is nothing to build from, or the index is of a newer program.
 * @throws {IndexLockedError} Where it has to be built and another process is at it.
 * @throws {DatabaseError} Where it lies in a database that cannot be asked.
 */
export async function ensureIndex(options: EnsureOptions): Promise<IndexReader> {
  const { indexDir, logger } = options;
  const hasCorpus = existsSync(options.corpusDir);
  const found = openFitting(options);
  if (!isProblem(found)) return found;
  const place = placeOf(options);
  if (!mayIndex(place))
    throw new IndexError(
      `The index in the database cannot be used: ${found.reason}. This process only reads it (DATABASE_URL is not set): index where DATABASE_URL is set, with the same EMBEDDING_MODEL.`,
    );
  if (found.problem !== "none") logger?.warn({ problem: found }, "the index is built again");
  if (!hasCorpus && findBase(indexDir) === null)
    throw new IndexError(
      `There is no index in ${indexDir} and no corpus folder ${options.corpusDir} to build it from. Set CORPUS_DIR to the folder with the articles.`,
    );
  await buildAsWanted(options, !hasCorpus);
  const built = openFitting(options);
  if (isProblem(built)) throw new IndexError(`The new index cannot be used: ${built.reason}.`);
  return built;
}

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
  const place = placeOf(options);
  if (!mayIndex(place)) {
    const reason = "This process only reads the index in the database: DATABASE_URL is not set.";
    return { reader: await ensureIndex(options), outcome: { kind: "kept", reason } };
  }
  if (!existsSync(corpusDir)) {
    const reader = await ensureIndex(options);
    const reason = `There is no corpus folder ${corpusDir}. Set CORPUS_DIR to the folder with the articles.`;
    return { reader, outcome: { kind: "kept", reason } };
  }
  const hold = activeHold(place);
  const held = hold === null ? null : openFitting(options);
  if (hold !== null && held !== null && !isProblem(held)) {
    const reason = `The index was rolled back to generation ${hold.generation} by ${hold.by}. Run "npm run -s cli -- index" to bring it up to date with the corpus.`;
    return { reader: held, outcome: { kind: "kept", reason } };
  }
  try {
    const unchanged = isPublished(place, options.indexDir) ? unchangedIndex(options) : null;
    const counters = unchanged ?? (await buildAsWanted(options, false));
    return { reader: await ensureIndex(options), outcome: { kind: "done", counters } };
  } catch (error) {
    const reader = openFitting(options);
    if (isProblem(reader)) throw error;
    return { reader, outcome: { kind: "kept", reason: (error as Error).message } };
  }
}
