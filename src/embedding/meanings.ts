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

/**
 * Direction of the mean of vectors that stand one after another in `rows`, and in `more`: a unit vector, or null where
 * there is none (no rows, they cancel out, or they are not finite).
 */
export function meanDirection(
  rows: Float32Array,
  dimension: number,
  more?: Float32Array,
): Float32Array | null {
  const sum = new Float32Array(dimension);
  addRows(sum, rows);
  if (more !== undefined) addRows(sum, more);
  const norm = lengthOf(sum);
  return norm > 0 && Number.isFinite(norm) ? sum.map((value) => value / norm) : null;
}

/** Length of the sum of vectors that stand one after another in `rows`; 0 of none. */
export function sumLength(rows: Float32Array, dimension: number): number {
  const sum = new Float32Array(dimension);
  addRows(sum, rows);
  return lengthOf(sum);
}

/** Length of a vector. */
export function lengthOf(vector: Float32Array): number {
  let squares = 0;
  for (const value of vector) squares += value * value;
  return Math.sqrt(squares);
}

function addRows(sum: Float32Array, rows: Float32Array): void {
  for (let base = 0; base < rows.length; base += sum.length) {
    for (let d = 0; d < sum.length; d++) sum[d]! += rows[base + d]!;
  }
}
