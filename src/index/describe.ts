import { join } from "node:path";
import type { Embedder } from "../embedding/embedder.ts";
import { type ChunkOptions, chunkFingerprint } from "../ingest/chunk.ts";
import { checksumFile } from "./checksum.ts";
import type { DraftCounts } from "./draft.ts";
import { CHANGES_FILE, DB_FILE, FORMAT_VERSION, type Manifest, VECTORS_FILE } from "./manifest.ts";
import { SPACE } from "./space.ts";

/** What a generation was built with. */
export interface BuiltWith {
  readonly embedder: Pick<Embedder, "model" | "fingerprint" | "dimension">;
  readonly chunkOptions: ChunkOptions;
  readonly ingestVersion: string;
  /** The generation in use meanwhile, or null. */
  readonly previous: string | null;
  /** Whose database and vectors the generation shares, or null. */
  readonly takenOver: Manifest | null;
}

function filesOf(dir: string, takenOver: Manifest | null): Manifest["files"] {
  const file = (name: string) => checksumFile(join(dir, name));
  if (takenOver === null) return { [DB_FILE]: file(DB_FILE), [VECTORS_FILE]: file(VECTORS_FILE) };
  return { ...takenOver.files, [CHANGES_FILE]: file(CHANGES_FILE) };
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
    ...counts,
    files: filesOf(dir, built.takenOver),
    ...(built.previous === null ? {} : { previous: built.previous }),
    builtAt: new Date().toISOString(),
  };
}
