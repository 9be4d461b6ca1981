/**
 * Bytes to a clean article: text, web pages, Word, PDF, sheets and scans, in old encodings too. A file comes in,
 * articles with exact ranges and a count of what was left out go out. What is read differently raises
 * `INGEST_VERSION`.
 */

export { decodeForeign, decodeText } from "./charset.ts";
export { chunkArticle } from "./chunk.ts";
export {
  articleId,
  type CorpusFile,
  type CorpusListing,
  DOCUMENT_EXTENSIONS,
  extensionOf,
  listCorpus,
  TEXT_EXTENSIONS,
} from "./corpus-files.ts";
export { rowBriefs } from "./formats/index.ts";
export {
  addressOf,
  canonicalUrl,
  findEvent,
  isFurniture,
  isPictureMark,
  isSameSite,
  isStamp,
  leftOutLetters,
  MAX_FILE_BYTES,
  vietnamDate,
  webAddress,
  withFrontMatter,
} from "./page/index.ts";
export { ingestFile } from "./parse-document.ts";
export {
  type DocumentInput,
  type DocumentKind,
  type DocumentOutcome,
  type DocumentRead,
  type ReadOptions,
  readDocument,
} from "./read-document.ts";
export {
  type EventDifference,
  findAlike,
  findSame,
  type IndexedArticle,
  type SameArticle,
  sameAmong,
} from "./same-article.ts";
export { articleSlug, recognised, toMarkdown } from "./to-markdown.ts";
