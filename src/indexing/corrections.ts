import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Base } from "../index/index.ts";
import { CORRECTIONS_FILE, correctionLines } from "../visits/merge/index.ts";

/** Larger files of corrections are read as far as this. */
const MAX_CORRECTIONS_BYTES = 4 << 20;

/** What admins corrected of the register, as lines of their file. */
export interface CorrectionLines {
  readonly lines: readonly string[];
  /** Those of the index in use. */
  readonly before: readonly string[];
  readonly areSame: boolean;
}

/** @param corpusDir Null: those of the index in use stay. */
export function correctionLinesOf(corpusDir: string | null, base: Base | null): CorrectionLines {
  const before = base?.manifest.register.corrections ?? [];
  const path = corpusDir === null ? null : join(corpusDir, CORRECTIONS_FILE);
  const text = (file: string) =>
    existsSync(file) ? readFileSync(file).subarray(0, MAX_CORRECTIONS_BYTES).toString("utf8") : "";
  const lines = path === null ? before : correctionLines(text(path));
  return { lines, before, areSame: lines.join("\n") === before.join("\n") };
}
