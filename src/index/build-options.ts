import type { Logger } from "pino";
import type { Embedder } from "../embedding/embedder.ts";
import type { ChunkOptions } from "../ingest/chunk.ts";
import type { BuildProgress, IndexCounters } from "./reindexer.ts";

/** The file that a build has before it, and what it does with it. */
export interface FileAtHand {
  /** Path in the corpus. */
  readonly path: string;
  /** Reads its text and its visits; waits for the process that reads a document; embeds and stores it. */
  readonly stage: "read" | "document" | "embed";
}

export interface BuildOptions {
  /** Folder of the articles; null: the articles stored in the present index. */
  readonly corpusDir: string | null;
  readonly indexDir: string;
  readonly embedder: Embedder;
  readonly chunkOptions?: ChunkOptions;
  /** True: every article is read and embedded again. */
  readonly full?: boolean;
  /** Corpus files that are read and embedded again though nothing touched them. */
  readonly again?: readonly string[];
  /** Files that are left out, with the reason that is told for each: an earlier run did not get past them. */
  readonly leaveOut?: ReadonlyMap<string, string>;
  /** Told before a file is begun, so that whoever watches knows which one does not end; null: past the last one. */
  readonly onFile?: (at: FileAtHand | null) => Promise<void>;
  /** Who asked; shown to those who are refused meanwhile. */
  readonly startedBy: string;
  readonly onProgress?: (progress: BuildProgress) => void;
  /** Ends the build between two files; the next one goes on from there. */
  readonly signal?: AbortSignal;
  /** Vectors from which on a small change is stored beside the index, not in a copy of it. */
  readonly changesFrom?: number;
  readonly logger?: Logger;
}

export interface BuildResult extends IndexCounters {
  /** Name of the generation that is now in use; the old one's where nothing changed. */
  readonly generation: string;
}
