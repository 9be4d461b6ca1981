/** A linear model over standardised features, given back over the raw ones. */
export interface LinearModel {
  readonly bias: number;
  readonly weights: number[];
}

/** Adam's usual constants (Kingma & Ba 2015). */
const BETA1 = 0.9;
const BETA2 = 0.999;

interface Scale {
  readonly mean: number[];
  readonly deviation: number[];
}

function scaleOf(rows: readonly (readonly number[])[], width: number): Scale {
  const mean = new Array<number>(width).fill(0);
  const deviation = new Array<number>(width).fill(0);
  for (const row of rows) for (let i = 0; i < width; i++) mean[i]! += row[i]! / rows.length;
  for (const row of rows)
    for (let i = 0; i < width; i++) deviation[i]! += (row[i]! - mean[i]!) ** 2 / rows.length;
  // What rounding leaves of a feature that never changes is no spread.
  return { mean, deviation: deviation.map((v) => (v > 1e-18 ? Math.sqrt(v) : 1)) };
}

function unscale(
  bias: number,
  weights: readonly number[],
  { mean, deviation }: Scale,
): LinearModel {
  const raw = weights.map((w, i) => w / deviation[i]!);
  return { bias: bias - raw.reduce((sum, w, i) => sum + w * mean[i]!, 0), weights: raw };
}

/** Minimises a convex loss from zero with Adam; `gradient` adds into its second argument. */
function minimise(
  size: number,
  steps: number,
  gradient: (w: readonly number[], into: number[]) => void,
  signs: readonly number[] = [],
): number[] {
  const w = new Array<number>(size).fill(0);
  const m = new Array<number>(size).fill(0);
  const v = new Array<number>(size).fill(0);
  for (let t = 1; t <= steps; t++) {
    const g = new Array<number>(size).fill(0);
    gradient(w, g);
    const rate = 0.1 * Math.min(1, (3 * (steps - t)) / steps);
    for (let i = 0; i < size; i++) {
      m[i] = BETA1 * m[i]! + (1 - BETA1) * g[i]!;
      v[i] = BETA2 * v[i]! + (1 - BETA2) * g[i]! ** 2;
      w[i]! -= (rate * (m[i]! / (1 - BETA1 ** t))) / (Math.sqrt(v[i]! / (1 - BETA2 ** t)) + 1e-8);
      // A weight of the wrong sign only fits the noise of the few samples.
      if ((signs[i] ?? 0) * w[i]! < 0) w[i] = 0;
    }
  }
  return w;
}

/** A question's candidates, and which of them are right. */
export interface RankingExample {
  readonly rows: readonly (readonly number[])[];
  readonly right: readonly boolean[];
}

/** Fits a ranking: softmax over each question's candidates, all right ones together against the rest. */
export function fitRanking(examples: readonly RankingExample[], ridge: number): LinearModel {
  const width = examples[0]?.rows[0]?.length ?? 0;
  const scale = scaleOf(
    examples.flatMap((e) => e.rows),
    width,
  );
  // One flat array each: the loops over them are what takes the time.
  const scaled = examples.map((e) => ({
    ...e,
    flat: Float64Array.from(
      e.rows.flatMap((row) => row.map((x, i) => (x - scale.mean[i]!) / scale.deviation[i]!)),
    ),
  }));
  const weights = minimise(width, 400, (w, g) => {
    for (const { flat, right } of scaled) {
      const odds = new Float64Array(right.length);
      let top = Number.NEGATIVE_INFINITY;
      for (let r = 0; r < odds.length; r++) {
        let score = 0;
        for (let i = 0; i < width; i++) score += flat[r * width + i]! * w[i]!;
        odds[r] = score;
        top = Math.max(top, score);
      }
      let all = 0;
      let rightOdds = 0;
      for (let r = 0; r < odds.length; r++) {
        odds[r] = Math.exp(odds[r]! - top);
        all += odds[r]!;
        if (right[r]) rightOdds += odds[r]!;
      }
      for (let r = 0; r < odds.length; r++) {
        const wanted = right[r] ? odds[r]! / (rightOdds || 1e-12) : 0;
        const pull = (odds[r]! / all - wanted) / examples.length;
        for (let i = 0; i < width; i++) g[i]! += pull * flat[r * width + i]!;
      }
    }
    for (let i = 0; i < width; i++) g[i]! += ridge * w[i]!;
  });
  return unscale(0, weights, scale);
}

/** Features with whether the answer was right. */
export interface BinaryExample {
  readonly row: readonly number[];
  readonly label: 0 | 1;
  readonly weight: number;
}

/**
 * Fits a logistic regression with a ridge penalty.
 *
 * @param signs For each feature 1 or -1 where its weight may only have this sign, 0 where it is free.
 */
export function fitLogistic(
  examples: readonly BinaryExample[],
  ridge: number,
  signs: readonly number[] = [],
  steps = 600,
): LinearModel {
  const width = examples[0]?.row.length ?? 0;
  const scale = scaleOf(
    examples.map((e) => e.row),
    width,
  );
  const scaled = examples.map((e) => ({
    ...e,
    row: e.row.map((x, i) => (x - scale.mean[i]!) / scale.deviation[i]!),
  }));
  const total = examples.reduce((sum, e) => sum + e.weight, 0);
  const fitted = minimise(
    width + 1,
    steps,
    (w, g) => {
      for (const { row, label, weight } of scaled) {
        const score = row.reduce((sum, x, i) => sum + x * w[i]!, w[width]!);
        const pull = (1 / (1 + Math.exp(-score)) - label) * (weight / total);
        for (let i = 0; i < width; i++) g[i]! += pull * row[i]!;
        g[width]! += pull;
      }
      for (let i = 0; i < width; i++) g[i]! += ridge * w[i]!;
    },
    signs,
  );
  return unscale(fitted[width]!, fitted.slice(0, width), scale);
}
