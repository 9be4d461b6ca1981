/**
 * An index on disk: `files/` are generations, manifests and checksums, `read/` opens one and searches its vectors,
 * words and visits. A folder comes in, an `IndexReader` goes out. A change of what is stored raises the schema's
 * version.
 */

export { type Base, type BaseFiles, findBase, openBaseFiles } from "./files/base.ts";
export { fullTextWriter } from "./files/full-text.ts";
export {
  beginGeneration,
  currentGeneration,
  type DraftKind,
  draftDir,
  generationDir,
  type Hold,
  holdGeneration,
  listGenerations,
  previousGeneration,
  pruneGenerations,
  publishGeneration,
  releaseHold,
  switchTo,
} from "./files/generations.ts";
export {
  CHANGES_FILE,
  type Counts,
  checkFiles,
  checkSizes,
  DB_FILE,
  FORMAT_VERSION,
  isProblem,
  type Manifest,
  readManifest,
  SPACE,
  VECTORS_FILE,
  writeManifest,
} from "./files/manifest.ts";
export {
  CHANGES_SCHEMA,
  CHUNKS_SCHEMA,
  continueNumbers,
  FOLDED_TABLE,
  FULL_TEXT_SCHEMA,
  hasChanges,
  MARKED_TABLE,
  openDatabase,
  removeFromBase,
  SCHEMA,
  showAsOne,
} from "./files/schema.ts";
export { WORDS_SCHEMA } from "./files/stored-words.ts";
export { activeHold, type IndexPlace, indexHolder, indexPlace } from "./place.ts";
export { publishedContent } from "./postgres/content.ts";
export { rollBackPublished } from "./postgres/generations.ts";
export { type DatabaseReport, inspectDatabase } from "./postgres/inspect.ts";
export { isSame, publish } from "./postgres/publish.ts";
export {
  currentPublished,
  type DatabasePlace,
  generationName,
  lockDatabase,
  publishedFiles,
  publishedGenerations,
  served,
} from "./postgres/served.ts";
export { HnswIndex } from "./read/hnsw-index.ts";
export {
  checkContent,
  compareManifest,
  currentManifest,
  followGenerations,
  type IndexExpectation,
  localManifest,
  openIndex,
  openUsable,
  type Staleness,
  type UsableIndex,
} from "./read/open-index.ts";
export {
  EXACT_BELOW,
  exactIndex,
  hasGraph,
  layeredVectors,
  loadVectors,
  readGeneration,
} from "./read/reader.ts";
export {
  ARTICLE_COLUMNS,
  articleOf,
  articleValues,
  bytesOf,
  packRanges,
  packTokenIds,
  quantize,
  unitVectorOf,
} from "./read/stored-rows.ts";
export { ExactIndex, type VectorIndex } from "./read/vector-index.ts";
