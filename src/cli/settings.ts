import { mkdirSync } from "node:fs";
import { userInfo } from "node:os";
import type { Logger } from "pino";
import { type Config, loadEnv, readConfig, secretSettings } from "../config/config.ts";
import type { Actor } from "../corpus/change-log.ts";
import { type Corpus, openCorpus } from "../corpus/open-corpus.ts";
import { noteDataVersion } from "../data/migrations.ts";
import { prepareData } from "../data/prepare.ts";
import { isProblem } from "../index/manifest.ts";
import { openIndex } from "../index/open-index.ts";
import { hideSecrets } from "../log/mask.ts";
import { REGISTER_READER_VERSION } from "../register/read/version.ts";
import type { Register } from "../register/register.ts";

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

/** Starts the engine as the environment says. The modules behind it are heavy: loaded when needed. */
export async function startEngine() {
  const config = settings();
  const logger = await commandLogger(config);
  const { createEngine } = await import("../engine.ts");
  return createEngine({ config, logger });
}

/** What the commands use of it. */
export type CommandEngine = Awaited<ReturnType<typeof startEngine>>;

interface CommandCorpus {
  readonly config: Config;
  readonly logger: Logger;
  readonly corpus: Corpus;
}

/** Opens the corpus that the environment names, for changes; whoever opens it closes `corpus`. */
export async function openCommandCorpus(): Promise<CommandCorpus> {
  const config = settings();
  const logger = await commandLogger(config);
  prepareData(config, logger);
  for (const dir of [config.corpusDir, config.indexDir]) mkdirSync(dir, { recursive: true });
  // A log without an index must not pass for what an earlier version left.
  noteDataVersion(config.indexDir);
  return { config, logger, corpus: openCorpus(config.corpusDir, config.indexDir, logger) };
}

/** The register of the index in use. */
interface OpenRegister {
  readonly register: Register;
  close(): Promise<void>;
}

/** Opens the register without the model; an index that is missing or of another reader is built first. */
export async function openRegister(): Promise<OpenRegister> {
  const { indexDir } = settings();
  const index = openIndex(indexDir, { registerReaderVersion: REGISTER_READER_VERSION });
  if (!isProblem(index)) return { register: index.register(), close: async () => index.close() };
  const engine = await startEngine();
  return { register: engine.register(), close: () => engine.close() };
}

/** Who uses the command line, for the log. */
export function commandLineActor(): Actor {
  return { id: null, name: `command line (${userName()})` };
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    // A container may run as a user that its system does not know.
    return `user ${process.getuid?.() ?? "?"}`;
  }
}
