import type { Config } from "../../config/config.ts";
import { recoverCorpus } from "../../corpus/open-corpus.ts";
import { prepareData } from "../../data/prepare.ts";
import { builtInChild } from "../../index/build-in-child.ts";
import type { IndexCounters } from "../../index/reindexer.ts";
import { localeFor } from "../../locale/locales.ts";
import { printableName } from "../../terminal/printable.ts";
import { printLine } from "../io.ts";
import { progressBar } from "../progress-bar.ts";
import { commandLogger, settings } from "../settings.ts";

const COUNTERS = ["indexed", "updated", "unchanged", "removed", "skipped"] as const;

/** The counters on one line, then each skipped file with its reason. */
export function countersText(counters: IndexCounters): string {
  const numbers = COUNTERS.map((name) => `${name} ${counters[name]}`).join(", ");
  const failures = counters.failures.map(
    ({ path, reason }) => `skipped ${printableName(path)}: ${reason}`,
  );
  return [numbers, ...failures].join("\n");
}

/** `index`: brings the index up to date with the corpus. @returns The exit code. */
export async function index(options: { readonly full?: boolean }): Promise<number> {
  const config = settings();
  const logger = await commandLogger(config);
  prepareData(config, logger);
  recoverCorpus(config, logger);
  const cancel = new AbortController();
  const onSignal = () => cancel.abort();
  process.once("SIGINT", onSignal).once("SIGTERM", onSignal);
  const { indexing } = localeFor(config.language);
  const bar = progressBar(indexing.phase);
  try {
    const counters = await builtInChild({
      config: { ...config, logLevel: logger.level as Config["logLevel"] },
      full: options.full ?? false,
      startedBy: "the command line",
      signal: cancel.signal,
      onProgress: bar.update,
    });
    bar.stop();
    await printLine(countersText(counters));
    if (counters.indexed + counters.updated + counters.unchanged === 0) {
      process.stderr.write(`${indexing.emptyCorpus(config.corpusDir)}\n`);
    }
    return 0;
  } catch (error) {
    bar.stop();
    if (cancel.signal.aborted)
      throw new Error(
        "Cancelled. The index is as it was before; the next run goes on from what is done.",
      );
    throw error;
  }
}
