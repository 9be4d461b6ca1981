import { basename } from "node:path";
import { knownChecksums } from "./base.ts";
import { checksumFile } from "./durable.ts";
import { currentGeneration, generationDir } from "./generations.ts";
import { graphInMemory } from "./hnsw-index.ts";
import { checkFiles, isProblem, type Manifest, readManifest, VECTORS_FILE } from "./manifest.ts";
import { readGeneration } from "./reader.ts";
import type { IndexProblem, IndexReader } from "./types.ts";

/** The generation in use with its sidecar, and nothing of its files read; for a quick status. */
export function currentManifest(
  indexDir: string,
):
  | { readonly generation: string; readonly dir: string; readonly manifest: Manifest }
  | IndexProblem {
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
 * Opens the index in use for reading, after its files have been compared with the sidecar.
 *
 * @param indexDir Folder of the index; it need not exist.
 * @param expected What it must have been built with.
 * @returns The reader, or, as a value, why it cannot be used. Never throws for what lies in the folder.
 */
export function openIndex(
  indexDir: string,
  expected: IndexExpectation = {},
): IndexReader | IndexProblem {
  const current = currentManifest(indexDir);
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
