import type { Hit } from "./types.ts";

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
