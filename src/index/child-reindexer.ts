import { type ChildProcess, fork } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Config } from "../config/config.ts";
import type { Reindexer, ReindexOptions, ReindexOutcome } from "./reindexer.ts";
import type { WorkerMessage, WorkerOutcome, WorkerRequest } from "./worker-protocol.ts";

/** How long a cancelled run may take to stop between two files before it is killed. */
const CANCEL_TIMEOUT_MS = 5_000;

interface Run {
  readonly child: ChildProcess;
  readonly startedBy: string;
  readonly since: Date;
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
    const { full, startedBy } = options;
    const child = startWorker();
    this.#run = { child, startedBy, since: new Date() };
    try {
      return await this.#outcome(child, { config: this.#config, full, startedBy }, options);
    } finally {
      this.#run = null;
    }
  }

  /** Stops the run under way, if any; its `start` then ends as failed, and the present index stays. */
  cancel(): void {
    const child = this.#run?.child;
    if (!child?.connected) return;
    child.send("cancel", () => {});
    const timer = setTimeout(() => child.kill("SIGKILL"), CANCEL_TIMEOUT_MS);
    child.once("exit", () => clearTimeout(timer));
  }

  #outcome(
    child: ChildProcess,
    request: WorkerRequest,
    { onProgress }: ReindexOptions,
  ): Promise<ReindexOutcome> {
    return new Promise((resolve) => {
      let end: ReindexOutcome | null = null;
      child.on("message", (message: WorkerMessage) => {
        if (message.type === "progress") onProgress(message.progress);
        else end = outcomeOf(message.outcome);
      });
      const fail = (reason: string) => resolve(end ?? { kind: "failed", reason });
      child.once("error", (error) => fail(`The indexing process failed: ${error.message}.`));
      child.once("exit", (code, signal) =>
        fail(
          `The indexing process ended early (${signal ?? `exit code ${code}`}). The present index stays in use; try again.`,
        ),
      );
      child.send(request, () => {});
    });
  }
}
