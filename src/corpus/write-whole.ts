import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { syncToDisk } from "../index/durable.ts";

/**
 * Writes a file in one step, folders included; it is on the disk afterwards. Hidden while it is incomplete, so that
 * nobody indexes a part. One writer at a time: what a killed one left is written over by the next.
 */
export function writeWhole(file: string, bytes: Uint8Array): void {
  const folder = dirname(file);
  const made = mkdirSync(folder, { recursive: true });
  if (made !== undefined) syncToDisk(dirname(made));
  const temporary = join(folder, `.${basename(file)}.tmp`);
  try {
    writeFileSync(temporary, bytes, { flush: true });
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
  syncToDisk(folder);
}
