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

/**
 * Reads the meanings of a model folder.
 *
 * @param tokens Size of the model's vocabulary.
 * @throws {RangeError} Where the file doesn't hold a row for each token.
 */
export async function readMeanings(folder: string, tokens: number): Promise<Meanings> {
  const bytes = await readFile(join(folder, MEANINGS_FILE));
  const stored = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const dimension = stored.length / tokens;
  if (!Number.isInteger(dimension) || dimension === 0)
    throw new RangeError(`${MEANINGS_FILE} has ${stored.length} numbers for ${tokens} tokens`);
  return {
    dimension,
    rows(ids) {
      const rows = new Float32Array(ids.length * dimension);
      ids.forEach((id, i) => {
        for (let j = 0; j < dimension; j++)
          rows[i * dimension + j] = stored[id * dimension + j]! / MEANINGS_SCALE;
      });
      return rows;
    },
  };
}
