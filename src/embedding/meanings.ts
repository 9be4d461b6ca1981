import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Meanings } from "../model/index.ts";

/** File of a model folder with a row of whole numbers for each token; see scripts/training/words.ts. */
export const MEANINGS_FILE = "meanings.i8";
/** What a component of 1 is stored as. */
export const MEANINGS_SCALE = 127;

/** Reads the meanings of a model folder, whose files have been checked. */
export async function readMeanings(folder: string, dimension: number): Promise<Meanings> {
  const bytes = await readFile(join(folder, MEANINGS_FILE));
  const stored = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return {
    dimension,
    rows(ids) {
      const rows = new Float32Array(ids.length * dimension);
      ids.forEach((id, i) => {
        for (let j = 0; j < dimension; j++)
          rows[i * dimension + j] = (stored[id * dimension + j] ?? 0) / MEANINGS_SCALE;
      });
      return rows;
    },
  };
}

/** Direction of the mean of vectors that stand one after another in `rows`; null where there is none (`directionOf`). */
export function meanDirection(rows: Float32Array, dimension: number): Float32Array | null {
  const sum = new Float32Array(dimension);
  for (let base = 0; base < rows.length; base += dimension) {
    for (let d = 0; d < dimension; d++) sum[d]! += rows[base + d]!;
  }
  return directionOf(sum);
}

/** A unit vector of the same direction, or null where there is none (it is of no length, or not finite). */
export function directionOf(sum: Float32Array): Float32Array | null {
  const norm = lengthOf(sum);
  return norm > 0 && Number.isFinite(norm) ? sum.map((value) => value / norm) : null;
}

/** Length of a vector. */
export function lengthOf(vector: Float32Array): number {
  let squares = 0;
  for (const value of vector) squares += value * value;
  return Math.sqrt(squares);
}
