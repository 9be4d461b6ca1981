import { accessSync, constants, existsSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * Makes sure that files can be written in a folder, or that it can be created; leaves nothing behind.
 *
 * @param bytes Size of the file that is tried.
 * @throws {Error} Naming the folder that is not writable.
 */
export function assertWritable(dir: string, bytes = 1): void {
  let folder = dir;
  while (!existsSync(folder) && dirname(folder) !== folder) folder = dirname(folder);
  try {
    accessSync(folder, constants.W_OK);
    if (folder !== dir) return;
    const probe = join(dir, `.write-test-${process.pid}`);
    try {
      writeFileSync(probe, "x".repeat(bytes), { flush: true });
    } finally {
      rmSync(probe, { force: true });
    }
  } catch (error) {
    throw new Error(`${folder} is not writable (${(error as NodeJS.ErrnoException).code})`);
  }
}
