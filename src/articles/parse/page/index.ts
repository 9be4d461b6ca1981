/**
 * What of a page is the article: lines, title, dates, the marks and furniture of portals, tables. Lines and blocks of
 * any format come in, an assembled article with a count of what was left out goes out; a portal's marks are rows of
 * `portals.ts` and `page-marks.ts`.
 */

export { arrangeLines, isDayHeading } from "./arrange.ts";
export {
  assemble,
  type Draft,
  type DraftBlock,
  findEvent,
  joinBroken,
  joinBrokenText,
  LIST_MARK,
  type Metadata,
  type MetadataDocument,
  NO_METADATA,
  type PageLine,
  type Teaser,
  withKnown,
} from "./assemble.ts";
export {
  isWritten,
  type Parted,
  splitFrontMatter,
  webAddress,
  withFrontMatter,
} from "./front-matter.ts";
export {
  leftOutLetters,
  lettersIn,
  MAX_FILE_BYTES,
  PROTECTED,
  skip,
  unreadableSkip,
} from "./left-out.ts";
export {
  endsWithStop,
  isFurniture,
  isPictureMark,
  isProse,
  isStamp,
  syllableCount,
} from "./lines.ts";
export { htmlMetadata, vietnamDate } from "./metadata.ts";
export { readPage } from "./page.ts";
export {
  hasPhotoCredit,
  isCaption,
  isLetterhead,
  readDateLine,
  splitDateline,
  withoutLetterhead,
  writerOf,
} from "./page-marks.ts";
export { addressOf, canonicalUrl, isSameSite, portalName, withAddress } from "./portals.ts";
export { type Cell, isLabel, partTables, tableLines } from "./table.ts";
export { deriveTitle, isTitleLike, partRelated, readTeasers } from "./title.ts";
