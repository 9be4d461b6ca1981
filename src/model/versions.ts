/** Versions of what is stored: raise one where the same file would give something else than before. */
import type { ChunkOptions } from "./article.ts";

/** Raise when the same file would give another article than before: the index then reads all files anew. */
export const INGEST_VERSION = "13";

/** Version of the reader of visits: raise it where the same article would give other reports. */
export const REGISTER_READER_VERSION = 19;

/** About five sentences of a report: long enough for context, short enough for one embedding. */
export const CHUNK_DEFAULTS: ChunkOptions = { maxSyllables: 200, targetSyllables: 120 };

/** Raise when the same article and options would give other chunks than before, or other things are stored of them. */
const VERSION = 6;

/** Names the way of chunking: chunks of an equal fingerprint are equal for an equal article. */
export function chunkFingerprint(options: ChunkOptions = CHUNK_DEFAULTS): string {
  return `chunk${VERSION}-t${options.targetSyllables}-m${options.maxSyllables}`;
}
