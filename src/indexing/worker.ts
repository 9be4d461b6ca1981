import { createEmbedder, embedderOptions } from "../embedding/index.ts";
import { lockDatabase } from "../index/index.ts";
import { createLogger, hideSecrets, maskSecrets } from "../log/index.ts";
import type { BuildProgress } from "../model/index.ts";
import { endWithParent } from "../process/index.ts";
import { IndexLockedError } from "../storage/index.ts";
import {
  ALIVE_MS,
  type WorkerMessage,
  type WorkerOutcome,
  type WorkerRequest,
} from "./build-options.ts";
import { buildIndex } from "./ensure-index.ts";
import { publishIndex } from "./publish-index.ts";
import { SelfTestError } from "./self-check.ts";

endWithParent();

/**
 * Entry of the child process that builds the index: embedding blocks the event loop, and a file may hold what takes for
 * ever to read. It says which file it begins, so that its parent can kill it and leave that one out. Any second
 * message cancels the build.
 */
const send = (message: WorkerMessage) =>
  new Promise<void>((resolve) => {
    if (!process.send) return resolve();
    process.send(message, () => resolve());
  });

/** Messages wake the parent: who looks at a bar sees no more than this. */
const PROGRESS_MS = 100;

/** Tells of a phase its beginning, its end, and how far it is from time to time. */
function sendProgress(): (progress: BuildProgress) => void {
  let told: { readonly phase: string; readonly at: number } | null = null;
  return (progress) => {
    const now = performance.now();
    const { phase, done, total } = progress;
    if (told?.phase === phase && done < total && now - told.at < PROGRESS_MS) return;
    told = { phase, at: now };
    void send({ type: "progress", progress });
  };
}

async function build(request: WorkerRequest, signal: AbortSignal) {
  const { config, startedBy } = request;
  const { databaseUrl: url, databaseSchema: schema, indexDir } = config;
  if (url === null) return buildHere(request, signal);
  hideSecrets([url]);
  // First of all: whoever comes second need not embed anything to be told so.
  const session = await lockDatabase({ url, schema }, startedBy);
  try {
    const counters = await buildHere(request, signal);
    await publishIndex({ indexDir, session, onProgress: sendProgress(), signal });
    return counters;
  } finally {
    await session.close();
  }
}

async function buildHere(request: WorkerRequest, signal: AbortSignal) {
  const { config, full, again, leaveOut, startedBy } = request;
  const embedder = await createEmbedder(embedderOptions(config));
  return buildIndex({
    corpusDir: request.fromStored ? null : config.corpusDir,
    indexDir: config.indexDir,
    embedder,
    full,
    again,
    leaveOut: new Map(leaveOut),
    onFile: (at) => send({ type: "at", at }),
    startedBy,
    signal,
    logger: createLogger(config.logLevel),
    onProgress: sendProgress(),
  });
}

async function outcomeOf(request: WorkerRequest, signal: AbortSignal): Promise<WorkerOutcome> {
  try {
    return { kind: "done", counters: await build(request, signal) };
  } catch (error) {
    if (error instanceof IndexLockedError) {
      const { startedBy = "?", since = new Date(), pid } = error.holder ?? {};
      const busy = { kind: "busy", startedBy, since: since.toISOString() } as const;
      return pid === undefined ? busy : { ...busy, pid };
    }
    if (signal.aborted) return { kind: "cancelled" };
    const reason = maskSecrets((error as Error).message);
    if (error instanceof SelfTestError) return { kind: "failed", reason, selfTest: error.failure };
    return { kind: "failed", reason };
  }
}

process.once("message", async (request: WorkerRequest) => {
  const cancel = new AbortController();
  process.once("message", () => cancel.abort());
  setInterval(() => void send({ type: "alive" }), ALIVE_MS).unref();
  await send({ type: "end", outcome: await outcomeOf(request, cancel.signal) });
  process.exit(0);
});
