import { setTimeout as sleep } from "node:timers/promises";
import type { Logger } from "pino";
import { openChangeLog, recoverCorpus } from "../../../articles/corpus/index.ts";
import type { Config } from "../../../config/index.ts";
import { activeHold, indexPlace } from "../../../index/index.ts";
import { builtInChild, prepareData, rollBack } from "../../../indexing/index.ts";
import { localeFor } from "../../../locale/index.ts";
import type { IndexCounters } from "../../../model/index.ts";
import { IndexLockedError } from "../../../storage/index.ts";
import { note, printableName, printLine, progressBar } from "../io.ts";
import { commandLineActor } from "../open.ts";
import { commandLogger, settings } from "../settings.ts";

const COUNTERS = ["indexed", "updated", "unchanged", "removed", "skipped"] as const;

/** The counters on one line, then each skipped file with its reason. */
export function countersText(counters: IndexCounters): string {
  const numbers = COUNTERS.map((name) => `${name} ${counters[name]}`).join(", ");
  const failures = counters.failures.map(
    ({ path, reason }) => `skipped ${printableName(path)}: ${reason}`,
  );
  return [numbers, ...failures].join("\n");
}

/** `index`: brings the index up to date with the corpus. @returns The exit code. */
export async function index(options: { readonly full?: boolean }): Promise<number> {
  const config = settings();
  const logger = await commandLogger(config);
  prepareData(config, logger);
  recoverCorpus(config, logger);
  const cancel = new AbortController();
  const onSignal = () => cancel.abort();
  process.once("SIGINT", onSignal).once("SIGTERM", onSignal);
  const { indexing } = localeFor(config.language);
  const bar = progressBar(indexing.phase);
  try {
    const counters = await builtInChild({
      config: { ...config, logLevel: logger.level as Config["logLevel"] },
      full: options.full ?? false,
      startedBy: "the command line",
      signal: cancel.signal,
      onProgress: bar.update,
    });
    bar.stop();
    await printLine(countersText(counters));
    if (counters.indexed + counters.updated + counters.unchanged === 0)
      process.stderr.write(`${indexing.emptyCorpus(config.corpusDir)}\n`);
    return 0;
  } catch (error) {
    bar.stop();
    if (cancel.signal.aborted)
      throw new Error(
        "Cancelled. The index is as it was before; the next run goes on from what is done.",
      );
    throw error;
  }
}

/** `rollback`: makes an older generation of the index the one in use. @returns 1 where that cannot be. */
export async function rollback(generation?: string): Promise<number> {
  const config = settings();
  const { indexDir } = config;
  const actor = commandLineActor();
  const outcome = rollBack({ place: indexPlace(config), by: actor.name, generation });
  if (outcome.kind === "none") throw new Error("There is no older generation of the index.");
  if (outcome.kind === "unknown") {
    const known = outcome.known.join(", ") || "none";
    throw new Error(`There is no generation ${outcome.generation}. These are kept: ${known}.`);
  }
  if (outcome.kind === "busy")
    throw new Error(`The index is being written by ${outcome.startedBy}. Wait, then try again.`);
  if (outcome.kind === "damaged")
    throw new Error(`Generation ${outcome.generation} cannot be used: ${outcome.reason}.`);
  const { now, before } = outcome;
  const log = openChangeLog(indexDir);
  log.note(actor, "rollback", `${before} → ${now.generation}`);
  log.close();
  await printLine(
    `generation ${now.generation}: ${now.articles} articles, built ${now.builtAt} (before: ${before}). A running bot uses it within seconds.`,
  );
  return 0;
}

/** A run of the bot after a change takes seconds; a full one may take longer than anybody waits. */
const WAIT_MS = 60_000;
const RETRY_MS = 500;

const LATER =
  'The change is kept; "npm run -s cli -- index" takes it into the index, as does the next run of a bot.';

/**
 * Takes what was changed in the corpus into the index, waiting while another process writes it, and prints how that
 * went. An index that somebody went back to is left as it is.
 *
 * @returns What the run did; null where the index was left as it is.
 * @throws {Error} Where it cannot be done now; the change is kept all the same.
 */
export async function indexChanges(
  config: Config,
  startedBy: string,
  logger: Logger,
): Promise<IndexCounters | null> {
  const hold = activeHold(indexPlace(config));
  if (hold !== null) {
    await printLine(
      `The index is kept at generation ${hold.generation}, which ${hold.by} went back to. ${LATER}`,
    );
    return null;
  }
  const deadline = performance.now() + WAIT_MS;
  let told = false;
  const quiet = { ...config, logLevel: logger.level as Config["logLevel"] };
  for (;;) {
    try {
      return await builtInChild({ config: quiet, full: false, startedBy });
    } catch (error) {
      if (!(error instanceof IndexLockedError) || performance.now() > deadline)
        throw new Error(`${(error as Error).message} ${LATER}`);
      const who = error.holder?.startedBy ?? "another process";
      if (!told) note(`The index is being written by ${who}; waiting.`);
      told = true;
      await sleep(RETRY_MS);
    }
  }
}
