/** Works on an index until it is killed. */
import { openCorpus } from "../../src/corpus/open-corpus.ts";
import { createEmbedder } from "../../src/embedding/create-embedder.ts";
import { Random } from "../train-embedding/random.ts";
import { OPERATIONS, type Promised } from "./kill-operations.ts";

export interface ActorOrder {
  readonly corpusDir: string;
  readonly indexDir: string;
  readonly seed: number;
  /** First of the numbers that this process may give. */
  readonly from: number;
}

const embedder = await createEmbedder({
  model: "visits-vi-static",
  modelsDir: "embeddings",
  cacheDir: "embeddings/cache",
});
process.on("disconnect", () => process.exit(0));
process.once("message", async ({ corpusDir, indexDir, seed, from }: ActorOrder) => {
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
