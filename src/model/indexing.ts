/** How builds of an index go and end. */
import type { IndexStatus } from "./index-reader.ts";

/** Why nothing was switched. */
export type RollBackFailure =
  /** There is none that is older. */
  | { readonly kind: "none" }
  | { readonly kind: "unknown"; readonly generation: string; readonly known: readonly string[] }
  | { readonly kind: "busy"; readonly startedBy: string }
  | { readonly kind: "damaged"; readonly generation: string; readonly reason: string };

export type RollBackOutcome =
  | { readonly kind: "done"; readonly now: IndexStatus; readonly before: string }
  | RollBackFailure;

/** What a new index was found wanting in. */
export type SelfTestFailure =
  /** Its files don't hold what was written; `found` says which. */
  | { readonly check: "content"; readonly found: string }
  /** The vector search misses too many of the nearest vectors; shares from 0 to 1. */
  | { readonly check: "recall"; readonly recall: number; readonly least: number }
  /** Questions that must find their article and don't. */
  | { readonly check: "questions"; readonly missed: readonly string[]; readonly asked: number };

/** Phases of a build, in order. `vectors` comes only where the vector file is built anew from stored vectors. */
export type BuildPhase = "read" | "embed" | "vectors" | "check" | "publish";

/** How far a phase is: in corpus files for `read` and `embed`, in vectors for `vectors`, in steps for `check`. */
export interface BuildProgress {
  readonly phase: BuildPhase;
  readonly done: number;
  readonly total: number;
  /** Chunks embedded so far in this run. */
  readonly chunks?: number;
  /** Left of this phase, by the pace so far; absent while that says little. */
  readonly secondsLeft?: number;
}

/** A corpus file that was not indexed, and why. */
export interface IndexFailure {
  /** Path in the corpus, `/` as separator. */
  readonly path: string;
  /** One sentence a person can act on. */
  readonly reason: string;
}

/** What a build did, in corpus files. */
export interface IndexCounters {
  /** New files. */
  readonly indexed: number;
  /** Changed files, or, after a change of model or chunk settings, files embedded again. */
  readonly updated: number;
  readonly unchanged: number;
  /** Files that are gone (or became unreadable) and whose articles left the index. */
  readonly removed: number;
  /** Unreadable files; `failures` names them. */
  readonly skipped: number;
  readonly failures: readonly IndexFailure[];
}

/** How a re-index ended. */
export type ReindexOutcome =
  | { readonly kind: "done"; readonly counters: IndexCounters }
  /** Another run is under way, in this process or another one. */
  | {
      readonly kind: "busy";
      readonly startedBy: string;
      readonly since: Date;
      readonly pid?: number;
    }
  | { readonly kind: "cancelled" }
  /** `selfTest` where the new index was built and is not good enough to be used. */
  | { readonly kind: "failed"; readonly reason: string; readonly selfTest?: SelfTestFailure };

export interface ReindexOptions {
  /** True: every article is read and embedded again. */
  readonly full: boolean;
  /** Corpus files that are read and embedded again though nothing touched them. */
  readonly again?: readonly string[];
  /** Who asked, for the refusal of a second run. */
  readonly startedBy: string;
  onProgress(progress: BuildProgress): void;
}

/** Rebuilds the index while the present one goes on answering. Never throws: every end is an outcome. */
export interface Reindexer {
  start(options: ReindexOptions): Promise<ReindexOutcome>;
  /** Ends the run under way, if any, as cancelled; what it has done is kept for the next one. */
  cancel(): boolean;
  /** Goes back to the generation that was in use before, or to a named one; the engine then reloads. */
  rollBack(by: string, generation?: string): RollBackOutcome;
}

/** How taking changes of the corpus into the index ended. `held`: an admin decides when, with /reindex. */
export type IndexOutcome =
  | Exclude<ReindexOutcome, { readonly kind: "busy" }>
  | { readonly kind: "held" };
