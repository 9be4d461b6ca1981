/**
 * The one door to transformers.js: finds, checks and loads a model. Text comes in, unit vectors and token ids go
 * out; the same text gives the same vector.
 */

export { createEmbedder, Embedders, embedderOptions } from "./create-embedder.ts";
export { directionOf, lengthOf, meanDirection } from "./meanings.ts";
export { preloadRuntime } from "./runtime.ts";
export { MAX_ASKED, VectorTable } from "./vector-table.ts";
