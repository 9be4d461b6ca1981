import type { Sqlite } from "../../storage/index.ts";
import { FOLDED_TABLE, MARKED_TABLE } from "./schema.ts";
import { StoredWords, WordWriter } from "./stored-words.ts";

/** Writes the full-text tables of a database under construction, and the words that they are made of. */
interface FullTextWriter {
  /** Numbers of words, parted by single spaces; `store` afterwards, in the same transaction. */
  pack(words: string): Uint8Array;
  store(): void;
  insert(row: number, title: Uint8Array, body: Uint8Array): void;
  /** With the words that it was inserted with. */
  delete(row: number, title: Uint8Array, body: Uint8Array): void;
  /** Makes what was stored piece by piece one. */
  join(): void;
}

export function fullTextWriter(db: Sqlite): FullTextWriter {
  const writer = new WordWriter(db);
  // Virtual tables take no REAL for a rowid, and the driver binds numbers as REAL.
  const tables = [MARKED_TABLE, FOLDED_TABLE].map((table) => ({
    insert: db.prepare(
      `INSERT INTO main.${table} (rowid, title, body) VALUES (CAST(? AS INTEGER), ?, ?)`,
    ),
    remove: db.prepare(
      `INSERT INTO main.${table} (${table}, rowid, title, body)
       VALUES ('delete', CAST(? AS INTEGER), ?, ?)`,
    ),
  }));
  const words = new StoredWords(writer.words);
  const change = (
    what: "insert" | "remove",
    row: number,
    title: Uint8Array,
    body: Uint8Array,
  ): void => {
    const [marked, folded] = tables;
    marked![what].run(row, words.marked(title), words.marked(body));
    folded![what].run(row, words.folded(title), words.folded(body));
  };
  return {
    pack: (text) => writer.pack(text),
    store: () => writer.store(),
    insert: (row, title, body) => change("insert", row, title, body),
    delete: (row, title, body) => change("remove", row, title, body),
    join: () => writer.join(),
  };
}
