import { LRUCache } from "lru-cache";
import { lengthOf, MAX_ASKED, VectorTable } from "../../embedding/index.ts";
import type { Embedder, Meanings } from "../../model/index.ts";

/** Inner product of two vectors of equal length; of unit vectors their cosine. */
export function dot(a: Float32Array, b: Float32Array): number {
  // Four sums at a time: the processor needn't wait for one addition to end the next.
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  const whole = a.length & ~3;
  for (let i = 0; i < whole; i += 4) {
    s0 += a[i]! * b[i]!;
    s1 += a[i + 1]! * b[i + 1]!;
    s2 += a[i + 2]! * b[i + 2]!;
    s3 += a[i + 3]! * b[i + 3]!;
  }
  for (let i = whole; i < a.length; i++) s0 += a[i]! * b[i]!;
  return s0 + s1 + s2 + s3;
}

/** A text whose tokens are compared, with the cosines to every token met so far. */
interface Asked {
  readonly ids: readonly number[];
  readonly weights: number[];
  readonly directions: readonly Float32Array[];
  /** By the row of a token: one more than the place of its cosines, 0 where they are not known yet. */
  slots: Int32Array;
  /** The cosines to each token of the text, one token met after the other. */
  cosines: Float32Array;
  met: number;
}

/** Numbers of a question with the rows of tokens, NaN where they are not known yet. */
type Products = Float64Array;

/** Sentences and questions whose tokens are kept; about 1 KB each. */
const CACHED_TEXTS = 4000;
/** Tokens that there is room for at first, and those that a question meets. */
const FIRST_TOKENS = 1 << 16;
const FIRST_MET = 512;
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
  /** Unit directions of the tokens seen so far; at most the model's vocabulary. */
  readonly #directions: VectorTable;
  /** The row of each token, one more than it is; 0 of those not seen. */
  #rows = new Int32Array(FIRST_TOKENS);
  /** By row: the length that the token's vector had, which says how much the token means. */
  readonly #weights: number[] = [];
  /** Of a question's vector with the rows of tokens. */
  readonly #products = new WeakMap<Float32Array, Products>();
  readonly #asked = new LRUCache<string, Asked>({ max: CACHED_QUESTIONS });

  /** The same by what words mean; null where the model doesn't tell. */
  readonly meaning: LateInteraction | null;

  /** @param meanings What tokens are compared by; by default the embedding's own vectors. @param ids Of texts whose tokens are known. */
  constructor(
    private readonly embedder: Embedder,
    private readonly meanings: Meanings | null = null,
    private readonly ids = new LRUCache<string, Int32Array>({ max: CACHED_TEXTS }),
  ) {
    this.#directions = new VectorTable((meanings ?? embedder).dimension);
    const other = meanings === null ? embedder.meanings : null;
    this.meaning = other && new LateInteraction(embedder, other, ids);
  }

  async #load(texts: readonly (ArrayLike<number> | null)[]): Promise<void> {
    const { tokenRows, dimension } = this.embedder;
    if (tokenRows === null) return;
    const unknown = new Set<number>();
    for (const ids of texts) {
      if (ids === null) continue;
      for (let i = 0; i < ids.length; i++) if (!this.#rows[ids[i]!]) unknown.add(ids[i]!);
    }
    if (unknown.size === 0) return;
    const missing = [...unknown];
    const rows = await tokenRows(missing);
    const meanings = this.meanings?.rows(missing) ?? null;
    missing.forEach((id, i) => {
      // Another question may have waited for the same.
      if (this.#rows[id]) return;
      const row = rows.subarray(i * dimension, (i + 1) * dimension);
      const weight = lengthOf(row);
      const direction =
        meanings && this.meanings
          ? meanings.subarray(i * this.meanings.dimension, (i + 1) * this.meanings.dimension)
          : row.map((x) => (weight > 0 ? x / weight : 0));
      this.#keep(id, this.#directions.add(direction));
      this.#weights.push(weight);
    });
  }

  #keep(id: number, row: number): void {
    if (id >= this.#rows.length) {
      const more = new Int32Array(Math.max(id + 1, 2 * this.#rows.length));
      more.set(this.#rows);
      this.#rows = more;
    }
    this.#rows[id] = row + 1;
  }

  /** Ids of a text's tokens, for `nearest`. */
  tokenIds(text: string): Int32Array {
    const known = this.ids.get(text);
    if (known) return known;
    const ids = this.embedder.tokenIds(text);
    this.ids.set(text, ids);
    return ids;
  }

  async #question(text: string): Promise<Asked> {
    const known = this.#asked.get(text);
    if (known) return known;
    const ids = this.embedder.tokenRows === null ? [] : [...this.tokenIds(text)];
    await this.#load([ids]);
    const all = ids.map((id) => {
      const row = this.#rows[id]! - 1;
      return { id, row, weight: this.#weights[row]! };
    });
    const heaviest = Math.max(0, ...all.map((token) => token.weight));
    const tokens = all
      .filter((token) => token.weight >= heaviest * LEAST_WEIGHT_SHARE)
      .slice(0, MAX_ASKED);
    const asked: Asked = {
      ids: tokens.map(({ id }) => id),
      weights: tokens.map(({ weight }) => weight),
      directions: tokens.map(({ row }) => this.#directions.row(row).slice()),
      slots: new Int32Array(0),
      cosines: new Float32Array(FIRST_MET * tokens.length),
      met: 0,
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
    const asked = await this.#question(text);
    const { weights, directions } = asked;
    const count = directions.length;
    if (count === 0) return { weights, best: passages.map(() => new Float32Array()) };
    await this.#load(passages);
    const { slots, cosines } = this.#compared(asked, passages);
    const best = passages.map((passage) => {
      const top = new Float32Array(count);
      if (passage === null) return top;
      for (let at = 0; at < passage.length; at++) {
        const from = (slots[this.#rows[passage[at]!]! - 1]! - 1) * count;
        for (let i = 0; i < count; i++) {
          const cosine = cosines[from + i]!;
          if (cosine > top[i]!) top[i] = cosine;
        }
      }
      for (let i = 0; i < count; i++) if (top[i]! < LEAST_COSINE) top[i] = 0;
      return top;
    });
    return { weights, best };
  }

  /** A question with the cosines to all tokens of some passages. */
  #compared(asked: Asked, passages: readonly (Int32Array | null)[]): Asked {
    const { ids, directions } = asked;
    const count = directions.length;
    const productsOf = this.#directions.asking(directions);
    if (asked.slots.length < this.#weights.length) {
      const slots = new Int32Array(this.#weights.length);
      slots.set(asked.slots);
      asked.slots = slots;
    }
    const { slots } = asked;
    for (const passage of passages) {
      if (passage === null) continue;
      for (let at = 0; at < passage.length; at++) {
        const id: number = passage[at]!;
        const row = this.#rows[id]! - 1;
        if (slots[row] !== 0) continue;
        const from = asked.met * count;
        if (from + count > asked.cosines.length) {
          const cosines = new Float32Array(2 * asked.cosines.length);
          cosines.set(asked.cosines);
          asked.cosines = cosines;
        }
        productsOf(row, asked.cosines, from);
        // A word is as near to itself as can be, also one without a meaning.
        for (let i = ids.indexOf(id); i >= 0; i = ids.indexOf(id, i + 1))
          asked.cosines[from + i] = 1;
        slots[row] = ++asked.met;
      }
    }
    return asked;
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
    const known = this.#products.get(vector);
    let products = known;
    if (products === undefined || products.length < this.#weights.length) {
      products = new Float64Array(this.#weights.length).fill(Number.NaN);
      if (known !== undefined) products.set(known);
      this.#products.set(vector, products);
    }
    const productsOf = this.#directions.asking([vector]);
    const one = new Float32Array(1);
    return sentences.map((ids, i) => {
      if (lengths[i] === 0) return 0;
      let sum = 0;
      for (let at = 0; at < ids.length; at++) {
        const row = this.#rows[ids[at]!]! - 1;
        let product = products[row]!;
        if (Number.isNaN(product)) {
          productsOf(row, one, 0);
          product = this.#weights[row]! * one[0]!;
          products[row] = product;
        }
        sum += product;
      }
      return sum / lengths[i]!;
    });
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
