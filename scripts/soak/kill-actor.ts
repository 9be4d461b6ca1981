/** Works on an index until it is killed. */
import { openCorpus } from "../../src/articles/corpus/open-corpus.ts";
import { createEmbedder } from "../../src/embedding/create-embedder.ts";
import { Random } from "../train-embedding/random.ts";
import { killAtStep } from "./kill-at-step.ts";
import { OPERATIONS, type Promised } from "./kill-operations.ts";

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
