import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import Libsql from "libsql";

/** The calls by which the program changes what is on the disk, but for rows inside a transaction. */
const CHANGES = [
  "copyFileSync",
  "fsyncSync",
  "linkSync",
  "mkdirSync",
  "renameSync",
  "rmSync",
  "truncateSync",
  "writeFileSync",
] as const;

type AnyFunction = (...values: unknown[]) => unknown;

/** Kills this process with SIGKILL right before its `step`-th change of the disk from now on, 1 the first. */
export function killAtStep(step: number): void {
  let left = step;
  const counted = (change: AnyFunction): AnyFunction =>
    function (this: unknown, ...values) {
      // The system ends the process before `kill` returns.
      if (--left === 0) process.kill(process.pid, "SIGKILL");
      return change.apply(this, values);
    };
  const functions = fs as unknown as Record<string, AnyFunction>;
  for (const name of CHANGES) functions[name] = counted(functions[name]!);
  syncBuiltinESMExports();
  const { prototype } = Libsql as unknown as { prototype: { exec: AnyFunction } };
  prototype.exec = counted(prototype.exec);
}
