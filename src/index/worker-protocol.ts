import type { Config } from "../config/config.ts";
import type { FileAtHand } from "./build-options.ts";
import type { BuildProgress, ReindexOutcome } from "./reindexer.ts";

/** First message to the worker. */
export interface WorkerRequest {
  /** Without its secrets. */
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
