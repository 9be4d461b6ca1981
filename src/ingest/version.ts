/** Raise when the same file would give another article than before: the index then reads all files anew. */
export const INGEST_VERSION = "2";
