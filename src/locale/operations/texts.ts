import type { Hold } from "../../index/hold.ts";
import type { BuildProgress } from "../../index/reindexer.ts";
import type { RollBackFailure } from "../../index/roll-back.ts";
import type { SelfTestFailure } from "../../index/self-test-error.ts";

/** A generation of the index, as admins see it; `builtAt` is ISO 8601. */
export interface GenerationFacts {
  readonly generation: string;
  readonly articles: number;
  readonly builtAt: string;
}

/** Keeping the index: for admins. */
export interface OperationsTexts {
  /** Behind the phase and its numbers: chunks made and time left, where they are known. */
  readonly pace: (progress: Pick<BuildProgress, "chunks" | "secondsLeft">) => string;
  readonly cancelButton: string;
  /** Shown on the pressed button. */
  readonly cancelling: string;
  readonly nothingToCancel: string;
  /** The run was cancelled; what it did is kept. */
  readonly cancelled: string;
  /** The new index was built and not taken into use. */
  readonly selfTestFailed: (failure: SelfTestFailure) => string;
  readonly rolledBack: (now: GenerationFacts, before: string) => string;
  readonly rollBackFailed: (failure: RollBackFailure) => string;
  /** The index is of another model or other settings than those that are set. */
  readonly staleModel: (indexed: string, wanted: string) => string;
  readonly staleSettings: string;
  /** At a start after a roll-back: changes of the corpus wait. */
  readonly held: (hold: Hold) => string;
  /** State that could not be read was put aside. */
  readonly stateDamaged: (putAside: string) => string;
  readonly commands: { readonly cancel: string; readonly rollback: string };
}
