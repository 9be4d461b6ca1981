import { basename } from "node:path";
import type { Logger } from "pino";
import type { Embedders } from "../../embedding/index.ts";
import {
  chunkFingerprint,
  type Embedder,
  INGEST_VERSION,
  type IndexProblem,
  type IndexReader,
  REGISTER_READER_VERSION,
} from "../../model/index.ts";
import { checksumFile } from "../../storage/index.ts";
import { knownChecksums } from "../files/base.ts";
import { currentGeneration, generationDir } from "../files/generations.ts";
import {
  checkFiles,
  isProblem,
  type Manifest,
  readManifest,
  VECTORS_FILE,
} from "../files/manifest.ts";
import type { IndexPlace } from "../place.ts";
import { readPublished } from "../postgres/reader.ts";
import { currentPublished, followPublished, generationName, served } from "../postgres/served.ts";
import { graphInMemory } from "./hnsw-index.ts";
import { readGeneration } from "./reader.ts";

/** A generation that is in use. */
interface CurrentGeneration {
  readonly generation: string;
  readonly manifest: Manifest;
}

/**
 * The generation in use with its sidecar, and nothing of its files read; for a quick status.
 *
 * @throws {DatabaseError} Where it lies in a database that cannot be asked.
 */
export function currentManifest(place: IndexPlace): CurrentGeneration | IndexProblem {
  if (typeof place === "string") return localManifest(place);
  const current = currentPublished(served(place));
  if (isProblem(current)) return current;
  return { generation: generationName(current.generation), manifest: current.manifest };
}

/** The same of a folder. */
export function localManifest(
  indexDir: string,
): (CurrentGeneration & { readonly dir: string }) | IndexProblem {
  const generation = currentGeneration(indexDir);
  if (generation === null) return { problem: "none", reason: `there is no index in ${indexDir}` };
  const dir = generationDir(indexDir, generation);
  const manifest = readManifest(dir);
  return isProblem(manifest) ? manifest : { generation, dir, manifest };
}

/** What an index must have been built with; what is not given is not compared. */
export interface IndexExpectation {
  readonly embedderFingerprint?: string | undefined;
  readonly chunkFingerprint?: string | undefined;
  readonly ingestVersion?: string | undefined;
  readonly registerReaderVersion?: number | undefined;
}

/** Where an index was built with something else than expected. */
export function compareManifest(
  manifest: Manifest,
  expected: IndexExpectation,
): IndexProblem | null {
  const { embedderFingerprint, chunkFingerprint, ingestVersion, registerReaderVersion } = expected;
  if (embedderFingerprint !== undefined && embedderFingerprint !== manifest.model.fingerprint) {
    return {
      problem: "foreign-model",
      reason: `the index was built with other files or settings of an embedding model (${manifest.model.id})`,
    };
  }
  if (chunkFingerprint !== undefined && chunkFingerprint !== manifest.chunkFingerprint) {
    return { problem: "outdated", reason: "the index was built with other chunk settings" };
  }
  if (ingestVersion !== undefined && ingestVersion !== manifest.ingestVersion) {
    return {
      problem: "outdated",
      reason: "the index was built by another version of the reader of articles",
    };
  }
  const { readerVersion } = manifest.register;
  if (registerReaderVersion !== undefined && registerReaderVersion !== readerVersion) {
    return {
      problem: "outdated",
      reason: "the index was built by another version of the reader of visits",
    };
  }
  return null;
}

/**
 * Compares the files of a generation with the sidecar before they are opened. Databases that nobody wrote
 * to since they were hashed are not hashed again; a vector file that is loaded always is, because wrong
 * content of it crashes the process.
 */
export function checkContent(
  indexDir: string,
  dir: string,
  manifest: Manifest,
): IndexProblem | null {
  const known = knownChecksums(indexDir);
  const loads = graphInMemory(manifest) === undefined;
  return checkFiles(dir, manifest, (path) =>
    loads && basename(path) === VECTORS_FILE ? checksumFile(path).sha256 : known(path),
  );
}

/**
 * Opens the index in use for reading; files of a folder have been compared with the sidecar before.
 *
 * @param place A folder need not exist.
 * @param expected What it must have been built with.
 * @returns The reader, or, as a value, why it cannot be used. Never throws for what lies in a folder.
 * @throws {DatabaseError} Where it lies in a database that cannot be asked.
 */
export function openIndex(
  place: IndexPlace,
  expected: IndexExpectation = {},
): IndexReader | IndexProblem {
  if (typeof place === "string") return openLocal(place, expected);
  const current = currentPublished(served(place));
  if (isProblem(current)) return current;
  return compareManifest(current.manifest, expected) ?? readPublished(served(place), current);
}

function openLocal(indexDir: string, expected: IndexExpectation): IndexReader | IndexProblem {
  const current = localManifest(indexDir);
  if (isProblem(current)) return current;
  const { generation, dir, manifest } = current;
  const problem = compareManifest(manifest, expected) ?? checkContent(indexDir, dir, manifest);
  if (problem !== null) return problem;
  try {
    return readGeneration(dir, generation, manifest);
  } catch (error) {
    return {
      problem: "damaged",
      reason: `the index cannot be opened: ${(error as Error).message}`,
    };
  }
}

/** How an index that can be used differs from what would be built now. */
export type Staleness =
  /** Another model is set than the one it was built with. */
  | { readonly kind: "model"; readonly indexed: string; readonly wanted: string }
  /** Other chunk settings, or another version of the reader of articles. */
  | { readonly kind: "settings" }
  /** Another version of the reader of visits: they are read again without embedding anything. */
  | { readonly kind: "register" };

export interface UsableIndex {
  readonly reader: IndexReader;
  readonly embedder: Embedder;
  /** Null: it is as it would be built now. */
  readonly stale: Staleness | null;
}

/**
 * Opens the index in use with the model that it was built with, whatever is set now: old answers are better
 * than none while a new index is built.
 *
 * @returns Null where there is none, it is damaged, or its model is not on this machine any more.
 * @throws {DatabaseError} Where it lies in a database that cannot be asked.
 */
export async function openUsable(
  place: IndexPlace,
  embedders: Embedders,
): Promise<UsableIndex | null> {
  const current = currentManifest(place);
  if (isProblem(current)) return null;
  const { manifest } = current;
  const embedder = await embedders.matching(manifest.model);
  if (embedder === null) return null;
  const reader = openIndex(place, { embedderFingerprint: embedder.fingerprint });
  if (isProblem(reader)) return null;
  const isWanted = await embedders.isConfigured(manifest.model.id);
  const built = { chunkFingerprint: chunkFingerprint(), ingestVersion: INGEST_VERSION };
  if (!isWanted) {
    const stale = { kind: "model", indexed: manifest.model.id, wanted: embedders.wanted } as const;
    return { reader, embedder, stale };
  }
  if (compareManifest(manifest, built) !== null) {
    return { reader, embedder, stale: { kind: "settings" } };
  }
  const isRead = manifest.register.readerVersion === REGISTER_READER_VERSION;
  return { reader, embedder, stale: isRead ? null : { kind: "register" } };
}

/** A look is one small file. */
const LOOK_EVERY_MS = 2_000;

interface FollowOptions {
  readonly place: IndexPlace;
  /** Switches to the generation in use, if it is another one. */
  readonly reload: () => Promise<void>;
  readonly logger: Logger;
  readonly lookEveryMs?: number;
}

/**
 * Follows what other processes do to the index (the command line indexes, or goes back): the generation that they put
 * in use is switched to within some seconds; a database tells it at once where it can.
 *
 * @returns Ends it.
 */
export function followGenerations({
  place,
  reload,
  logger,
  lookEveryMs = LOOK_EVERY_MS,
}: FollowOptions): () => void {
  const switchTo = (generation: string) => {
    reload().catch((error: Error) => {
      logger.warn({ generation, reason: error.message }, "the index could not be switched to");
    });
  };
  if (typeof place !== "string") return followPublished(served(place), switchTo);
  let seen = currentGeneration(place);
  const timer = setInterval(() => {
    const now = currentGeneration(place);
    if (now === null || now === seen) return;
    seen = now;
    switchTo(now);
  }, lookEveryMs);
  timer.unref();
  return () => clearInterval(timer);
}
