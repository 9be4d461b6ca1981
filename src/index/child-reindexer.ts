import { type ChildProcess, fork } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Config } from "../config/config.ts";
import type { Reindexer, ReindexOptions, ReindexOutcome } from "./reindexer.ts";
import { type RollBackOutcome, rollBack } from "./roll-back.ts";
import type { WorkerMessage, WorkerOutcome, WorkerRequest } from "./worker-protocol.ts";

/** How long a cancelled run may take to stop between two files before it is killed. */
const CANCEL_TIMEOUT_MS = 5_000;

interface Run {
  readonly child: ChildProcess;
  readonly startedBy: string;
  readonly since: Date;
  cancelled: boolean;
}

function startWorker(): ChildProcess {
  const worker = fileURLToPath(new URL("./worker.ts", import.meta.url));
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;
  return fork(worker, {
    execArgv: ["--import", tsx],
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
}

function outcomeOf(outcome: WorkerOutcome): ReindexOutcome {
  return outcome.kind === "busy" ? { ...outcome, since: new Date(outcome.since) } : outcome;
}

/** Runs the build in a child process. The caller then opens the new generation. */
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
    const { full, again = [], startedBy } = options;
    const child = startWorker();
    const run: Run = { child, startedBy, since: new Date(), cancelled: false };
    this.#run = run;
    try {
      return await this.#outcome(run, { config: this.#config, full, again, startedBy }, options);
    } finally {
      this.#run = null;
    }
  }

  cancel(): boolean {
    const run = this.#run;
    if (!run?.child.connected) return false;
    run.cancelled = true;
    run.child.send("cancel", () => {});
    const timer = setTimeout(() => run.child.kill("SIGKILL"), CANCEL_TIMEOUT_MS);
    run.child.once("exit", () => clearTimeout(timer));
    return true;
  }

  rollBack(by: string, generation?: string): RollBackOutcome {
    return rollBack({ indexDir: this.#config.indexDir, by, generation });
  }

  #outcome(
    run: Run,
    request: WorkerRequest,
    { onProgress }: ReindexOptions,
  ): Promise<ReindexOutcome> {
    const { child } = run;
    return new Promise((resolve) => {
      let end: ReindexOutcome | null = null;
      child.on("message", (message: WorkerMessage) => {
        if (message.type === "progress") onProgress(message.progress);
        else end = outcomeOf(message.outcome);
      });
      const fail = (reason: string) =>
        resolve(end ?? (run.cancelled ? { kind: "cancelled" } : { kind: "failed", reason }));
      child.once("error", (error) => fail(`The indexing process failed: ${error.message}.`));
      child.once("exit", (code, signal) =>
        fail(
          `The indexing process ended early (${signal ?? `exit code ${code}`}). The present index stays in use; the next run goes on from what is done.`,
        ),
      );
      child.send(request, () => {});
    });
  }
}
