import { chunkArticle } from "../articles/parse/index.ts";
import { directionOf, lengthOf } from "../embedding/index.ts";
import { readOnce } from "../language/text/index.ts";
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
    const ids = [...batch.flatMap((chunk) => chunk.tokenIds), Int32Array.from(titleIds)];
    const rows = await rowsOf(embedder).load(ids, tokenRows);
    embedded.push(...batch.map((chunk) => withVectors(chunk, rows, titleIds, embedder.dimension)));
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

/** Vectors that are kept of tokens met lately; at 256 dimensions 16 MB. */
const KEPT_ROWS = 16_000;

/** Vectors of tokens by their ids: texts repeat theirs, and the model is asked for those that are new. */
class TokenRows {
  readonly #dimension: number;
  #known = new Map<number, Float32Array>();

  constructor({ dimension }: Embedder) {
    this.#dimension = dimension;
  }

  /** The vectors of some tokens at least. */
  async load(
    ids: readonly Int32Array[],
    tokenRows: NonNullable<Embedder["tokenRows"]>,
  ): Promise<ReadonlyMap<number, Float32Array>> {
    if (this.#known.size > KEPT_ROWS) this.#known = new Map();
    const known = this.#known;
    const missing = new Set<number>();
    for (const list of ids) for (const id of list) if (!known.has(id)) missing.add(id);
    const rows = await tokenRows([...missing]);
    let at = 0;
    for (const id of missing) {
      known.set(id, rows.subarray(at, at + this.#dimension));
      at += this.#dimension;
    }
    return known;
  }
}

const rowsOf = readOnce((embedder: Embedder) => new TokenRows(embedder));

/** Adds the vectors of tokens, one after another, to two sums. */
function addRows(
  ids: Iterable<number>,
  rows: ReadonlyMap<number, Float32Array>,
  one: Float32Array,
  other: Float32Array,
): void {
  for (const id of ids) {
    const row = rows.get(id)!;
    for (let d = 0; d < one.length; d++) {
      const value = row[d]!;
      one[d]! += value;
      other[d]! += value;
    }
  }
}

/** The vector of a chunk, of its title's tokens and its own, and the lengths of its sentences'. */
function withVectors(
  chunk: CutChunk,
  rows: ReadonlyMap<number, Float32Array>,
  titleIds: readonly number[],
  dimension: number,
): EmbeddedChunk {
  const whole = new Float32Array(dimension);
  const sentenceLengths = Float32Array.from(chunk.tokenIds, (ids) => {
    const own = new Float32Array(dimension);
    addRows(ids, rows, own, whole);
    return chunk.kind === "body" ? lengthOf(own) : 0;
  });
  addRows(titleIds, rows, new Float32Array(dimension), whole);
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
