import { readFileSync } from "node:fs";
import { join } from "node:path";

/** Who writes the index now. */
export interface LockHolder {
  readonly pid: number;
  readonly startedBy: string;
  readonly since: Date;
}

/** File beside the lock that says who has it. */
export function holderPath(indexDir: string): string {
  return join(indexDir, "lock.json");
}

/** Who wrote the file last, or null; a killed process leaves its name. */
export function readHolder(indexDir: string): LockHolder | null {
  try {
    const found = JSON.parse(readFileSync(holderPath(indexDir), "utf8"));
    return {
      pid: Number(found.pid),
      startedBy: String(found.startedBy),
      since: new Date(found.since),
    };
  } catch {
    return null;
  }
}
