import { commandLogger, settings } from "./settings.ts";

/** Starts the engine as the environment says. The modules behind it are heavy: loaded when needed. */
export async function startEngine() {
  const config = settings();
  const logger = await commandLogger(config);
  const { createEngine } = await import("../engine.ts");
  return createEngine({ config, logger });
}

/** What the commands use of it. */
export type CommandEngine = Awaited<ReturnType<typeof startEngine>>;
