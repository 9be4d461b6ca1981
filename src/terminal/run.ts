import { endWithReader, note } from "../cli/io.ts";
import type { Config } from "../config/config.ts";
import { recoverCorpus } from "../corpus/open-corpus.ts";
import { createEngine } from "../engine.ts";
import { localeFor } from "../locale/locales.ts";
import { createLogger } from "../log/logger.ts";
import { answerLines, chatWithPerson } from "./chat.ts";
import { indexProgress } from "./index-progress.ts";
import { refreshNotices } from "./notices.ts";

/** Ctrl+C while the index is built: the bar hid the cursor, and the index stays as it was. */
const INTERRUPTED = 130;

/**
 * The chat in the terminal: brings the index up to date, then answers. Only answers go to stdout.
 *
 * @returns The exit code.
 */
export async function run(config: Config): Promise<number> {
  endWithReader();
  const locale = localeFor(config.language);
  const progress = await indexProgress(locale.indexing);
  const interrupt = () => {
    progress.stop();
    process.exit(INTERRUPTED);
  };
  process.once("SIGINT", interrupt);
  const notices: string[] = [];
  // What a person should know comes as notices; the log is for finding faults.
  const logger = createLogger(config.logLevel === "info" ? "error" : config.logLevel);
  recoverCorpus(config, logger);
  const engine = await createEngine({
    config,
    logger,
    onProgress: progress.update,
    onRefreshed: (outcome) => notices.push(...refreshNotices(outcome, locale)),
  }).finally(progress.stop);
  process.off("SIGINT", interrupt);
  for (const notice of notices) note(notice);
  try {
    if (engine.status().articles === 0) {
      process.stderr.write(`${locale.indexing.emptyCorpus(config.corpusDir)}\n`);
      return 1;
    }
    const color = process.stdout.isTTY === true && !process.env.NO_COLOR;
    const person = process.stdin.isTTY === true && process.stdout.isTTY === true;
    return await (person ? chatWithPerson : answerLines)({ engine, locale, color });
  } finally {
    await engine.close();
  }
}
