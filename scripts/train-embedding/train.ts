import { setImmediate } from "node:timers/promises";
import type { Dataset } from "./dataset.ts";
import { createInfoNce } from "./infonce.ts";
import type { PairMaker } from "./pairs.ts";
import type { Random } from "./random.ts";
import type { EmbeddingTable } from "./table.ts";
import { TextBatch } from "./text-batch.ts";

interface TrainOptions {
  readonly steps: number;
  /** Pairs a batch. */
  readonly batch: number;
  readonly temperature: number;
  /** Adam's step size at its highest; it rises over the first 2 % of the steps and falls to a twentieth. */
  readonly rate: number;
  readonly threads: number;
  /** Called after each step with the loss of its batch. */
  readonly onStep?: (step: number, loss: number) => void;
}

/** Articles tried for one batch before it is given up, apart from a hundred a pair. */
const MAX_DRAWS = 10_000;

function rateAt(step: number, options: TrainOptions): number {
  const warm = Math.max(1, Math.round(options.steps * 0.02));
  if (step < warm) return (options.rate * (step + 1)) / warm;
  const done = (step - warm) / Math.max(1, options.steps - warm);
  return options.rate * (0.05 + 0.95 * 0.5 * (1 + Math.cos(Math.PI * done)));
}

/** Trains the table's rows in place. `order` gives the articles to draw from, without end. */
export async function train(
  table: EmbeddingTable,
  pairs: PairMaker,
  order: Iterator<number>,
  options: TrainOptions,
): Promise<void> {
  const { batch } = options;
  const loss = await createInfoNce(batch, table.dimension, options.temperature, options.threads);
  const left = new TextBatch(batch);
  const right = new TextBatch(batch);
  const leftSum = new Float32Array(batch * table.dimension);
  const rightSum = new Float32Array(batch * table.dimension);
  const groups = new Int32Array(batch);
  for (let step = 0; step < options.steps; step++) {
    left.clear();
    right.clear();
    for (let drawn = 0; left.size < batch; drawn++) {
      if (drawn > MAX_DRAWS + batch * 100) {
        throw new RangeError("the corpus holds no articles long enough to learn from");
      }
      const article = order.next().value as number;
      for (const pair of pairs.make(article).slice(0, batch - left.size)) {
        groups[left.size] = pair.apart ? -1 - left.size : article;
        left.push(pair.left);
        right.push(pair.right);
      }
    }
    table.gather(left, leftSum);
    table.gather(right, rightSum);
    const result = await loss.run(leftSum, rightSum, groups);
    table.scatter(left, result.leftGradient);
    table.scatter(right, result.rightGradient);
    table.update(rateAt(step, options));
    options.onStep?.(step + 1, result.loss);
    // The runtime works on the next tick; without a pause no timer (the progress display) would fire.
    await setImmediate();
  }
}

/** All articles in random order, again and again. */
export function* shuffledArticles(data: Dataset, random: Random): Generator<number, never> {
  const order = Int32Array.from({ length: data.articles }, (_, i) => i);
  for (;;) {
    random.shuffle(order);
    yield* order;
  }
}
