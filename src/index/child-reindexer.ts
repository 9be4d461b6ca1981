import type { Config } from "../config/config.ts";
import { buildInChild } from "./build-in-child.ts";
import type { Reindexer, ReindexOptions, ReindexOutcome } from "./reindexer.ts";
import { type RollBackOutcome, rollBack } from "./roll-back.ts";

interface Run {
  readonly startedBy: string;
  readonly since: Date;
  readonly cancel: AbortController;
}

/** Runs one build at a time in a child process. The caller then opens the new generation. */
export class ChildReindexer implements Reindexer {
  readonly #config: Config;
  #run: Run | null = null;

  constructor(config: Config) {
    this.#config = config;
  }

  async start(options: ReindexOptions): Promise<ReindexOutcome> {
    if (this.#run) {
      return { kind: "busy", startedBy: this.#run.startedBy, since: this.#run.since };
    }
    const run = { startedBy: options.startedBy, since: new Date(), cancel: new AbortController() };
    this.#run = run;
    try {
      return await buildInChild({ ...options, config: this.#config, signal: run.cancel.signal });
    } finally {
      this.#run = null;
    }
  }

  cancel(): boolean {
    if (!this.#run || this.#run.cancel.signal.aborted) return false;
    this.#run.cancel.abort();
    return true;
  }

  rollBack(by: string, generation?: string): RollBackOutcome {
    return rollBack({ indexDir: this.#config.indexDir, by, generation });
  }
}
