import { backUp, restore as restoreData } from "../../../indexing/index.ts";
import { note, printableName, printLine } from "../io.ts";
import { settings } from "../settings.ts";

/** `backup`: saves corpus, index and state. @returns The exit code. */
export async function backup(to: string): Promise<number> {
  const { files, passedOver } = await backUp(settings(), to);
  const sizes = Object.values(files).map(({ bytes }) => bytes);
  const megabytes = sizes.reduce((sum, bytes) => sum + bytes, 0) / 1e6;
  await printLine(`saved ${sizes.length} files, ${megabytes.toFixed(1)} MB, in ${to}`);
  for (const path of passedOver) {
    note(`not saved ${printableName(path)}: only regular files are; put the file itself there`);
  }
  return 0;
}

/** `restore`: puts a backup in the place of corpus, index and state. @returns The exit code. */
export async function restore(from: string): Promise<number> {
  const { files, createdAt } = restoreData(settings(), from);
  await printLine(`restored ${Object.keys(files).length} files, saved at ${createdAt}`);
  return 0;
}
