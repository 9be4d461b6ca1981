import { restore as restoreData } from "../../data/restore.ts";
import { printLine } from "../io.ts";
import { settings } from "../settings.ts";

/** `restore`: puts a backup in the place of corpus, index and state. @returns The exit code. */
export async function restore(from: string): Promise<number> {
  const { files, createdAt } = restoreData(settings(), from);
  await printLine(`restored ${Object.keys(files).length} files, saved at ${createdAt}`);
  return 0;
}
