import type { Exists } from "../../crosslingual/match-forms.ts";
import type { Sqlite } from "../../index/sqlite.ts";
import type { Register } from "../register.ts";
import type { Visit } from "../visit.ts";
import { conditionOf } from "./conditions.ts";
import { facetQuery, facetsOf } from "./facets.ts";

const ORDER = {
  newest: "first_day IS NULL, first_day DESC, published DESC, id",
  oldest: "first_day IS NULL, first_day, published, id",
} as const;

/**
 * The register of a generation's database, which must have the tables of src/register/store/schema.ts.
 *
 * @param exists Tells whether folded syllables stand side by side in the articles.
 */
export function sqliteRegister(db: Sqlite, exists: Exists): Register {
  const recordOfRow = db.prepare("SELECT record FROM visit_records WHERE visit = ?");
  const rowOfId = db.prepare("SELECT visit FROM visits WHERE id = ?");
  const rowsOfArticle = db.prepare(
    `SELECT visit FROM visits WHERE visit IN (SELECT visit FROM visit_articles WHERE article_id = ?)
     ORDER BY ${ORDER.newest}`,
  );
  const articlesOf = db.prepare(
    "SELECT count(DISTINCT article_id) FROM visit_articles WHERE visit IN (SELECT value FROM json_each(?))",
  );
  const visitOf = (row: number) => JSON.parse(recordOfRow.get(row)![0] as string) as Visit;
  return {
    find(filter, { offset, limit, order = "newest" }) {
      const { sql, values } = conditionOf(filter, exists);
      // The texts of all visits are gone through once; the rest is asked by row numbers.
      const rows = db
        .prepare(`SELECT visit FROM visits WHERE ${sql} ORDER BY ${ORDER[order]}`)
        .all(...values)
        .map(([row]) => row as number);
      return {
        total: rows.length,
        articles: articlesOf.get(JSON.stringify(rows))![0] as number,
        visits: rows.slice(offset, offset + limit).map(visitOf),
      };
    },
    has(filter) {
      const { sql, values } = conditionOf(filter, exists);
      return db.prepare(`SELECT 1 FROM visits WHERE ${sql} LIMIT 1`).get(...values) !== undefined;
    },
    visit(id) {
      const found = rowOfId.get(id);
      return found ? visitOf(found[0] as number) : null;
    },
    ofArticle: (articleId) => rowsOfArticle.all(articleId).map(([row]) => visitOf(row as number)),
    facets(filter) {
      const { sql, values } = conditionOf(filter, exists);
      return facetsOf(db.prepare(facetQuery(sql)).all(...values));
    },
  };
}
