import { embedderOptions } from "../config/embedder-options.ts";
import { createEmbedder } from "../embedding/create-embedder.ts";
import { createLogger } from "../log/logger.ts";
import { maskSecrets } from "../log/mask.ts";
import { buildIndex } from "./build.ts";
import { IndexLockedError } from "./lock.ts";
import { SelfTestError } from "./self-test-error.ts";
import type { WorkerMessage, WorkerOutcome, WorkerRequest } from "./worker-protocol.ts";

/**
 * Entry of the child process that builds the index, so that the bot's own process goes on answering:
 * embedding blocks the event loop. Any second message, and the loss of the parent, cancel the build.
 */
const send = (message: WorkerMessage) =>
  new Promise<void>((resolve) => {
    if (!process.send) return resolve();
    process.send(message, () => resolve());
  });

async function build({ config, full, again, startedBy }: WorkerRequest, signal: AbortSignal) {
  const embedder = await createEmbedder(embedderOptions(config));
  return buildIndex({
    corpusDir: config.corpusDir,
    indexDir: config.indexDir,
    embedder,
    full,
    again,
    startedBy,
    signal,
    logger: createLogger(config.logLevel),
    onProgress: (progress) => void send({ type: "progress", progress }),
  });
}

async function outcomeOf(request: WorkerRequest, signal: AbortSignal): Promise<WorkerOutcome> {
  try {
    return { kind: "done", counters: await build(request, signal) };
  } catch (error) {
    if (error instanceof IndexLockedError) {
      const { startedBy = "?", since = new Date() } = error.holder ?? {};
      return { kind: "busy", startedBy, since: since.toISOString() };
    }
    if (signal.aborted) return { kind: "cancelled" };
    const reason = maskSecrets((error as Error).message);
    if (error instanceof SelfTestError) {
      return { kind: "failed", reason, selfTest: error.failure };
    }
    return { kind: "failed", reason };
  }
}

process.once("message", async (request: WorkerRequest) => {
  const cancel = new AbortController();
  process.once("message", () => cancel.abort());
  process.once("disconnect", () => cancel.abort());
  await send({ type: "end", outcome: await outcomeOf(request, cancel.signal) });
  process.exit(0);
});
