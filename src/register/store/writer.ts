import type { Sqlite } from "../../index/sqlite.ts";
import type { Visit, VisitReport } from "../visit.ts";
import { VISIT_COLUMNS, visitValues } from "./visit-row.ts";

/** Changes the register of a database under construction. */
export interface RegisterWriter {
  /** Stores what an article tells; what an earlier version of it told must have been removed. */
  addReports(articleId: string, reports: readonly VisitReport[]): void;
  /** Takes out what the articles of a file told; before the articles themselves go. */
  removeFile(path: string): void;
  /** Puts other visits in the place of those that are stored. */
  replaceVisits(visits: readonly Visit[]): void;
  /** All stored reports, by article id. */
  reports(): VisitReport[];
}

export function registerWriter(db: Sqlite): RegisterWriter {
  const insertReports = db.prepare("INSERT INTO visit_reports (article_id, reports) VALUES (?, ?)");
  const deleteReports = db.prepare(
    "DELETE FROM visit_reports WHERE article_id IN (SELECT id FROM articles WHERE path = ?)",
  );
  const columns = VISIT_COLUMNS.split(",").length;
  const insertVisit = db.prepare(
    `INSERT INTO visits (${VISIT_COLUMNS}) VALUES (${Array(columns).fill("?").join(", ")})`,
  );
  const insertRecord = db.prepare("INSERT INTO visit_records (row, record) VALUES (?, ?)");
  const allReports = db.prepare("SELECT reports FROM visit_reports ORDER BY article_id");
  return {
    addReports(articleId, reports) {
      if (reports.length > 0) insertReports.run(articleId, JSON.stringify(reports));
    },
    removeFile: (path) => void deleteReports.run(path),
    replaceVisits(visits) {
      db.exec("DELETE FROM visits; DELETE FROM visit_records");
      for (const visit of visits) {
        const { lastInsertRowid: row } = insertVisit.run(...visitValues(visit));
        insertRecord.run(row, JSON.stringify(visit));
      }
    },
    reports: () =>
      allReports.all().flatMap(([json]) => JSON.parse(json as string) as VisitReport[]),
  };
}
