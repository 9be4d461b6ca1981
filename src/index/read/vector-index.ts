import { VectorTable } from "../../embedding/index.ts";
import type { Hit } from "../../model/index.ts";

/** Finds the stored unit vectors nearest to one. Implemented exactly and by HNSW. */
export interface VectorIndex {
  /** Vectors that can be found. */
  readonly count: number;
  /**
   * The at most `k` nearest vectors, best first; `score` is the cosine, -1 to 1.
   *
   * @throws {TypeError} Where the vector has another dimension or a number that is not finite.
   */
  search(vector: Float32Array, k: number): Hit[];
}

/** Guards the native code, which accepts NaN silently and aborts the process on worse. */
export function checkVector(vector: Float32Array, dimension: number): void {
  if (vector.length !== dimension) {
    throw new TypeError(`a vector has ${vector.length} numbers where ${dimension} are expected`);
  }
  if (!vector.every(Number.isFinite))
    throw new TypeError("a vector holds a number that is not finite");
}

/** Compares with every vector: always right, and fast enough up to some thousand (5,000 × 384: about 1 ms). */
export class ExactIndex implements VectorIndex {
  readonly #rows: readonly number[];
  readonly #vectors: VectorTable;

  /** @param vectors Unit vectors by row. */
  constructor(dimension: number, vectors: readonly { row: number; vector: Float32Array }[]) {
    this.#rows = vectors.map(({ row }) => row);
    this.#vectors = new VectorTable(dimension);
    for (const { vector } of vectors) {
      checkVector(vector, dimension);
      this.#vectors.add(vector);
    }
  }

  get count(): number {
    return this.#rows.length;
  }

  search(vector: Float32Array, k: number): Hit[] {
    checkVector(vector, this.#vectors.dimension);
    const rows = this.#rows;
    const scores = this.#vectors.products(vector);
    const best: Hit[] = [];
    let least = Number.NEGATIVE_INFINITY;
    for (let i = 0; i < rows.length && k >= 1; i++) {
      const score = scores[i]!;
      if (best.length >= k) {
        if (score <= least) continue;
        best.pop();
      }
      const worse = best.findIndex((hit) => hit.score < score);
      best.splice(worse < 0 ? best.length : worse, 0, { row: rows[i]!, score });
      least = best.at(-1)!.score;
    }
    return best;
  }
}

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
