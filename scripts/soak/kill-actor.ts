/** Works on an index until it is killed. */
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import Libsql from "libsql";
import { openCorpus } from "../../src/articles/corpus/open-corpus.ts";
import { createEmbedder } from "../../src/embedding/create-embedder.ts";
import { Random } from "../shared/random.ts";
import { OPERATIONS, type Promised } from "./kill-operations.ts";

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
function killAtStep(step: number): void {
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

export interface ActorOrder {
  readonly corpusDir: string;
  readonly indexDir: string;
  readonly seed: number;
  /** First of the numbers that this process may give. */
  readonly from: number;
  /** The change of the disk before which it kills itself; null: somebody else kills it. */
  readonly killAtStep: number | null;
}

const embedder = await createEmbedder({
  model: "visits-vi-static",
  modelsDir: "embeddings",
  cacheDir: "embeddings/cache",
});
process.on("disconnect", () => process.exit(0));
process.once("message", async (order: ActorOrder) => {
  const { corpusDir, indexDir, seed, from } = order;
  if (order.killAtStep !== null) killAtStep(order.killAtStep);
  const random = new Random(seed);
  let number = from;
  const scene = {
    corpusDir,
    indexDir,
    corpus: openCorpus(corpusDir, indexDir),
    embedder,
    random,
    next: () => number++,
    acknowledge: (promise: Promised) =>
      new Promise<void>((resolve) => {
        process.once("message", () => resolve());
        process.send!(promise);
      }),
  };
  for (;;) await OPERATIONS[random.below(OPERATIONS.length)]!(scene);
});
process.send!("ready");
