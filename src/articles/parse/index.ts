/**
 * Bytes to a clean article: text, web pages, Word, PDF, sheets and scans, in old encodings too. A file comes in,
 * articles with exact ranges and a count of what was left out go out. What is read differently raises
 * `INGEST_VERSION`.
 */

export { findEvent } from "./assemble.ts";
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
export { MAX_FILE_BYTES } from "./decode.ts";
export { webAddress, withFrontMatter } from "./front-matter.ts";
export { leftOutLetters } from "./left-out.ts";
export { isFurniture, isPictureMark, isStamp } from "./lines.ts";
export { vietnamDate } from "./metadata.ts";
export { ingestFile } from "./parse-document.ts";
export { addressOf, canonicalUrl, isSameSite } from "./portals.ts";
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
export { rowBriefs } from "./sheet.ts";
export { articleSlug, recognised, toMarkdown } from "./to-markdown.ts";
