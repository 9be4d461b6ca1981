import { createHash } from "node:crypto";
import type { Sqlite } from "../index/sqlite.ts";

const ID_CHARS = 10;

/** Texts that buttons stand for: callback data holds 64 bytes, an article's id or a filter may be longer. */
export interface KeptTexts {
  /** Keeps a text. @returns Its id, the same for the same text, of [A-Za-z0-9_-]. */
  keep(text: string): string;
  /** The text of an id, or null where it is no longer kept. */
  recall(id: string): string | null;
}

/**
 * Texts in a database of `openBotDatabase`: they outlive the process.
 *
 * @param most The oldest beyond it are forgotten.
 */
export function keptTexts(db: Sqlite, table: string, most: number): KeptTexts {
  db.exec(
    `CREATE TABLE IF NOT EXISTS ${table} (row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, text TEXT NOT NULL)`,
  );
  // Replacing moves a text that is kept again to the young end.
  const insert = db.prepare(`INSERT OR REPLACE INTO ${table} (id, text) VALUES (?, ?)`);
  const forget = db.prepare(
    `DELETE FROM ${table} WHERE row <= (SELECT max(row) FROM ${table}) - ?`,
  );
  const find = db.prepare(`SELECT text FROM ${table} WHERE id = ?`);
  return {
    keep(text) {
      const id = createHash("sha256").update(text).digest("base64url").slice(0, ID_CHARS);
      insert.run(id, text);
      forget.run(most);
      return id;
    },
    recall(id) {
      const found = find.get(id);
      return found === undefined ? null : String(found[0]);
    },
  };
}
