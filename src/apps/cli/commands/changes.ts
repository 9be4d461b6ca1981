import {
  EDIT_FIELDS,
  type EditField,
  type EditProblem,
  type FieldChanges,
  fieldValue,
  isEditable,
  type LoggedAction,
  withTypedField,
} from "../../../articles/corpus/index.ts";
import { indexPlace } from "../../../index/index.ts";
import type { Article } from "../../../model/index.ts";
import { printableName, printLine, UsageError } from "../io.ts";
import { commandLineActor, withCorpus } from "../open.ts";
import { storedArticle } from "./articles.ts";
import { indexChanges } from "./index.ts";

/** Typed values by field; `-` takes one away. */
type EditOptions = Partial<Record<EditField, string>>;

const PROBLEM: Readonly<Record<EditProblem, string>> = {
  "no-title": "An article needs a title.",
  "too-long": "It is too long.",
  "bad-address": "It must be an http or https address.",
  "bad-kind": "It must be original or summary.",
  unreadable: "It must be a day such as 2025-01-21 or 21/01/2025.",
  impossible: "No calendar has this day.",
  "too-late": "This day lies too far ahead.",
  "too-early": "This day lies too long ago.",
};

/** `edit`: mends what is known of an article. @returns The exit code. */
export async function edit(id: string, options: EditOptions): Promise<number> {
  const fields = EDIT_FIELDS.filter((field) => options[field] !== undefined);
  if (fields.length === 0)
    throw new UsageError(`give a field: ${EDIT_FIELDS.map((field) => `--${field}`).join(", ")}`);
  return await withCorpus(async ({ config, logger, corpus }) => {
    const found = storedArticle(indexPlace(config), id);
    if (found === null)
      throw new Error(
        `There is no article ${printableName(id)}. "npm run -s cli -- articles WORDS" shows ids.`,
      );
    if (found.article.partOf !== null)
      throw new Error(`It is a brief on another article's page: ${found.article.partOf}`);
    if (!isEditable(found.path))
      throw new Error("It is a sheet. Edit the file, then run the index command.");
    let edited: Article = found.article;
    for (const field of fields) {
      const read = withTypedField(edited, field, options[field]!);
      if (!read.ok) throw new UsageError(`--${field}: ${PROBLEM[read.problem]}`);
      edited = read.article;
    }
    const changes: FieldChanges = Object.fromEntries(
      fields.map((field) => [field, fieldValue(edited, field)]),
    );
    const actor = commandLineActor();
    if (!corpus.store.edit(found.path, edited, changes, actor))
      throw new Error(`Its file ${printableName(found.path)} is gone. Run the index command.`);
    for (const [field, value] of Object.entries(changes))
      await printLine(`${field}: ${value ?? "(none)"}`);
    await indexChanges(config, actor.name, logger);
    await printLine('take it back with "npm run -s cli -- undo"');
    return 0;
  });
}

const WHAT: Partial<Record<LoggedAction, string>> = {
  add: "the addition",
  update: "the update",
  edit: "the editing",
  remove: "the removal",
};

/** `undo`: takes the last change of the corpus back. @returns The exit code. */
export async function undo(): Promise<number> {
  return await withCorpus(async ({ config, logger, corpus }) => {
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
  });
}

/** `log`: what admins did, newest first. @returns The exit code. */
export async function log(options: {
  readonly limit: number;
  readonly json?: boolean;
}): Promise<number> {
  return await withCorpus(async ({ corpus }) => {
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
  });
}
