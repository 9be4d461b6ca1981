import type { Hit } from "./types.ts";
import type { VectorIndex } from "./vector-index.ts";

/** The vectors of an older part without those that are gone, and the ones that were added since. */
export class LayeredIndex implements VectorIndex {
  readonly #older: VectorIndex;
  readonly #removed: ReadonlySet<number>;
  readonly #added: VectorIndex;

  /** @param removed Rows of `older` that are gone. */
  constructor(older: VectorIndex, removed: ReadonlySet<number>, added: VectorIndex) {
    this.#older = older;
    this.#removed = removed;
    this.#added = added;
  }

  get count(): number {
    return this.#older.count - this.#removed.size + this.#added.count;
  }

  search(vector: Float32Array, k: number): Hit[] {
    return [...this.#remaining(vector, k), ...this.#added.search(vector, k)]
      .sort((a, b) => b.score - a.score)
      .slice(0, Math.max(0, k));
  }

  /** Asks for more where removed ones stand in the way. */
  #remaining(vector: Float32Array, k: number): Hit[] {
    for (let wanted = k; ; wanted *= 2) {
      const found = this.#older.search(vector, wanted);
      const left = found.filter(({ row }) => !this.#removed.has(row));
      if (left.length >= k || found.length < wanted) return left;
    }
  }
}
