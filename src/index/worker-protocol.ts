import type { Config } from "../config/config.ts";
import type { BuildProgress, ReindexOutcome } from "./reindexer.ts";

/** First message to the worker. */
export interface WorkerRequest {
  readonly config: Config;
  readonly full: boolean;
  readonly again: readonly string[];
  readonly startedBy: string;
}

/** Messages of the worker; `since` is ISO 8601 because messages travel as JSON. */
export type WorkerMessage =
  | { readonly type: "progress"; readonly progress: BuildProgress }
  | { readonly type: "end"; readonly outcome: WorkerOutcome };

export type WorkerOutcome =
  | Exclude<ReindexOutcome, { kind: "busy" }>
  | { readonly kind: "busy"; readonly startedBy: string; readonly since: string };
