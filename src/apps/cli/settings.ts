import type { Logger } from "pino";
import { type Config, loadEnv, readConfig, secretSettings } from "../../config/index.ts";
import { createLogger, hideSecrets } from "../../log/index.ts";
import type { Writer } from "../../writer/index.ts";

/** Reads the settings from the environment and `.env`. */
export function settings(): Config {
  loadEnv();
  hideSecrets(secretSettings(process.env));
  return readConfig(process.env, process.cwd());
}

/** Commands log warnings and worse only, whatever the bot's level is. */
export async function commandLogger(config: Config): Promise<Logger> {
  const quiet = ["trace", "debug", "info"].includes(config.logLevel);
  return createLogger(quiet ? "warn" : config.logLevel);
}

/** Starts the engine as the environment says. The modules behind it are heavy: loaded when needed. */
export async function startEngine() {
  const config = settings();
  const logger = await commandLogger(config);
  const { createEngine } = await import("../../engine.ts");
  return createEngine({ config, logger });
}

/** The writer as the environment says; null where none is set, or none is wanted. */
export async function startWriter(isWanted: boolean): Promise<Writer | null> {
  const config = settings();
  if (!isWanted || config.writerUrl === null) return null;
  const { openWriter } = await import("../shared/index.ts");
  return openWriter(config);
}

/** What the commands use of it. */
export type CommandEngine = Awaited<ReturnType<typeof startEngine>>;
