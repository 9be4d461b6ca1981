import { accessSync, constants, existsSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * Makes sure that files can be written in a folder, or that it can be created; leaves nothing behind.
 *
 * @throws {Error} Naming the folder that is not writable.
 */
export function assertWritable(dir: string): void {
  let folder = dir;
  while (!existsSync(folder) && dirname(folder) !== folder) folder = dirname(folder);
  try {
    accessSync(folder, constants.W_OK);
    if (folder !== dir) return;
    const probe = join(dir, `.write-test-${process.pid}`);
    writeFileSync(probe, "x", { flush: true });
    rmSync(probe);
  } catch (error) {
    throw new Error(`${folder} is not writable (${(error as NodeJS.ErrnoException).code})`);
  }
}
