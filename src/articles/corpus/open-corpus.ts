import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Logger } from "pino";
import { type ChangeLog, openChangeLog } from "./change-log.ts";
import { CorpusStore } from "./corpus-store.ts";
import { openProposals, type Proposals } from "./proposals.ts";

/** The corpus as admins change it, with its log and what waits for a decision. */
export interface Corpus {
  readonly store: CorpusStore;
  readonly log: ChangeLog;
  readonly proposals: Proposals;
  close(): void;
}

/**
 * Opens the corpus for changes. What a killed process began is completed first.
 *
 * @param stateDir Folder of `state.db`: the index folder.
 * @throws {Error} Where it cannot be written.
 */
export function openCorpus(corpusDir: string, stateDir: string, logger?: Logger): Corpus {
  const log = openChangeLog(stateDir);
  const store = new CorpusStore(corpusDir, log);
  recover(store, logger);
  const proposals = openProposals(stateDir);
  return {
    store,
    log,
    proposals,
    close() {
      proposals.close();
      log.close();
    },
  };
}

/** For programs that only index: completes what a killed process began to change, where it began something. */
export function recoverCorpus(
  { corpusDir, indexDir }: { readonly corpusDir: string; readonly indexDir: string },
  logger?: Logger,
): void {
  if (!existsSync(join(indexDir, "state.db"))) return;
  try {
    openCorpus(corpusDir, indexDir, logger).close();
  } catch (error) {
    // A folder that cannot be written, or a damaged file, which the bot mends: no reason not to index.
    logger?.warn({ reason: (error as Error).message }, "changes of the corpus are not looked for");
  }
}

function recover(store: CorpusStore, logger?: Logger): void {
  try {
    const count = store.recover();
    if (count > 0) logger?.warn({ count }, "changes of the corpus that were cut off are made");
  } catch (error) {
    logger?.error({ reason: (error as Error).message }, "a cut-off change cannot be made now");
  }
}
