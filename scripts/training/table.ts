import type { TextBatch } from "./text.ts";

interface AdamOptions {
  readonly beta1: number;
  readonly beta2: number;
  readonly epsilon: number;
}

const ADAM: AdamOptions = { beta1: 0.9, beta2: 0.999, epsilon: 1e-8 };

/**
 * Token vectors under training: the vector of a text is the sum of its pieces' rows (its direction is
 * that of their mean). Only rows that occur in a batch get a step, of Adam (Kingma & Ba 2015) with one
 * second moment a row.
 */
export class EmbeddingTable {
  readonly rows: Float32Array;
  private readonly mean: Float32Array;
  /** One running square a row: single values of a rare row would be far too noisy to scale steps by. */
  private readonly variance: Float32Array;
  /** How often a row was updated; the bias of its averages depends on that, not on the step of the whole. */
  private readonly updates: Int32Array;
  private gradient: Float32Array;
  /** By piece: its place in `touched`, valid where `stamp` holds the present step. */
  private readonly slot: Int32Array;
  private readonly stamp: Int32Array;
  private readonly touched: Int32Array;
  private touchedCount = 0;
  private step = 1;

  constructor(
    readonly vocabulary: number,
    readonly dimension: number,
  ) {
    this.rows = new Float32Array(vocabulary * dimension);
    this.mean = new Float32Array(vocabulary * dimension);
    this.variance = new Float32Array(vocabulary);
    this.updates = new Int32Array(vocabulary);
    this.gradient = new Float32Array(4096 * dimension);
    this.slot = new Int32Array(vocabulary);
    this.stamp = new Int32Array(vocabulary);
    this.touched = new Int32Array(vocabulary);
  }

  /** Sums the rows of every text into `out` (texts × dimension). */
  gather(texts: TextBatch, out: Float32Array): void {
    const d = this.dimension;
    const rows = this.rows;
    const ids = texts.ids;
    out.fill(0, 0, texts.size * d);
    for (let t = 0; t < texts.size; t++) {
      const end = texts.starts[t + 1]!;
      const to = t * d;
      let k = texts.starts[t]!;
      // Four rows at a time: `out` is then read and written a quarter as often, which is what takes the time.
      for (; k + 3 < end; k += 4) {
        const a = ids[k]! * d;
        const b = ids[k + 1]! * d;
        const c = ids[k + 2]! * d;
        const e = ids[k + 3]! * d;
        for (let j = 0; j < d; j++)
          out[to + j]! += rows[a + j]! + rows[b + j]! + rows[c + j]! + rows[e + j]!;
      }
      for (; k < end; k++) {
        const from = ids[k]! * d;
        for (let j = 0; j < d; j++) out[to + j]! += rows[from + j]!;
      }
    }
  }

  /** Adds the gradients of text sums (texts × dimension) to the gradients of their rows. */
  scatter(texts: TextBatch, textGradient: Float32Array): void {
    const d = this.dimension;
    const ids = texts.ids;
    for (let t = 0; t < texts.size; t++) {
      const end = texts.starts[t + 1]!;
      const from = t * d;
      let k = texts.starts[t]!;
      for (; k + 3 < end; k += 4) {
        const a = this.place(ids[k]!) * d;
        const b = this.place(ids[k + 1]!) * d;
        const c = this.place(ids[k + 2]!) * d;
        const e = this.place(ids[k + 3]!) * d;
        const gradient = this.gradient;
        for (let j = 0; j < d; j++) {
          const g = textGradient[from + j]!;
          gradient[a + j]! += g;
          gradient[b + j]! += g;
          gradient[c + j]! += g;
          gradient[e + j]! += g;
        }
      }
      for (; k < end; k++) {
        const to = this.place(ids[k]!) * d;
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
    const { rows, mean, gradient, dimension: d } = this;
    const { beta1, beta2, epsilon } = ADAM;
    for (let place = 0; place < this.touchedCount; place++) {
      const piece = this.touched[place]!;
      const to = piece * d;
      const from = place * d;
      let square = 0;
      for (let j = 0; j < d; j++) square += gradient[from + j]! * gradient[from + j]!;
      const times = ++this.updates[piece]!;
      const variance = beta2 * this.variance[piece]! + ((1 - beta2) * square) / d;
      this.variance[piece] = variance;
      const spread = Math.sqrt(variance / (1 - beta2 ** times)) + epsilon;
      const scale = rate / (1 - beta1 ** times) / spread;
      for (let j = 0; j < d; j++) {
        const m = beta1 * mean[to + j]! + (1 - beta1) * gradient[from + j]!;
        mean[to + j] = m;
        rows[to + j]! -= scale * m;
      }
    }
    this.touchedCount = 0;
    this.step++;
  }
}
