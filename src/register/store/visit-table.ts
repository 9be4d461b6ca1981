import type { Sqlite } from "../../index/sqlite.ts";
import type { Visit } from "../visit.ts";
import { VISIT_COLUMNS, visitValues } from "./visit-row.ts";

/** The visits of a database under construction. Writes go to its own tables, not to those of an older part. */
export interface VisitTable {
  add(visit: Visit): void;
  /** Takes a visit out by its row. */
  remove(row: number): void;
  clear(): void;
}

export function visitTable(db: Sqlite): VisitTable {
  const columns = VISIT_COLUMNS.split(",").length;
  const insert = db.prepare(
    `INSERT INTO main.visits (${VISIT_COLUMNS}) VALUES (${Array(columns).fill("?").join(", ")})`,
  );
  const insertRecord = db.prepare("INSERT INTO main.visit_records (visit, record) VALUES (?, ?)");
  const insertArticle = db.prepare(
    "INSERT INTO main.visit_articles (article_id, visit) VALUES (?, ?)",
  );
  const tables = ["visits", "visit_records", "visit_articles"];
  const removals = tables.map((table) => db.prepare(`DELETE FROM main.${table} WHERE visit = ?`));
  return {
    add(visit) {
      const { lastInsertRowid: row } = insert.run(...visitValues(visit));
      insertRecord.run(row, JSON.stringify(visit));
      for (const id of new Set(visit.articleIds)) insertArticle.run(id, row);
    },
    remove: (row) => removals.forEach((statement) => void statement.run(row)),
    clear: () => tables.forEach((table) => void db.exec(`DELETE FROM main.${table}`)),
  };
}
