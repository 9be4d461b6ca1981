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
}
