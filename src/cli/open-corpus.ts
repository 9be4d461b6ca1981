import { mkdirSync } from "node:fs";
import type { Logger } from "pino";
import type { Config } from "../config/config.ts";
import { type Corpus, openCorpus } from "../corpus/open-corpus.ts";
import { prepareData } from "../data/prepare.ts";
import { noteDataVersion } from "../data/version.ts";
import { commandLogger, settings } from "./settings.ts";

export interface CommandCorpus {
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
