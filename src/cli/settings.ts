import type { Logger } from "pino";
import { type Config, readConfig, secretSettings } from "../config/config.ts";
import { loadEnv } from "../config/env.ts";
import { hideSecrets } from "../log/mask.ts";

/** Reads the settings from the environment and `.env`. */
export function settings(): Config {
  loadEnv();
  hideSecrets(secretSettings(process.env));
  return readConfig(process.env, process.cwd());
}

/** Commands log warnings and worse only, whatever the bot's level is. */
export async function commandLogger(config: Config): Promise<Logger> {
  const { createLogger } = await import("../log/logger.ts");
  const quiet = ["trace", "debug", "info"].includes(config.logLevel);
  return createLogger(quiet ? "warn" : config.logLevel);
}
