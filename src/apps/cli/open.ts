/** What the commands open beside the settings: loaded only by those that need it. */
import { mkdirSync } from "node:fs";
import { userInfo } from "node:os";
import type { Logger } from "pino";
import { type Actor, type Corpus, openCorpus } from "../../articles/corpus/index.ts";
import type { Config } from "../../config/index.ts";
import { indexPlace, isProblem, openIndex } from "../../index/index.ts";
import { noteDataVersion, prepareData } from "../../indexing/index.ts";
import { type IndexReader, REGISTER_READER_VERSION, type Register } from "../../model/index.ts";
import { commandLogger, settings, startEngine } from "./settings.ts";

interface CommandCorpus {
  readonly config: Config;
  readonly logger: Logger;
  readonly corpus: Corpus;
}

/** Opens the corpus that the environment names, for changes, and closes it afterwards. */
export async function withCorpus<T>(use: (opened: CommandCorpus) => Promise<T>): Promise<T> {
  const config = settings();
  const logger = await commandLogger(config);
  prepareData(config, logger);
  for (const dir of [config.corpusDir, config.indexDir]) mkdirSync(dir, { recursive: true });
  // A log without an index must not pass for what an earlier version left.
  noteDataVersion(config.indexDir);
  const corpus = openCorpus(config.corpusDir, config.indexDir, logger);
  try {
    return await use({ config, logger, corpus });
  } finally {
    corpus.close();
  }
}

/** Opens the index in use without the model, and closes it afterwards. */
export async function withIndex<T>(use: (index: IndexReader) => Promise<T>): Promise<T> {
  const index = openIndex(indexPlace(settings()));
  if (isProblem(index)) throw new Error(`${index.reason}. Run "npm run -s cli -- index" first.`);
  try {
    return await use(index);
  } finally {
    index.close();
  }
}

/** The register of the index in use. */
interface OpenRegister {
  readonly register: Register;
  close(): Promise<void>;
}

/** Opens the register without the model; an index that is missing or of another reader is built first. */
export async function openRegister(): Promise<OpenRegister> {
  const index = openIndex(indexPlace(settings()), {
    registerReaderVersion: REGISTER_READER_VERSION,
  });
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
