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

  /**
   * Similarity of a text to each passage, 0 to 1.
   *
   * @param text The question's telling words.
   * @param passages Token ids of each passage; null gives 0.
   */
  async compare(text: string, passages: readonly (Int32Array | null)[]): Promise<number[]> {
    const asked = [...this.#embedder.tokenIds(text)];
    if (this.#embedder.tokenRows === null || asked.length === 0) return passages.map(() => 0);
    await this.#load(asked);
    for (const passage of passages) if (passage) await this.#load(passage);
    const question = asked.map((id) => this.#tokens.get(id)!);
    const total = question.reduce((sum, token) => sum + token.weight, 0) || 1;
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
    return passages.map((passage) => {
      if (passage === null) return 0;
      const best = new Float32Array(question.length);
      for (const id of passage) {
        const cosines = similarity(id);
        for (let i = 0; i < best.length; i++) if (cosines[i]! > best[i]!) best[i] = cosines[i]!;
      }
      return (
        question.reduce(
          (sum, token, i) => sum + (best[i]! >= LEAST_COSINE ? best[i]! * token.weight : 0),
          0,
        ) / total
      );
    });
  }
}
