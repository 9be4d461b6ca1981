import type { ChildProcess } from "node:child_process";
import type { Config } from "../config/index.ts";
import { indexPlace } from "../index/index.ts";
import type {
  IndexCounters,
  Reindexer,
  ReindexOptions,
  ReindexOutcome,
  RollBackOutcome,
} from "../model/index.ts";
import { startChild } from "../process/index.ts";
import { IndexError, IndexLockedError, type LockHolder, lockHolder } from "../storage/index.ts";
import type { FileAtHand, WorkerMessage, WorkerOutcome, WorkerRequest } from "./build-options.ts";
import { filesLeftOut, noteLeftOut } from "./corpus-file.ts";
import { mayIndex } from "./publish-index.ts";
import { rollBack } from "./roll-back.ts";
import { SelfTestError } from "./self-check.ts";

/** How long a cancelled build may take to keep what it has done before it is killed. */
const CANCEL_MS = 1_000;
/** A file that is being embedded, or whose document is being read elsewhere, shows a sign of life more often. */
const STALL_MS = 60_000;
/** Loading a model of the hub, and the merging and checking of a large index, have no file to blame. */
const QUIET_MS = 600_000;
/** A process that has told its end has nothing left to do. */
const EXIT_MS = 2_000;

interface ChildBuildOptions extends Omit<ReindexOptions, "onProgress"> {
  readonly config: Config;
  /** True: from the articles stored in the present index, not from the corpus. */
  readonly fromStored?: boolean;
  readonly onProgress?: ReindexOptions["onProgress"] | undefined;
  /** Ends the build within two seconds, whatever it is doing; the next one goes on from what is done. */
  readonly signal?: AbortSignal | undefined;
}

/** How one process ended. */
type Attempt =
  | { readonly kind: "outcome"; readonly outcome: ReindexOutcome }
  /** Killed, because a file took too long. */
  | { readonly kind: "overdue"; readonly at: FileAtHand }
  /** Out of memory, or a crash in a library. */
  | { readonly kind: "died"; readonly how: string; readonly at: FileAtHand | null };

/**
 * Brings the index up to date in a child process, which is killed where a file takes too long or where it is
 * cancelled; never throws. A file that stops a build is named among the failures, and the next process goes on with
 * the others from what is done.
 */
async function buildInChild(options: ChildBuildOptions): Promise<ReindexOutcome> {
  const { config, full, again = [] } = options;
  if (!mayIndex(indexPlace(config))) {
    const reason =
      "This process only reads the index in the database (DATABASE_URL is not set). Index where DATABASE_URL is set.";
    return { kind: "failed", reason };
  }
  const holder = knownHolder(config.indexDir);
  if (holder !== null) return { kind: "busy", ...holder };
  const leaveOut = full ? new Map<string, string>() : filesLeftOut(config);
  for (const path of again) leaveOut.delete(path);
  const deaths = new Map<string, number>();
  const leave = (path: string, reason: string) => {
    leaveOut.set(path, reason);
    noteLeftOut(config, path, reason);
  };
  for (;;) {
    const attempt = await runOnce(options, leaveOut);
    if (attempt.kind === "outcome") return attempt.outcome;
    if (attempt.kind === "overdue") {
      leave(attempt.at.path, overdueReason(attempt.at, config));
      continue;
    }
    if (attempt.at === null) {
      const reason = `The indexing process ended early (${attempt.how}). The present index stays in use; the next run goes on from what is done.`;
      return { kind: "failed", reason };
    }
    // The first time it may have been the system, for want of memory.
    const { path } = attempt.at;
    const count = (deaths.get(path) ?? 0) + 1;
    deaths.set(path, count);
    if (count > 1) {
      leave(
        path,
        `The indexing process ended twice at it (${attempt.how}). Save the article alone as plain text, or report the file.`,
      );
    }
  }
}

/** Who is at it, as far as that can be told without a process: those who wait for their turn ask again and again. */
function knownHolder(indexDir: string): LockHolder | null {
  try {
    return lockHolder(indexDir);
  } catch {
    // The build itself says what is wrong with the folder.
    return null;
  }
}

function overdueReason({ stage }: FileAtHand, { fileTimeout }: Config): string {
  return stage === "read"
    ? `Reading it took over ${fileTimeout} s. Save the article alone as plain text, raise FILE_TIMEOUT, or report the file.`
    : `Indexing it came to nothing within ${STALL_MS / 1000} s. Save the article alone as plain text, or report the file.`;
}

/** What the child may know: no secrets but the address at which it writes the index. */
const withoutSecrets = (config: Config): Config => ({
  ...config,
  databaseReadUrl: null,
  readerToken: null,
  botToken: null,
  webhookSecret: null,
  webhookUrl: null,
  telegramProxy: null,
});

function runOnce(
  options: ChildBuildOptions,
  leaveOut: ReadonlyMap<string, string>,
): Promise<Attempt> {
  const { config, full, again = [], startedBy, fromStored = false, onProgress, signal } = options;
  if (signal?.aborted)
    return Promise.resolve({ kind: "outcome", outcome: { kind: "cancelled" } } as const);
  const child = startChild({ entry: new URL("./worker.ts", import.meta.url), stderr: "inherit" });
  const kill = () => child.kill("SIGKILL");
  return new Promise((resolve) => {
    let at: FileAtHand | null = null;
    let end: ReindexOutcome | null = null;
    let overdue: FileAtHand | null = null;
    let limit: NodeJS.Timeout | undefined;
    const arm = () => {
      clearTimeout(limit);
      limit = setTimeout(
        () => {
          if (end === null) overdue = at;
          kill();
        },
        end === null ? limitOf(at, config) : EXIT_MS,
      );
    };
    const cancel = () => {
      child.send("cancel", () => {});
      const timer = setTimeout(kill, CANCEL_MS);
      child.once("exit", () => clearTimeout(timer));
    };
    signal?.addEventListener("abort", cancel, { once: true });
    child.on("message", (message: WorkerMessage) => {
      if (message.type === "progress") onProgress?.(message.progress);
      if (message.type === "end") end = outcomeOf(message.outcome);
      if (message.type === "at") at = message.at;
      // The time for reading a file is not given anew by a sign of life.
      if (message.type !== "alive" || at?.stage !== "read") arm();
    });
    const finish = (how: string, isStopped: boolean) => {
      clearTimeout(limit);
      signal?.removeEventListener("abort", cancel);
      if (end !== null) return resolve({ kind: "outcome", outcome: end });
      if (signal?.aborted || isStopped)
        return resolve({ kind: "outcome", outcome: { kind: "cancelled" } });
      resolve(overdue === null ? { kind: "died", how, at } : { kind: "overdue", at: overdue });
    };
    child.once("error", (error) => finish(error.message, false));
    child.once("exit", (code, by) =>
      // Ctrl+C, and the stop of a service, reach the child too.
      finish(by ?? `exit code ${code}`, by === "SIGINT" || by === "SIGTERM"),
    );
    arm();
    request(child, {
      config: withoutSecrets(config),
      fromStored,
      full,
      again,
      leaveOut: [...leaveOut],
      startedBy,
    });
  });
}

const request = (child: ChildProcess, message: WorkerRequest) => child.send(message, () => {});

function limitOf(at: FileAtHand | null, { fileTimeout }: Config): number {
  if (at === null) return QUIET_MS;
  return at.stage === "read" ? fileTimeout * 1_000 : STALL_MS;
}

function outcomeOf(outcome: WorkerOutcome): ReindexOutcome {
  return outcome.kind === "busy" ? { ...outcome, since: new Date(outcome.since) } : outcome;
}

/**
 * The same for those who want the counters or an error.
 *
 * @throws {IndexLockedError} Where another build is under way.
 * @throws {IndexError} Where it failed or was stopped; `SelfTestError` where the new index is not good enough.
 */
export async function builtInChild(options: ChildBuildOptions): Promise<IndexCounters> {
  const outcome = await buildInChild(options);
  switch (outcome.kind) {
    case "done":
      return outcome.counters;
    case "busy":
      throw new IndexLockedError(
        outcome.pid === undefined ? null : { ...outcome, pid: outcome.pid },
      );
    case "cancelled":
      throw new IndexError(
        "The indexing was stopped. The index is as it was before; the next run goes on from what is done.",
      );
    default:
      throw outcome.selfTest ? new SelfTestError(outcome.selfTest) : new IndexError(outcome.reason);
  }
}

interface Run {
  readonly startedBy: string;
  readonly since: Date;
  readonly cancel: AbortController;
}

/** Runs one build at a time in a child process. The caller then opens the new generation. */
export class ChildReindexer implements Reindexer {
  #run: Run | null = null;

  constructor(private readonly config: Config) {}

  async start(options: ReindexOptions): Promise<ReindexOutcome> {
    if (this.#run) return { kind: "busy", startedBy: this.#run.startedBy, since: this.#run.since };
    const run = { startedBy: options.startedBy, since: new Date(), cancel: new AbortController() };
    this.#run = run;
    try {
      return await buildInChild({ ...options, config: this.config, signal: run.cancel.signal });
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
    return rollBack({ place: indexPlace(this.config), by, generation });
  }
}
