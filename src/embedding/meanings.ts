import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** File of a model folder with a row of whole numbers for each token; see scripts/train-words. */
export const MEANINGS_FILE = "meanings.i8";
/** What a component of 1 is stored as. */
export const MEANINGS_SCALE = 127;

/** Unit vectors of tokens by the words they stand among: near for words that can replace each other. */
export interface Meanings {
  readonly dimension: number;
  /** ids.length × dimension, row by row; zero rows for tokens too rare to tell. */
  rows(ids: readonly number[]): Float32Array;
}

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
