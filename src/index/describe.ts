import { join } from "node:path";
import type { Embedder } from "../embedding/embedder.ts";
import { type ChunkOptions, chunkFingerprint } from "../ingest/chunk.ts";
import { checksumFile } from "./checksum.ts";
import type { DraftCounts } from "./draft.ts";
import { DB_FILE, FORMAT_VERSION, type Manifest, VECTORS_FILE } from "./manifest.ts";
import { SPACE } from "./space.ts";

/** What a generation was built with. */
export interface BuiltWith {
  readonly embedder: Pick<Embedder, "model" | "fingerprint" | "dimension">;
  readonly chunkOptions: ChunkOptions;
  readonly ingestVersion: string;
}

/** The manifest of a generation whose files are complete. */
export function describe(dir: string, counts: DraftCounts, built: BuiltWith): Manifest {
  const { model: id, fingerprint, dimension } = built.embedder;
  return {
    formatVersion: FORMAT_VERSION,
    model: { id, fingerprint, dimension },
    space: SPACE,
    chunkFingerprint: chunkFingerprint(built.chunkOptions),
    ingestVersion: built.ingestVersion,
    counts,
    files: {
      [DB_FILE]: checksumFile(join(dir, DB_FILE)),
      [VECTORS_FILE]: checksumFile(join(dir, VECTORS_FILE)),
    },
    builtAt: new Date().toISOString(),
  };
}
