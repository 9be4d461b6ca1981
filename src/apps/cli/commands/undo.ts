import type { LoggedAction } from "../../../articles/corpus/index.ts";
import { printableName, printLine } from "../io.ts";
import { commandLineActor, openCommandCorpus } from "../open.ts";
import { indexChanges } from "./index.ts";

const WHAT: Partial<Record<LoggedAction, string>> = {
  add: "the addition",
  update: "the update",
  edit: "the editing",
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
          : "There is nothing to undo.",
      );
    }
    const { action, path, title } = outcome;
    await printLine(`undid ${WHAT[action] ?? action} of ${printableName(path)}: ${title}`);
    await indexChanges(config, actor.name, logger);
    return 0;
  } finally {
    corpus.close();
  }
}

/** `log`: what admins did, newest first. @returns The exit code. */
export async function log(options: {
  readonly limit: number;
  readonly json?: boolean;
}): Promise<number> {
  const { corpus } = await openCommandCorpus();
  try {
    const entries = corpus.log.entries(0, options.limit);
    if (options.json) {
      await printLine(JSON.stringify(entries));
      return 0;
    }
    for (const { at, actor, action, path, detail, undone, changes } of entries) {
      const more = Object.entries(changes).map(([field, value]) => `${field}: ${value ?? "-"}`);
      const what = [action, path, detail, ...more]
        .filter((part) => part !== null && part !== "")
        .join("  ");
      await printLine(`${at}  ${actor.name}  ${what}${undone ? "  (taken back)" : ""}`);
    }
    if (entries.length === 0) process.stderr.write("The log is empty.\n");
    return 0;
  } finally {
    corpus.close();
  }
}
