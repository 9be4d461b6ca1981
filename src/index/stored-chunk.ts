import type { ChunkKind } from "../ingest/chunk.ts";
import { bytesOf, floatsOf, int32sOf } from "./blobs.ts";
import { dequantize } from "./quantize.ts";
import type { SqlRow } from "./sqlite.ts";
import type { ChunkRow, Range } from "./types.ts";

/** Columns of a chunk, in the order that `chunkOf` reads. */
export const CHUNK_COLUMNS =
  'row, article_id, ordinal, start, "end", text, kind, sentences, sentence_vectors, token_ids, vector';

/** Ranges as JSON numbers in a row: half the length of objects, and quick to parse. */
export function packRanges(ranges: readonly Range[]): string {
  return JSON.stringify(ranges.flatMap(({ start, end }) => [start, end]));
}

function unpackRanges(json: string): Range[] {
  const numbers = JSON.parse(json) as number[];
  return Array.from({ length: numbers.length / 2 }, (_, i) => ({
    start: numbers[2 * i]!,
    end: numbers[2 * i + 1]!,
  }));
}

/** Stands between the token ids of two sentences. */
const SENTENCE_END = -1;

/** Token ids of sentences in one blob. */
export function packTokenIds(sentences: readonly Int32Array[]): Uint8Array {
  const ids = new Int32Array(sentences.reduce((sum, { length }) => sum + length + 1, 0));
  let at = 0;
  for (const sentence of sentences) {
    ids.set(sentence, at);
    at += sentence.length;
    ids[at++] = SENTENCE_END;
  }
  return bytesOf(ids);
}

function unpackTokenIds(blob: Uint8Array): Int32Array[] {
  const ids = int32sOf(blob);
  const sentences: Int32Array[] = [];
  for (let start = 0; start < ids.length; ) {
    const found = ids.indexOf(SENTENCE_END, start);
    // An index of before has no ends: its chunks are one piece.
    const end = found < 0 ? ids.length : found;
    sentences.push(ids.subarray(start, end));
    start = end + 1;
  }
  return sentences;
}

/** Reads back a row of `CHUNK_COLUMNS`. */
export function chunkOf(row: SqlRow, dimension: number): ChunkRow {
  const sentenceVectors = row[8] as Uint8Array;
  const tokenIds = row[9] as Uint8Array | null;
  const vector = row[10] as Uint8Array | null;
  return {
    row: row[0] as number,
    articleId: row[1] as string,
    ordinal: row[2] as number,
    start: row[3] as number,
    end: row[4] as number,
    text: row[5] as string,
    kind: row[6] as ChunkKind,
    sentences: unpackRanges(row[7] as string),
    sentenceVectors: () => dequantize(sentenceVectors, dimension),
    tokenIds: tokenIds && unpackTokenIds(tokenIds),
    vector: vector && floatsOf(vector),
  };
}
