import type { LoggedAction } from "../../corpus/change-log.ts";
import { printableName } from "../../terminal/printable.ts";
import { commandLineActor } from "../actor.ts";
import { indexChanges } from "../index-changes.ts";
import { printLine } from "../io.ts";
import { openCommandCorpus } from "../open-corpus.ts";

const WHAT: Partial<Record<LoggedAction, string>> = {
  add: "the adding",
  update: "the update",
  remove: "the removal",
};

/** `undo`: takes the last change of the corpus back. @returns The exit code. */
export async function undo(): Promise<number> {
  const { config, logger, corpus } = await openCommandCorpus();
  try {
    const actor = commandLineActor();
    const outcome = corpus.store.undo(actor);
    if (!outcome.ok) {
      throw new Error(
        outcome.problem === "changed"
          ? `${printableName(outcome.path)} was edited since, so the last change cannot be taken back. Edit the file, then run "npm run -s cli -- index".`
          : "There is no change to take back.",
      );
    }
    const { action, path, title } = outcome;
    await printLine(`took back ${WHAT[action] ?? action} of ${printableName(path)}: ${title}`);
    await indexChanges(config, actor.name, logger);
    return 0;
  } finally {
    corpus.close();
  }
}
