import { setFlagsFromString } from "node:v8";
import type { Config } from "../config/config.ts";
import { createEngine } from "../engine.ts";
import { ChildReindexer } from "../index/child-reindexer.ts";
import { openState } from "../index/state.ts";
import { createLogger } from "../log/logger.ts";
import { createBot } from "./bot.ts";

/**
 * The heap may grow by this much between two full collections. By default V8 lets it double, most of it
 * garbage of the start; a bot runs for months beside other programs.
 */
const HEAP_GROWING_PERCENT = 5;

/** Exit code after a second signal, by the shell's convention 128 + SIGTERM. */
const FORCED = 143;

/**
 * Runs the Telegram bot until SIGINT or SIGTERM: brings the index up to date, then answers. A second
 * signal ends the process at once.
 *
 * @param config With a bot token.
 * @returns The exit code.
 * @throws {TokenRefused} Where Telegram does not know the token.
 */
export async function run(config: Config): Promise<number> {
  setFlagsFromString(`--heap-growing-percent=${HEAP_GROWING_PERCENT}`);
  const logger = createLogger(config.logLevel);
  const engine = await createEngine({
    config,
    logger,
    onRefreshed: (outcome) => {
      if (outcome.kind === "done") logger.info(outcome.counters, "the index is up to date");
      else logger.warn({ reason: outcome.reason }, "the present index is used as it is");
    },
  });
  if (engine.status().articles === 0) {
    logger.warn(
      { corpusDir: config.corpusDir },
      "there are no articles: every question is refused",
    );
  }
  const feedback = openState(config.indexDir);
  const reindexer = new ChildReindexer(config);
  const bot = createBot({
    token: config.botToken!,
    engine,
    reindexer,
    feedback,
    config: {
      adminIds: config.adminIds,
      apiRoot: config.telegramApiRoot,
      proxy: config.telegramProxy,
      language: config.language,
    },
    logger,
  });
  let signals = 0;
  const onSignal = (signal: NodeJS.Signals) => {
    if (++signals > 1) process.exit(FORCED);
    logger.info({ signal }, "stopping");
    reindexer.cancel();
    void bot.stop();
  };
  process.on("SIGINT", onSignal).on("SIGTERM", onSignal);
  try {
    await bot.start();
    await bot.ended;
  } finally {
    await bot.stop();
    await engine.close();
    feedback.close();
  }
  return 0;
}
