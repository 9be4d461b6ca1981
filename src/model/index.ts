/**
 * Types that several rooms speak of: article, visit, question, answer, index. No logic.
 */

export type * from "./answer.ts";
export type * from "./article.ts";
export { type Embedder, EmbeddingModelError, type Meanings } from "./embedder.ts";
export type * from "./index-reader.ts";
export type * from "./indexing.ts";
export type * from "./language.ts";
export * from "./versions.ts";
export type * from "./visit.ts";
export type * from "./writer.ts";
