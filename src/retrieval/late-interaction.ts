import type { Embedder } from "../embedding/embedder.ts";

/** A token's vector: unit direction, and the length it had, which says how much the token means. */
interface Token {
  readonly direction: Float32Array;
  readonly weight: number;
}

/** Below this cosine two tokens have nothing to do with each other. */
const LEAST_COSINE = 0.3;

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

/**
 * Compares the tokens of a question with those of passages, one by one: for each question token the
 * nearest passage token counts (ColBERT's maximal similarity, Khattab & Zaharia 2020, over static vectors).
 */
export class LateInteraction {
  readonly #embedder: Embedder;
  /** Every token seen so far; at most the model's vocabulary. */
  readonly #tokens = new Map<number, Token>();

  constructor(embedder: Embedder) {
    this.#embedder = embedder;
  }

  async #load(ids: Iterable<number>): Promise<void> {
    const { tokenRows, dimension } = this.#embedder;
    const missing = [...new Set(ids)].filter((id) => !this.#tokens.has(id));
    if (tokenRows === null || missing.length === 0) return;
    const rows = await tokenRows(missing);
    missing.forEach((id, i) => {
      const direction = rows.slice(i * dimension, (i + 1) * dimension);
      const weight = Math.sqrt(dot(direction, direction));
      if (weight > 0) for (let d = 0; d < dimension; d++) direction[d]! /= weight;
      this.#tokens.set(id, { direction, weight });
    });
  }

  /** Ids of a text's tokens, for `nearest`. */
  tokenIds(text: string): Int32Array {
    return this.#embedder.tokenIds(text);
  }

  /**
   * For each token of a text, the cosine of the nearest token of each passage.
   *
   * @param passages Token ids of each passage.
   * @returns The tokens' weights, and for every passage their best cosines (0 where unrelated); empty
   * where the model has no static tokens.
   */
  async nearest(
    text: string,
    passages: readonly (Int32Array | null)[],
  ): Promise<{ weights: number[]; best: Float32Array[] }> {
    const asked = this.#embedder.tokenRows === null ? [] : [...this.#embedder.tokenIds(text)];
    await this.#load(asked);
    for (const passage of passages) if (passage) await this.#load(passage);
    const question = asked.map((id) => this.#tokens.get(id)!);
    const similarities = new Map<number, Float32Array>();
    const similarity = (id: number): Float32Array => {
      let known = similarities.get(id);
      if (known === undefined) {
        const { direction } = this.#tokens.get(id)!;
        known = Float32Array.from(question, (token) => dot(token.direction, direction));
        similarities.set(id, known);
      }
      return known;
    };
    const best = passages.map((passage) => {
      const top = new Float32Array(question.length);
      for (const id of question.length > 0 && passage ? passage : []) {
        const cosines = similarity(id);
        for (let i = 0; i < top.length; i++) if (cosines[i]! > top[i]!) top[i] = cosines[i]!;
      }
      return top.map((cosine) => (cosine < LEAST_COSINE ? 0 : cosine));
    });
    return { weights: question.map((token) => token.weight), best };
  }

  /** Similarity of a text to each passage, 0 to 1: the mean of `nearest`, by weight. */
  async compare(text: string, passages: readonly (Int32Array | null)[]): Promise<number[]> {
    const { weights, best } = await this.nearest(text, passages);
    return best.map((cosines) => weightedMean(cosines, weights));
  }
}

/** Mean of values by their weights; 0 of nothing. */
export function weightedMean(values: ArrayLike<number>, weights: readonly number[]): number {
  let sum = 0;
  let total = 0;
  weights.forEach((weight, i) => {
    sum += weight * values[i]!;
    total += weight;
  });
  return total > 0 ? sum / total : 0;
}
