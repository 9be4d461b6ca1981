import { setTimeout as sleep } from "node:timers/promises";
import type { Logger } from "pino";
import type { Config } from "../../config/index.ts";
import { createEngine, type VisitsEngine } from "../../engine.ts";
import { isDatabaseAway } from "../../storage/postgres/index.ts";
import type { Health } from "../health/index.ts";

const FIRST_WAIT_MS = 1_000;
const LAST_WAIT_MS = 30_000;

/** The engine, once its database answers: until then Telegram keeps what people write, and `/health` says why. */
export async function engineWithin(
  config: Config,
  logger: Logger,
  health: Health,
): Promise<VisitsEngine> {
  for (let waitMs = FIRST_WAIT_MS; ; waitMs = Math.min(LAST_WAIT_MS, waitMs * 2)) {
    try {
      const engine = await createEngine({ config, logger, asItIs: true });
      health.problem("database", null);
      return engine;
    } catch (error) {
      if (!isDatabaseAway(error)) throw error;
      health.problem("database", (error as Error).message);
      logger.error({ reason: (error as Error).message }, "waiting for the database");
      await sleep(waitMs);
    }
  }
}
