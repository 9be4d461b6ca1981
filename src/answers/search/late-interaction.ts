import { LRUCache } from "lru-cache";
import { lengthOf, MAX_ASKED, VectorTable } from "../../embedding/index.ts";
import type { Embedder, Meanings } from "../../model/index.ts";

/** A token: where its unit direction stands, and the length it had, which says how much the token means. */
interface Token {
  readonly row: number;
  readonly weight: number;
}

/** A text whose tokens are compared, with the cosines to every token met so far. */
interface Asked {
  readonly ids: readonly number[];
  readonly weights: number[];
  readonly directions: readonly Float32Array[];
  readonly cosines: Map<number, Float32Array>;
}

/** Sentences and questions whose tokens are kept; about 1 KB each. */
const CACHED_TEXTS = 4000;
/** Questions under way at a time, each compared in several steps. */
const CACHED_QUESTIONS = 4;
/** Tokens of a question that weigh less than this share of its heaviest are left out: they cost time only. */
const LEAST_WEIGHT_SHARE = 0.2;
/** Below this cosine two tokens have nothing to do with each other. */
const LEAST_COSINE = 0.3;

/**
 * Compares the tokens of a question with those of passages, one by one: for each question token the
 * nearest passage token counts (ColBERT's maximal similarity, Khattab & Zaharia 2020, over static vectors).
 */
export class LateInteraction {
  readonly #embedder: Embedder;
  readonly #meanings: Meanings | null;
  /** Every token seen so far; at most the model's vocabulary. */
  readonly #tokens = new Map<number, Token>();
  readonly #directions: VectorTable;
  readonly #ids = new LRUCache<string, Int32Array>({ max: CACHED_TEXTS });
  /** Of a question's vector with the rows of tokens. */
  readonly #products = new WeakMap<Float32Array, Map<number, number>>();
  readonly #asked = new LRUCache<string, Asked>({ max: CACHED_QUESTIONS });

  /** The same by what words mean; null where the model doesn't tell. */
  readonly meaning: LateInteraction | null;

  /** @param meanings What tokens are compared by; by default the embedding's own vectors. */
  constructor(embedder: Embedder, meanings: Meanings | null = null) {
    this.#embedder = embedder;
    this.#meanings = meanings;
    this.#directions = new VectorTable((meanings ?? embedder).dimension);
    const other = meanings === null ? embedder.meanings : null;
    this.meaning = other && new LateInteraction(embedder, other);
  }

  async #load(texts: readonly (Iterable<number> | null)[]): Promise<void> {
    const { tokenRows, dimension } = this.#embedder;
    const unknown = new Set<number>();
    for (const ids of texts) for (const id of ids ?? []) if (!this.#tokens.has(id)) unknown.add(id);
    if (tokenRows === null || unknown.size === 0) return;
    const missing = [...unknown];
    const rows = await tokenRows(missing);
    const meanings = this.#meanings?.rows(missing) ?? null;
    missing.forEach((id, i) => {
      const row = rows.subarray(i * dimension, (i + 1) * dimension);
      const weight = lengthOf(row);
      const direction =
        meanings && this.#meanings
          ? meanings.subarray(i * this.#meanings.dimension, (i + 1) * this.#meanings.dimension)
          : row.map((x) => (weight > 0 ? x / weight : 0));
      this.#tokens.set(id, { row: this.#directions.add(direction), weight });
    });
  }

  /** Ids of a text's tokens, for `nearest`. */
  tokenIds(text: string): Int32Array {
    const known = this.#ids.get(text);
    if (known) return known;
    const ids = this.#embedder.tokenIds(text);
    this.#ids.set(text, ids);
    return ids;
  }

  async #question(text: string): Promise<Asked> {
    const known = this.#asked.get(text);
    if (known) return known;
    const ids = this.#embedder.tokenRows === null ? [] : [...this.tokenIds(text)];
    await this.#load([ids]);
    const all = ids.map((id) => ({ id, ...this.#tokens.get(id)! }));
    const heaviest = Math.max(0, ...all.map((token) => token.weight));
    const tokens = all
      .filter((token) => token.weight >= heaviest * LEAST_WEIGHT_SHARE)
      .slice(0, MAX_ASKED);
    const asked: Asked = {
      ids: tokens.map(({ id }) => id),
      weights: tokens.map(({ weight }) => weight),
      directions: tokens.map(({ row }) => this.#directions.row(row).slice()),
      cosines: new Map(),
    };
    this.#asked.set(text, asked);
    return asked;
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
    const { ids: asked, weights, directions, cosines } = await this.#question(text);
    if (weights.length > 0) await this.#load(passages);
    const productsOf = this.#directions.asking(directions);
    const best = passages.map((passage) => {
      const top = new Float32Array(directions.length);
      for (const id of directions.length > 0 && passage ? passage : []) {
        let own = cosines.get(id);
        if (own === undefined) {
          own = productsOf(this.#tokens.get(id)!.row);
          // A word is as near to itself as can be, also one without a meaning.
          for (let i = asked.indexOf(id); i >= 0; i = asked.indexOf(id, i + 1)) own[i] = 1;
          cosines.set(id, own);
        }
        for (let i = 0; i < top.length; i++) if (own[i]! > top[i]!) top[i] = own[i]!;
      }
      return top.map((cosine) => (cosine < LEAST_COSINE ? 0 : cosine));
    });
    return { weights, best };
  }

  /**
   * Cosine of a vector with each sentence of a chunk; a sentence's vector is the mean of its token rows.
   *
   * @param vector Unit vector of the question.
   * @param lengths Of the sums of the rows (`ChunkRow.sentenceLengths`); where it is 0, so is the cosine.
   */
  async cosines(
    vector: Float32Array,
    sentences: readonly Int32Array[],
    lengths: Float32Array,
  ): Promise<number[]> {
    await this.#load(sentences);
    const products = this.#products.get(vector) ?? new Map<number, number>();
    this.#products.set(vector, products);
    const productsOf = this.#directions.asking([vector]);
    return sentences.map((ids, i) => {
      if (lengths[i] === 0) return 0;
      let sum = 0;
      for (const id of ids) {
        let product = products.get(id);
        if (product === undefined) {
          const { row, weight } = this.#tokens.get(id)!;
          product = weight * productsOf(row)[0]!;
          products.set(id, product);
        }
        sum += product;
      }
      return sum / lengths[i]!;
    });
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
