import { chunkArticle } from "../articles/parse/index.ts";
import { directionOf, lengthOf } from "../embedding/index.ts";
import { asVietnamese } from "../language/translate/index.ts";
import type { Article, Chunk, ChunkOptions, Embedder, VisitReport } from "../model/index.ts";
import { readVisits } from "../visits/read/index.ts";

/** About 6 MB of rows. */
const BATCH_TOKENS = 4_096;

/** A chunk with what the index stores of it. */
export interface EmbeddedChunk extends Chunk {
  readonly text: string;
  /** Of the article's title and the text; null where both hold no token that the model knows. */
  readonly vector: Float32Array | null;
  /** Of each sentence; null where the model has no token rows. */
  readonly tokenIds: readonly Int32Array[] | null;
  /** Where it has: the length of the sum of each sentence's rows; 0 in captions and bylines. */
  readonly sentenceLengths: Float32Array | null;
  /** Where it has not: one for each sentence of a body chunk; null for captions and bylines. */
  readonly sentenceVectors: readonly (Float32Array | null)[] | null;
}

/** Embeds the chunks of an article, each under the article's title, and each sentence of the report alone. */
export async function embedArticle(
  article: Article,
  embedder: Embedder,
  options: ChunkOptions,
): Promise<EmbeddedChunk[]> {
  const chunks = chunkArticle(article, options);
  const { tokenRows } = embedder;
  return oneVectorEach(
    tokenRows === null
      ? await embedTexts(article, chunks, embedder)
      : await embedTokens(article, chunks, embedder, tokenRows),
  );
}

/** Equal passages of an article share the vector of the first: hundreds of equal ones would tear the graph apart. */
function oneVectorEach(chunks: readonly EmbeddedChunk[]): EmbeddedChunk[] {
  const seen = new Set<string>();
  return chunks.map((chunk) => {
    if (seen.has(chunk.text)) return { ...chunk, vector: null };
    seen.add(chunk.text);
    return chunk;
  });
}

async function embedTexts(
  { title, text }: Article,
  chunks: readonly Chunk[],
  embedder: Embedder,
): Promise<EmbeddedChunk[]> {
  const texts = chunks.map(({ start, end }) => text.slice(start, end));
  const sentences = chunks
    .filter(({ kind }) => kind === "body")
    .flatMap((chunk) => chunk.sentences.map(({ start, end }) => text.slice(start, end)));
  const vectors = await embedder.embedPassages([
    ...texts.map((passage) => `${title}\n${passage}`),
    ...sentences,
  ]);
  let next = chunks.length;
  return chunks.map((chunk, i) => ({
    ...chunk,
    text: texts[i]!,
    vector: vectors[i] ?? null,
    sentenceVectors: chunk.sentences.map(() =>
      chunk.kind === "body" ? (vectors[next++] ?? null) : null,
    ),
    tokenIds: null,
    sentenceLengths: null,
  }));
}

/**
 * Where a text's vector is the mean of its token rows, each sentence is cut into tokens once, for its own
 * comparison, its chunk's vector, and the stored tokens: tokenising is most of the work of indexing.
 */
async function embedTokens(
  { title, text }: Article,
  chunks: readonly Chunk[],
  embedder: Embedder,
  tokenRows: NonNullable<Embedder["tokenRows"]>,
): Promise<EmbeddedChunk[]> {
  const titleIds = [...embedder.tokenIds(asVietnamese(title))];
  const cut = chunks.map((chunk) => ({
    ...chunk,
    text: text.slice(chunk.start, chunk.end),
    tokenIds: chunk.sentences.map(({ start, end }) =>
      embedder.tokenIds(asVietnamese(text.slice(start, end))),
    ),
  }));
  const embedded: EmbeddedChunk[] = [];
  for (const batch of batches(cut)) {
    // Each token once: texts repeat theirs, and a row is a kilobyte.
    const wanted = new Set(titleIds);
    for (const { tokenIds } of batch)
      for (const ids of tokenIds) for (const id of ids) wanted.add(id);
    const rows = new TokenRows([...wanted], await tokenRows([...wanted]), embedder.dimension);
    embedded.push(...batch.map((chunk) => withVectors(chunk, rows, titleIds)));
  }
  return embedded;
}

type CutChunk = Omit<EmbeddedChunk, "vector" | "sentenceVectors" | "sentenceLengths"> & {
  readonly tokenIds: readonly Int32Array[];
};

/** Chunks that the model sees at once: a call costs as much as some hundred tokens, a row of a token 1.5 KB. */
function batches(chunks: readonly CutChunk[]): CutChunk[][] {
  const list: CutChunk[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const chunk of chunks) {
    const tokens = chunk.tokenIds.reduce((sum, { length }) => sum + length, 0);
    if (size + tokens > BATCH_TOKENS) {
      list.push([]);
      size = 0;
    }
    list.at(-1)!.push(chunk);
    size += tokens;
  }
  return list;
}

/** Vectors of tokens, by their ids. */
class TokenRows {
  readonly dimension: number;
  readonly #rows: Float32Array;
  readonly #at: ReadonlyMap<number, number>;

  constructor(ids: readonly number[], rows: Float32Array, dimension: number) {
    this.dimension = dimension;
    this.#rows = rows;
    this.#at = new Map(ids.map((id, i) => [id, i * dimension]));
  }

  /** Adds the vectors of tokens, one after another, to two sums. */
  add(ids: Iterable<number>, one: Float32Array, other: Float32Array): void {
    const rows = this.#rows;
    for (const id of ids) {
      const base = this.#at.get(id)!;
      for (let d = 0; d < one.length; d++) {
        const value = rows[base + d]!;
        one[d]! += value;
        other[d]! += value;
      }
    }
  }
}

/** The vector of a chunk, of its title's tokens and its own, and the lengths of its sentences'. */
function withVectors(chunk: CutChunk, rows: TokenRows, titleIds: readonly number[]): EmbeddedChunk {
  const whole = new Float32Array(rows.dimension);
  const sentenceLengths = Float32Array.from(chunk.tokenIds, (ids) => {
    const own = new Float32Array(rows.dimension);
    rows.add(ids, own, whole);
    return chunk.kind === "body" ? lengthOf(own) : 0;
  });
  rows.add(titleIds, new Float32Array(rows.dimension), whole);
  return { ...chunk, vector: directionOf(whole), sentenceLengths, sentenceVectors: null };
}

/**
 * Reads the articles of a file for their visits, then embeds them.
 *
 * @param onEmbed Told between the two.
 */
export async function readAndEmbed(
  articles: readonly Article[],
  embedder: Embedder,
  options: ChunkOptions,
  onEmbed: () => Promise<void> | undefined,
): Promise<IndexedArticle[]> {
  const read = articles.map((article) => ({ article, reports: readVisits(article) }));
  await onEmbed();
  const indexed: IndexedArticle[] = [];
  for (const one of read)
    indexed.push({ ...one, chunks: await embedArticle(one.article, embedder, options) });
  return indexed;
}

/** An article with what the index stores of it. */
export interface IndexedArticle {
  readonly article: Article;
  readonly chunks: readonly EmbeddedChunk[];
  /** The visits that it tells of. */
  readonly reports: readonly VisitReport[];
}
