import { createHash } from "node:crypto";
import type { Sqlite } from "../../index/sqlite.ts";
import type { VisitFilter } from "../../register/filter.ts";

/** The lists that were asked for last; the buttons of older ones say that they have expired. */
const MAX_LISTS = 20_000;
const ID_CHARS = 10;
/** Of all visits; it needs no keeping. */
export const ALL_LIST = "0";

/** What the lists of visits in chats are filtered by: buttons hold 64 bytes, a filter more. */
export interface VisitLists {
  /** Keeps a filter. @returns Its id, the same for the same filter, of [A-Za-z0-9_-]. */
  keep(filter: VisitFilter): string;
  /** The filter of a list, or null where it is no longer kept. */
  recall(id: string): VisitFilter | null;
}

/** Lists in a database of `openBotDatabase`: they outlive the process. */
export function visitLists(db: Sqlite): VisitLists {
  db.exec(
    "CREATE TABLE IF NOT EXISTS visit_lists (row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, filter TEXT NOT NULL)",
  );
  // Replacing moves a list that is asked for again to the young end.
  const insert = db.prepare("INSERT OR REPLACE INTO visit_lists (id, filter) VALUES (?, ?)");
  const forget = db.prepare(
    "DELETE FROM visit_lists WHERE row <= (SELECT max(row) FROM visit_lists) - ?",
  );
  const find = db.prepare("SELECT filter FROM visit_lists WHERE id = ?");
  return {
    keep(filter) {
      if (Object.keys(filter).length === 0) return ALL_LIST;
      const json = JSON.stringify(filter, Object.keys(filter).sort());
      const id = createHash("sha256").update(json).digest("base64url").slice(0, ID_CHARS);
      insert.run(id, json);
      forget.run(MAX_LISTS);
      return id;
    },
    recall(id) {
      if (id === ALL_LIST) return {};
      const found = find.get(id);
      return found ? (JSON.parse(String(found[0])) as VisitFilter) : null;
    },
  };
}
