import type { Logger } from "pino";
import { type Config, readConfig } from "../config/config.ts";
import { loadEnv } from "../config/env.ts";

/** Reads the settings from the environment and `.env`. */
export function settings(): Config {
  loadEnv();
  return readConfig(process.env, process.cwd());
}

/** Commands log warnings and worse only, whatever the bot's level is. */
export async function commandLogger(config: Config): Promise<Logger> {
  const { createLogger } = await import("../log/logger.ts");
  const quiet = ["trace", "debug", "info"].includes(config.logLevel);
  return createLogger(quiet ? "warn" : config.logLevel);
}
