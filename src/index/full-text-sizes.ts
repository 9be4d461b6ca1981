import type { Sqlite } from "./sqlite.ts";

/** Where FTS5 keeps the totals of a table (fts5_index.c, FTS5_AVERAGES_ROWID). */
const TOTALS_ROW = 1;

/** SQLite's numbers of variable length, below 2^56: seven bits a byte, the first ones highest. */
export function varints(bytes: Uint8Array): number[] {
  const found: number[] = [];
  let value = 0;
  for (const byte of bytes) {
    value = value * 128 + (byte & 127);
    if (byte < 128) {
      found.push(value);
      value = 0;
    }
  }
  return found;
}

/** What BM25 knows of a full-text table as a whole. */
export interface FullTextSizes {
  readonly rows: number;
  /** Words of an average row, all columns together; at least 1. */
  readonly averageWords: number;
}

/** The totals that FTS5 itself scores by, in one read. */
export function fullTextSizes(db: Sqlite, schema: string, table: string): FullTextSizes {
  const read = db.prepare(`SELECT block FROM ${schema}.${table}_data WHERE id = ?`);
  const [rows = 0, ...columns] = varints((read.get(TOTALS_ROW)?.[0] as Uint8Array) ?? []);
  const words = columns.reduce((sum, count) => sum + count, 0);
  return { rows, averageWords: Math.max(1, words / Math.max(1, rows)) };
}
