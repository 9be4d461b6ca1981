/** Turns text into vectors. Every vector is finite and of unit length; the same text gives the same vector. */
export interface Embedder {
  /** Model id, as `EMBEDDING_MODEL` names it. */
  readonly model: string;
  /** Changes whenever vectors of this and an earlier run could differ: model files, prefixes, pooling. */
  readonly fingerprint: string;
  readonly dimension: number;
  /** Embeds a question. Text without a known token gives null. */
  embedQuery(text: string): Promise<Float32Array | null>;
  /** Embeds passages, in order. Text without a known token gives null. */
  embedPassages(texts: readonly string[]): Promise<(Float32Array | null)[]>;
  /** Ids of the tokens of a text in reading order, without special and unknown tokens, prefix or truncation. */
  tokenIds(text: string): Int32Array;
  /**
   * Raw vectors of tokens, ids.length × dimension, row by row; a text's vector is the direction of the
   * mean of its rows. They never change, so callers may keep them. Null where the model's token vectors
   * depend on their neighbours.
   */
  readonly tokenRows: ((ids: readonly number[]) => Promise<Float32Array>) | null;
  /** What tokens mean by the words they stand among; null where the model's folder doesn't tell. */
  readonly meanings: Meanings | null;
  /** Frees the model. The embedder must not be used afterwards. */
  close(): Promise<void>;
}

/** What is wrong with an embedding model: not there, not reachable, damaged, or of a kind we can't run. */
type EmbeddingModelProblem = "missing" | "unreachable" | "corrupt" | "unsupported";

/** The embedding model can't be had. The message says what happened and what to do, in whole sentences. */
export class EmbeddingModelError extends Error {
  override readonly name = "EmbeddingModelError";

  constructor(
    readonly problem: EmbeddingModelProblem,
    readonly model: string,
    message: string,
    options?: { readonly cause?: unknown },
  ) {
    super(message, options);
  }
}

/** Unit vectors of tokens by the words they stand among: near for words that can replace each other. */
export interface Meanings {
  readonly dimension: number;
  /** ids.length × dimension, row by row; zero rows for tokens too rare to tell. */
  rows(ids: readonly number[]): Float32Array;
}
