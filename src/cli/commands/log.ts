import { printLine } from "../io.ts";
import { openCommandCorpus } from "../open-corpus.ts";

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
    for (const { at, actor, action, path, detail, undone } of entries) {
      const what = [action, path, detail].filter((part) => part !== null && part !== "").join("  ");
      await printLine(`${at}  ${actor.name}  ${what}${undone ? "  (taken back)" : ""}`);
    }
    if (entries.length === 0) process.stderr.write("The log is empty.\n");
    return 0;
  } finally {
    corpus.close();
  }
}
