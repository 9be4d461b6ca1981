import { asVietnamese } from "../crosslingual/gloss.ts";
import type { Embedder } from "../embedding/embedder.ts";
import { meanDirection } from "../embedding/meanings.ts";
import type { Article } from "../ingest/article.ts";
import { type Chunk, type ChunkOptions, chunkArticle } from "../ingest/chunk.ts";

/** A chunk with what the index stores of it. */
export interface EmbeddedChunk extends Chunk {
  readonly text: string;
  /** Of the article's title and the text; null where both hold no token that the model knows. */
  readonly vector: Float32Array | null;
  /** One for each sentence of a body chunk; null for captions and bylines. */
  readonly sentenceVectors: readonly (Float32Array | null)[];
  /** Of each sentence; null where the model has no token rows. */
  readonly tokenIds: readonly Int32Array[] | null;
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
  }));
}

/**
 * Where a text's vector is the mean of its token rows, each sentence is cut into tokens once, for its own
 * vector, its chunk's, and the stored tokens: tokenising is most of the work of indexing.
 */
async function embedTokens(
  { title, text }: Article,
  chunks: readonly Chunk[],
  embedder: Embedder,
  tokenRows: NonNullable<Embedder["tokenRows"]>,
): Promise<EmbeddedChunk[]> {
  const { dimension } = embedder;
  const titleIds = [...embedder.tokenIds(asVietnamese(title))];
  const embedded: EmbeddedChunk[] = [];
  for (const chunk of chunks) {
    const sentences = chunk.sentences.map(({ start, end }) =>
      embedder.tokenIds(asVietnamese(text.slice(start, end))),
    );
    const rows = await tokenRows([...sentences.flatMap((ids) => [...ids]), ...titleIds]);
    let from = 0;
    embedded.push({
      ...chunk,
      text: text.slice(chunk.start, chunk.end),
      vector: meanDirection(rows, dimension),
      sentenceVectors: sentences.map(({ length }) => {
        const own = rows.subarray(from * dimension, (from + length) * dimension);
        from += length;
        return chunk.kind === "body" ? meanDirection(own, dimension) : null;
      }),
      tokenIds: sentences,
    });
  }
  return embedded;
}
