import type { Logger } from "pino";
import type { Config } from "../config/index.ts";
import type {
  BuildProgress,
  ChunkOptions,
  Embedder,
  IndexCounters,
  ReindexOutcome,
} from "../model/index.ts";

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
  /** Vectors from which on their graph is built. */
  readonly graphFrom?: number;
  readonly logger?: Logger;
}

export interface BuildResult extends IndexCounters {
  /** Name of the generation that is now in use; the old one's where nothing changed. */
  readonly generation: string;
}

/** Before this, the time that is left is a guess. */
const TELLS_AFTER_MS = 2_000;

/** How far a phase of a build is. */
type Steps = Pick<BuildProgress, "done" | "total" | "secondsLeft">;

/** Counts the steps of a phase and estimates how long it will take, by the pace of those that took work. */
export class Remaining {
  readonly #startedAt = performance.now();
  #done = 0;
  #worked = 0;

  constructor(private readonly total: number) {}

  /** @param worked False for a step that an earlier run has done. */
  step(worked: boolean): Steps {
    this.#done++;
    if (worked) this.#worked++;
    return this.#steps(this.#done, this.total, this.#worked);
  }

  /** The same where somebody else counts. */
  at(done: number, total: number): Steps {
    return this.#steps(done, total, done);
  }

  #steps(done: number, total: number, worked: number): Steps {
    const passedMs = performance.now() - this.#startedAt;
    if (passedMs < TELLS_AFTER_MS || worked === 0) return { done, total };
    const secondsLeft = Math.round(((total - done) * passedMs) / worked / 1_000);
    return { done, total, secondsLeft };
  }
}

/** First message to the worker. */
export interface WorkerRequest {
  /** Without its secrets, but for the address of the database that it writes. */
  readonly config: Config;
  /** True: from the articles stored in the present index, not from the corpus. */
  readonly fromStored: boolean;
  readonly full: boolean;
  readonly again: readonly string[];
  /** Files that are left out, each with the reason that is told. */
  readonly leaveOut: readonly (readonly [path: string, reason: string])[];
  readonly startedBy: string;
}

/** Messages of the worker; `since` is ISO 8601 because messages travel as JSON. */
export type WorkerMessage =
  | { readonly type: "progress"; readonly progress: BuildProgress }
  /** What is begun now; null: no file, but what comes after the last. */
  | { readonly type: "at"; readonly at: FileAtHand | null }
  /** Sent every `ALIVE_MS` while nothing blocks the worker. */
  | { readonly type: "alive" }
  | { readonly type: "end"; readonly outcome: WorkerOutcome };

export const ALIVE_MS = 2_000;

export type WorkerOutcome =
  | Exclude<ReindexOutcome, { kind: "busy" }>
  | {
      readonly kind: "busy";
      readonly startedBy: string;
      readonly since: string;
      readonly pid?: number;
    };
