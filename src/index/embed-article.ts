import type { Embedder } from "../embedding/embedder.ts";
import type { Article } from "../ingest/article.ts";
import { type Chunk, type ChunkOptions, chunkArticle } from "../ingest/chunk.ts";

/** A chunk with what the index stores of it. */
export interface EmbeddedChunk extends Chunk {
  readonly text: string;
  /** Null where the text holds no token that the model knows. */
  readonly vector: Float32Array | null;
  /** One for each sentence of a body chunk; null for captions and bylines. */
  readonly sentenceVectors: readonly (Float32Array | null)[];
  readonly tokenIds: Int32Array | null;
}

/** Embeds the chunks of an article, each under the article's title, and each sentence of the report alone. */
export async function embedArticle(
  article: Article,
  embedder: Embedder,
  options: ChunkOptions,
): Promise<EmbeddedChunk[]> {
  const chunks = chunkArticle(article, options);
  const texts = chunks.map(({ start, end }) => article.text.slice(start, end));
  const sentences = chunks
    .filter(({ kind }) => kind === "body")
    .flatMap((chunk) => chunk.sentences.map(({ start, end }) => article.text.slice(start, end)));
  const vectors = await embedder.embedPassages([
    ...texts.map((text) => `${article.title}\n${text}`),
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
    tokenIds: embedder.tokenRows === null ? null : embedder.tokenIds(texts[i]!),
  }));
}
