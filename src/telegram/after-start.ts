import type { Logger } from "pino";
import type { Config } from "../config/config.ts";
import type { VisitsEngine } from "../engine.ts";
import { activeHold } from "../index/hold.ts";
import { hasPendingChanges } from "../index/plan.ts";
import type { Reindexer } from "../index/reindexer.ts";
import type { Staleness } from "../index/usable-index.ts";
import type { Locale } from "../locale/locale.ts";
import type { TelegramBot } from "./bot.ts";
import { reindexReport } from "./features/reindex.ts";

interface AfterStart {
  readonly config: Config;
  readonly engine: VisitsEngine;
  readonly reindexer: Reindexer;
  readonly bot: Pick<TelegramBot, "tellAdmins">;
  readonly logger: Logger;
  /** Name under which a damaged `state.db` was put aside, or null. */
  readonly putAside: string | null;
}

/** What only an admin decides: it may take hours. */
type Decision = Exclude<Staleness, { kind: "register" }>;

/** True where only an admin decides when the index is built anew. */
export const needsDecision = (stale: Staleness | null): stale is Decision =>
  stale !== null && stale.kind !== "register";

const staleText = (stale: Decision) => (locale: Locale) =>
  stale.kind === "model"
    ? locale.operations.staleModel(stale.indexed, stale.wanted)
    : locale.operations.staleSettings;

/**
 * What is left to do when the bot answers: takes in what changed in the corpus, in a child process. An index
 * of another model or other settings, or one that was gone back to, is left to the admins, who are told.
 */
export async function afterStart(options: AfterStart): Promise<void> {
  const { config, engine, reindexer, bot, logger } = options;
  const { putAside } = options;
  if (putAside !== null) {
    await bot.tellAdmins(({ operations }) => operations.stateDamaged(putAside));
  }
  const { staleness } = engine;
  if (needsDecision(staleness)) {
    logger.warn({ staleness }, "the index is not as it would be built now; /reindex builds it");
    return bot.tellAdmins(staleText(staleness));
  }
  const hold = activeHold(config.indexDir);
  if (hold !== null) {
    logger.warn({ hold }, "the index was rolled back; /reindex brings it up to date");
    return bot.tellAdmins(({ operations }) => operations.held(hold));
  }
  try {
    if (staleness === null && !hasPendingChanges(config.indexDir, config.corpusDir)) return;
    const outcome = await reindexer.start({
      full: false,
      startedBy: "start",
      onProgress: () => {},
    });
    if (outcome.kind === "done") {
      await engine.reload();
      logger.info(outcome.counters, "the index is up to date");
    } else {
      logger.warn({ outcome }, "the present index is used as it is");
      if (outcome.kind === "failed") await bot.tellAdmins((l) => reindexReport(outcome, l));
    }
  } catch (error) {
    logger.warn({ reason: (error as Error).message }, "the present index is used as it is");
  }
}
