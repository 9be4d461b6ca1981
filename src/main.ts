import { loadEnv } from "./config/index.ts";
import { preloadRuntime } from "./embedding/index.ts";
import { guardOutput, hideSecrets, maskSecrets } from "./log/index.ts";

/** Errors whose message tells what happened and what to do next. */
const PLAIN_ERRORS = [
  "ConfigError",
  "EmbeddingModelError",
  "IndexError",
  "IndexLockedError",
  "TokenRefused",
  "PortError",
  "BotAlreadyRunning",
];

/** Tells an error on stderr in a line or two. @returns The exit code. */
function report(error: unknown): number {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  const advice = PLAIN_ERRORS.includes(name)
    ? ""
    : '\nRun "npm run -s cli -- doctor" to find out what is wrong.';
  process.stderr.write(`${maskSecrets(message)}${advice}\n`);
  return 1;
}

/** Runs the Telegram bot where BOT_TOKEN is set, else a chat in the terminal. */
async function main(): Promise<number> {
  loadEnv();
  guardOutput();
  preloadRuntime();
  // Loaded side by side, and only what is needed: the first answer waits for it.
  const settings = import("./config/index.ts");
  const isBot = (process.env.BOT_TOKEN ?? "").trim() !== "";
  const program = isBot ? import("./apps/telegram/index.ts") : import("./apps/cli/index.ts");
  const { readConfig, secretSettings } = await settings;
  hideSecrets(secretSettings(process.env));
  const config = readConfig(process.env, process.cwd());
  return (await program).run(config);
}

// Library errors may hold the bot token; Node's own report would print them as they are.
process.on("uncaughtException", (error) => process.exit(report(error)));
main()
  .catch(report)
  .then((code) => {
    process.exitCode = code;
  });
