import { type DiskProblem, diskFull, diskProblem } from "../../storage/index.ts";

/** Why the corpus cannot be changed now: another process changes it, the disk, or the log; stable keys for translation. */
export type CorpusProblem = DiskProblem;

const MESSAGES: Readonly<Record<CorpusProblem, (code: string) => string>> = {
  busy: () => "Another process is changing the corpus. Wait a moment, then try again.",
  full: diskFull,
  "not-writable": (code) =>
    `The folder of the articles or of the index cannot be written (${code}). Make CORPUS_DIR and INDEX_DIR writable, then try again.`,
  damaged: (code) =>
    `The log of changes (state.db) is damaged (${code}). Start the bot, which begins a new one, or restore a backup.`,
};

/** The corpus cannot be changed now; nothing was changed. */
export class CorpusError extends Error {
  override readonly name = "CorpusError";

  constructor(
    readonly problem: CorpusProblem,
    /** What the system or SQLite said. */
    readonly code: string,
  ) {
    super(`${MESSAGES[problem](code)} Nothing was changed.`);
  }
}

/** The same error, in words where the disk, a permission or another process is to blame. */
export function asCorpusError(error: unknown): unknown {
  const found = diskProblem(error);
  return found === null ? error : new CorpusError(found.problem, found.code);
}
