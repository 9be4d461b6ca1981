import type { Logger } from "pino";
import type { Embedders } from "../embedding/create-embedder.ts";
import type { Embedder } from "../embedding/embedder.ts";
import { chunkFingerprint } from "../ingest/chunk.ts";
import { INGEST_VERSION } from "../ingest/version.ts";
import { REGISTER_READER_VERSION } from "../register/read/version.ts";
import { currentGeneration } from "./generations.ts";
import { isProblem } from "./manifest.ts";
import { compareManifest, currentManifest, openIndex } from "./open-index.ts";
import type { IndexReader } from "./types.ts";

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
 */
export async function openUsable(
  indexDir: string,
  embedders: Embedders,
): Promise<UsableIndex | null> {
  const current = currentManifest(indexDir);
  if (isProblem(current)) return null;
  const { manifest } = current;
  const embedder = await embedders.matching(manifest.model);
  if (embedder === null) return null;
  const reader = openIndex(indexDir, { embedderFingerprint: embedder.fingerprint });
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
  readonly indexDir: string;
  /** Switches to the generation in use, if it is another one. */
  readonly reload: () => Promise<void>;
  readonly logger: Logger;
  readonly lookEveryMs?: number;
}

/**
 * Follows what other processes do to the index (the command line indexes, or goes back): the generation that they put
 * in use is switched to within some seconds.
 *
 * @returns Ends it.
 */
export function followGenerations({
  indexDir,
  reload,
  logger,
  lookEveryMs = LOOK_EVERY_MS,
}: FollowOptions): () => void {
  let seen = currentGeneration(indexDir);
  const timer = setInterval(() => {
    const now = currentGeneration(indexDir);
    if (now === null || now === seen) return;
    seen = now;
    reload().catch((error: Error) => {
      logger.warn({ generation: now, reason: error.message }, "the index could not be switched to");
    });
  }, lookEveryMs);
  timer.unref();
  return () => clearInterval(timer);
}
