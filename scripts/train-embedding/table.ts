import type { TextBatch } from "./text-batch.ts";

export interface AdamOptions {
  readonly beta1: number;
  readonly beta2: number;
  readonly epsilon: number;
}

const ADAM: AdamOptions = { beta1: 0.9, beta2: 0.999, epsilon: 1e-8 };

/**
 * Token vectors under training: the vector of a text is the sum of its pieces' rows (its direction is
 * that of their mean), and only rows that occur in a batch get an Adam step (Kingma & Ba 2015, lazy).
 */
export class EmbeddingTable {
  readonly rows: Float32Array;
  readonly vocabulary: number;
  readonly dimension: number;
  private readonly mean: Float32Array;
  private readonly variance: Float32Array;
  private gradient: Float32Array;
  /** By piece: its place in `touched`, valid where `stamp` holds the present step. */
  private readonly slot: Int32Array;
  private readonly stamp: Int32Array;
  private readonly touched: Int32Array;
  private touchedCount = 0;
  private step = 1;

  constructor(vocabulary: number, dimension: number) {
    this.vocabulary = vocabulary;
    this.dimension = dimension;
    this.rows = new Float32Array(vocabulary * dimension);
    this.mean = new Float32Array(vocabulary * dimension);
    this.variance = new Float32Array(vocabulary * dimension);
    this.gradient = new Float32Array(4096 * dimension);
    this.slot = new Int32Array(vocabulary);
    this.stamp = new Int32Array(vocabulary);
    this.touched = new Int32Array(vocabulary);
  }

  /** Sums the rows of every text into `out` (texts × dimension). */
  gather(texts: TextBatch, out: Float32Array): void {
    const d = this.dimension;
    const rows = this.rows;
    out.fill(0, 0, texts.size * d);
    for (let t = 0; t < texts.size; t++) {
      const end = texts.starts[t + 1]!;
      const to = t * d;
      for (let k = texts.starts[t]!; k < end; k++) {
        const from = texts.ids[k]! * d;
        for (let j = 0; j < d; j++) out[to + j]! += rows[from + j]!;
      }
    }
  }

  /** Adds the gradients of text sums (texts × dimension) to the gradients of their rows. */
  scatter(texts: TextBatch, textGradient: Float32Array): void {
    const d = this.dimension;
    for (let t = 0; t < texts.size; t++) {
      const end = texts.starts[t + 1]!;
      const from = t * d;
      for (let k = texts.starts[t]!; k < end; k++) {
        const to = this.place(texts.ids[k]!) * d;
        const gradient = this.gradient;
        for (let j = 0; j < d; j++) gradient[to + j]! += textGradient[from + j]!;
      }
    }
  }

  private place(piece: number): number {
    if (this.stamp[piece] === this.step) return this.slot[piece]!;
    const place = this.touchedCount++;
    this.stamp[piece] = this.step;
    this.slot[piece] = place;
    this.touched[place] = piece;
    const d = this.dimension;
    if ((place + 1) * d > this.gradient.length) {
      const larger = new Float32Array(this.gradient.length * 2);
      larger.set(this.gradient);
      this.gradient = larger;
    }
    this.gradient.fill(0, place * d, (place + 1) * d);
    return place;
  }

  /** Gradient of a piece's row as collected since the last {@link update}; zero where it did not occur. */
  gradientOf(piece: number): Float32Array {
    const d = this.dimension;
    if (this.stamp[piece] !== this.step) return new Float32Array(d);
    const at = this.slot[piece]! * d;
    return this.gradient.slice(at, at + d);
  }

  /** One Adam step on the rows that occurred, then clears the gradients. */
  update(rate: number): void {
    const { rows, mean, variance, gradient, dimension: d } = this;
    const { beta1, beta2, epsilon } = ADAM;
    const scale = rate / (1 - beta1 ** this.step);
    const correction = 1 / (1 - beta2 ** this.step);
    for (let place = 0; place < this.touchedCount; place++) {
      const to = this.touched[place]! * d;
      const from = place * d;
      for (let j = 0; j < d; j++) {
        const g = gradient[from + j]!;
        const m = beta1 * mean[to + j]! + (1 - beta1) * g;
        const v = beta2 * variance[to + j]! + (1 - beta2) * g * g;
        mean[to + j] = m;
        variance[to + j] = v;
        rows[to + j]! -= (scale * m) / (Math.sqrt(v * correction) + epsilon);
      }
    }
    this.touchedCount = 0;
    this.step++;
  }
}
