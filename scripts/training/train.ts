import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import ort from "onnxruntime-node";
import type { Random } from "../shared/random.ts";
import type { Dataset } from "./dataset.ts";
import { constant, ELEMENT, encodeModel, node, value } from "./model-files.ts";
import type { PairMaker } from "./pairs.ts";
import type { EmbeddingTable } from "./table.ts";
import { TextBatch } from "./text.ts";

/** Gradients of the loss by the (not yet normalised) text vectors, row by row as they went in. */
interface InfoNceResult {
  readonly loss: number;
  readonly leftGradient: Float32Array;
  readonly rightGradient: Float32Array;
}

/**
 * Symmetric InfoNCE with in-batch negatives (van den Oord et al. 2018), loss and gradient as one ONNX
 * graph, so that the two n × n products run in native vector code. Row i of both sides is a pair;
 * pairs of one `group` are no negatives of each other.
 */
interface InfoNce {
  /** @param left, right n × dimension, row-major. @param groups n numbers below 2^31. */
  run(left: Float32Array, right: Float32Array, groups: Int32Array): Promise<InfoNceResult>;
}

// L = (1/2n) Σ_i [ −log softmax_row(S)_ii − log softmax_col(S)_ii ],  S = q pᵀ / τ,  q = Q/|Q|, p = P/|P|.
// With G = softmax_row(S) + softmax_col(S) − 2I:  ∂L/∂q = G p / (2nτ),  ∂L/∂p = Gᵀ q / (2nτ), and through the
// normalisation ∂L/∂Q = (∂L/∂q − q (q·∂L/∂q)) / |Q|.
function graphBytes(n: number, dimension: number, temperature: number): Uint8Array {
  const f32 = (name: string, ...values: number[]) =>
    constant(
      name,
      ELEMENT.float,
      values.length === 1 ? [] : [values.length],
      Float32Array.from(values),
    );
  const diagonal = BigInt64Array.from({ length: n }, (_, i) => BigInt(i));
  const last = { axes: [1], keepdims: 1 };
  const pick = (probabilities: string, output: string) =>
    node("GatherElements", [probabilities, "diagonal"], output, { axis: 1 });
  const throughNorm = (side: string, unit: string, norm: string) => [
    node("Mul", [`d_${unit}`, unit], `along_${side}_terms`),
    node("ReduceSum", [`along_${side}_terms`, "axis1"], `along_${side}`, { keepdims: 1 }),
    node("Mul", [unit, `along_${side}`], `radial_${side}`),
    node("Sub", [`d_${unit}`, `radial_${side}`], `tangent_${side}`),
    node("Div", [`tangent_${side}`, norm], `d_${side}`),
  ];
  const unitGradient = (unit: string, mixed: string, other: string) => [
    node("Mul", [other, "two"], `twice_${other}`),
    node("Sub", [mixed, `twice_${other}`], `raw_${unit}`),
    node("Mul", [`raw_${unit}`, "gradient_scale"], `d_${unit}`),
  ];
  return encodeModel({
    name: "infonce",
    input: [
      value("left", ELEMENT.float, [n, dimension]),
      value("right", ELEMENT.float, [n, dimension]),
      value("group_row", ELEMENT.int32, [n, 1]),
      value("group_column", ELEMENT.int32, [1, n]),
    ],
    output: [
      value("loss", ELEMENT.float, []),
      value("d_left", ELEMENT.float, [n, dimension]),
      value("d_right", ELEMENT.float, [n, dimension]),
    ],
    initializer: [
      f32("two", 2),
      f32("tiny", 1e-12),
      f32("off", -1e4),
      f32("on_scale", 1 / temperature),
      f32("gradient_scale", 1 / (2 * n * temperature)),
      f32("half_mean", -1 / (2 * n)),
      constant("axis1", ELEMENT.int64, [1], BigInt64Array.of(1n)),
      constant("diagonal", ELEMENT.int64, [n, 1], diagonal),
      constant(
        "rows",
        ELEMENT.int32,
        [n, 1],
        Int32Array.from({ length: n }, (_, i) => i),
      ),
      constant(
        "columns",
        ELEMENT.int32,
        [1, n],
        Int32Array.from({ length: n }, (_, i) => i),
      ),
    ],
    node: [
      node("ReduceL2", ["left"], "left_norm_raw", last),
      node("ReduceL2", ["right"], "right_norm_raw", last),
      node("Max", ["left_norm_raw", "tiny"], "left_norm"),
      node("Max", ["right_norm_raw", "tiny"], "right_norm"),
      node("Div", ["left", "left_norm"], "q"),
      node("Div", ["right", "right_norm"], "p"),
      node("Mul", ["q", "on_scale"], "q_scaled"),
      node("Transpose", ["p"], "p_t", { perm: [1, 0] }),
      node("MatMul", ["q_scaled", "p_t"], "scores"),
      node("Equal", ["group_row", "group_column"], "same_group"),
      node("Equal", ["rows", "columns"], "same_pair"),
      node("Xor", ["same_group", "same_pair"], "excluded"),
      node("Where", ["excluded", "off", "scores"], "masked"),
      node("Transpose", ["masked"], "masked_t", { perm: [1, 0] }),
      node("Softmax", ["masked"], "by_row", { axis: 1 }),
      node("Softmax", ["masked_t"], "by_column_t", { axis: 1 }),
      node("Transpose", ["by_column_t"], "by_column", { perm: [1, 0] }),
      pick("by_row", "hit_row"),
      pick("by_column_t", "hit_column"),
      node("Max", ["hit_row", "tiny"], "hit_row_safe"),
      node("Max", ["hit_column", "tiny"], "hit_column_safe"),
      node("Log", ["hit_row_safe"], "log_row"),
      node("Log", ["hit_column_safe"], "log_column"),
      node("Add", ["log_row", "log_column"], "log_sum"),
      node("ReduceSum", ["log_sum"], "log_total", { keepdims: 0 }),
      node("Mul", ["log_total", "half_mean"], "loss"),
      node("Add", ["by_row", "by_column"], "mix"),
      node("Transpose", ["mix"], "mix_t", { perm: [1, 0] }),
      node("MatMul", ["mix", "p"], "mix_p"),
      node("MatMul", ["mix_t", "q"], "mix_q"),
      ...unitGradient("q", "mix_p", "p"),
      ...unitGradient("p", "mix_q", "q"),
      ...throughNorm("left", "q", "left_norm"),
      ...throughNorm("right", "p", "right_norm"),
    ],
  });
}

/**
 * @param n Pairs in a batch (every batch has exactly so many). @param temperature τ > 0, about 0.05.
 * @param threads Threads for the products; the result does not depend on chance, but on this number.
 */
export async function createInfoNce(
  n: number,
  dimension: number,
  temperature: number,
  threads: number,
): Promise<InfoNce> {
  // The library ignores session options for a model that comes as a buffer, so it goes through a file.
  const folder = await mkdtemp(join(tmpdir(), "infonce-"));
  const file = join(folder, "infonce.onnx");
  await writeFile(file, graphBytes(n, dimension, temperature));
  const session = await ort.InferenceSession.create(file, { intraOpNumThreads: threads });
  await rm(folder, { recursive: true });
  return {
    async run(left, right, groups) {
      const out = await session.run({
        left: new ort.Tensor("float32", left, [n, dimension]),
        right: new ort.Tensor("float32", right, [n, dimension]),
        group_row: new ort.Tensor("int32", groups, [n, 1]),
        group_column: new ort.Tensor("int32", groups, [1, n]),
      });
      return {
        loss: (out.loss!.data as Float32Array)[0]!,
        leftGradient: out.d_left!.data as Float32Array,
        rightGradient: out.d_right!.data as Float32Array,
      };
    },
  };
}

export interface TrainOptions {
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
      if (drawn > MAX_DRAWS + batch * 100)
        throw new RangeError("the corpus holds no articles long enough to learn from");
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
