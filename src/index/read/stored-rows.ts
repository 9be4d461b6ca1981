import type { Article, ChunkKind, ChunkRow, Range } from "../../model/index.ts";
import type { SqlRow, SqlValue } from "../../storage/index.ts";

/** Columns of an article, in the order of `articleValues`. */
export const ARTICLE_COLUMNS =
  "id, part_of, title, url, source, author, published, event, text, blocks";

export function articleValues(article: Article): SqlValue[] {
  return [
    article.id,
    article.partOf,
    article.title,
    article.url,
    article.source,
    article.author,
    article.published,
    article.event && JSON.stringify(article.event),
    article.text,
    JSON.stringify(storedBlocks(article)),
  ];
}

/** Reads back a row of `ARTICLE_COLUMNS`. */
export function articleOf(row: SqlRow): Article {
  const [id, partOf, title, url, source, author, published, event, text, blocks] = row as string[];
  return {
    id: id!,
    partOf: partOf ?? null,
    title: title!,
    url: url ?? null,
    source: source ?? null,
    author: author ?? null,
    published: published ?? null,
    event: event ? JSON.parse(event) : null,
    text: text!,
    ...blocksOf(JSON.parse(blocks!)),
  };
}

type Stored = Pick<Article, "blocks" | "leftOut" | "image" | "isSummary">;

/** What there is beside the blocks stands with them, so that indexes written before it was told are still read. */
function storedBlocks({ blocks, leftOut, image, isSummary }: Article): Stored | Article["blocks"] {
  if (leftOut == null && image === undefined && !isSummary) return blocks;
  return {
    blocks,
    ...(leftOut == null ? {} : { leftOut }),
    ...(image === undefined ? {} : { image }),
    ...(isSummary && { isSummary }),
  };
}

function blocksOf(stored: Stored | Article["blocks"]): Stored {
  return "blocks" in stored ? { leftOut: null, ...stored } : { blocks: stored, leftOut: null };
}

/** Typed arrays as database blobs, in the byte order of the machine (an index is not carried between machines of different order). */

/** The bytes of a typed array, not copied. */
export function bytesOf(values: Float32Array): Uint8Array {
  return new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
}

/** A blob copied to where a typed array may start (a multiple of 4). */
function aligned(blob: Uint8Array): ArrayBuffer {
  const copy = new ArrayBuffer(blob.byteLength);
  new Uint8Array(copy).set(blob);
  return copy;
}

function floatsOf(blob: Uint8Array): Float32Array {
  return new Float32Array(aligned(blob));
}

/**
 * Vectors at 8 bits a number, a quarter of the space. Each vector has its own scale (its greatest absolute value / 127), so that the cosine to the exact vector stays > 0.999.
 *
 * Layout: `count` float32 scales, then `count × dimension` int8. Scale 0 stands for no vector.
 */
export function quantize(vectors: readonly (Float32Array | null)[], dimension: number): Uint8Array {
  const count = vectors.length;
  const buffer = new ArrayBuffer(count * (4 + dimension));
  const scales = new Float32Array(buffer, 0, count);
  const values = new Int8Array(buffer, count * 4);
  for (const [i, vector] of vectors.entries()) {
    if (vector === null) continue;
    let peak = 0;
    for (const value of vector) peak = Math.max(peak, Math.abs(value));
    const scale = peak / 127;
    scales[i] = scale;
    if (scale === 0) continue;
    for (let d = 0; d < dimension; d++) values[i * dimension + d] = Math.round(vector[d]! / scale);
  }
  return new Uint8Array(buffer);
}

/** Unit vector of some whole numbers; null where they are all 0. */
function directionOf(values: Int8Array): Float32Array | null {
  let squares = 0;
  for (let d = 0; d < values.length; d++) squares += values[d]! * values[d]!;
  if (squares === 0) return null;
  const length = Math.sqrt(squares);
  const vector = new Float32Array(values.length);
  for (let d = 0; d < values.length; d++) vector[d] = values[d]! / length;
  return vector;
}

/** Reads back what `quantize` wrote, as unit vectors. */
export function dequantize(blob: Uint8Array, dimension: number): (Float32Array | null)[] {
  const count = Math.floor(blob.byteLength / (4 + dimension));
  const view = new DataView(blob.buffer, blob.byteOffset, blob.byteLength);
  const values = new Int8Array(blob.buffer, blob.byteOffset + count * 4, count * dimension);
  return Array.from({ length: count }, (_, i) =>
    view.getFloat32(i * 4, littleEndian) === 0
      ? null
      : directionOf(values.subarray(i * dimension, (i + 1) * dimension)),
  );
}

const littleEndian = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1;

/** Columns of a chunk, in the order that `chunkOf` reads. */
export const CHUNK_COLUMNS =
  'row, article_id, ordinal, start, "end", kind, sentences, sentence_vectors, sentence_lengths, token_ids, vector';

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

/** Stands behind the token ids of a sentence, which are stored as one more than they are. */
const SENTENCE_END = 0;

/** Token ids of sentences in one blob, seven bits a byte, the lowest first: frequent tokens have low ids. */
export function packTokenIds(sentences: readonly Int32Array[]): Uint8Array {
  const bytes: number[] = [];
  for (const sentence of sentences) {
    for (const id of sentence) {
      let rest = id + 1;
      for (; rest > 127; rest >>>= 7) bytes.push((rest & 127) | 128);
      bytes.push(rest);
    }
    bytes.push(SENTENCE_END);
  }
  return Uint8Array.from(bytes);
}

/** Reads back what `packTokenIds` wrote: parts of one array. */
function unpackTokenIds(blob: Uint8Array): Int32Array[] {
  // The last byte of each number is below 128.
  let numbers = 0;
  for (let i = 0; i < blob.length; i++) if (blob[i]! < 128) numbers++;
  const ids = new Int32Array(numbers);
  const sentences: Int32Array[] = [];
  let count = 0;
  let first = 0;
  for (let i = 0; i < blob.length; i++) {
    let value = 0;
    for (let shift = 0; ; shift += 7, i++) {
      value |= (blob[i]! & 127) << shift;
      if (blob[i]! < 128) break;
    }
    if (value !== SENTENCE_END) {
      ids[count++] = value - 1;
      continue;
    }
    sentences.push(ids.subarray(first, count));
    first = count;
  }
  return sentences;
}

/** One unit vector of `quantize`, or null. */
export function unitVectorOf(blob: Uint8Array | null, dimension: number): Float32Array | null {
  return blob && (dequantize(blob, dimension)[0] ?? null);
}

/**
 * Reads back a row of `CHUNK_COLUMNS`.
 *
 * @param textOf The text of an article.
 */
export function chunkOf(
  row: SqlRow,
  dimension: number,
  textOf: (articleId: string) => string,
): ChunkRow {
  const [, , , , , kind, sentences, vectors, lengths, tokenIds, vector] = row;
  const [number, articleId, ordinal, start, end] = row as [number, string, number, number, number];
  return {
    row: number,
    articleId,
    ordinal,
    start,
    end,
    text: textOf(articleId).slice(start, end),
    kind: kind as ChunkKind,
    sentences: unpackRanges(sentences as string),
    sentenceVectors:
      vectors === null || vectors === undefined
        ? null
        : () => dequantize(vectors as Uint8Array, dimension),
    sentenceLengths: lengths ? floatsOf(lengths as Uint8Array) : null,
    tokenIds: tokenIds ? unpackTokenIds(tokenIds as Uint8Array) : null,
    vector: unitVectorOf(vector as Uint8Array | null, dimension),
  };
}
