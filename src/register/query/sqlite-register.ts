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

/** How many visits match, and how many articles tell of them. */
const numbersQuery = (condition: string) => `
  WITH found AS MATERIALIZED (SELECT visit FROM visits WHERE ${condition})
  SELECT count(*),
    (SELECT count(DISTINCT article_id) FROM visit_articles WHERE visit IN (SELECT visit FROM found))
  FROM found`;

/**
 * The register of a generation's database, which must have the tables of src/register/store/schema.ts.
 *
 * @param exists Tells whether folded syllables stand side by side in the articles.
 */
export function sqliteRegister(db: Sqlite, exists: Exists): Register {
  const recordOfRow = db.prepare("SELECT record FROM visit_records WHERE visit = ?");
  const rowOfId = db.prepare("SELECT visit FROM visits WHERE id = ?");
  const visitOf = (row: number) => JSON.parse(recordOfRow.get(row)![0] as string) as Visit;
  return {
    find(filter, { offset, limit, order = "newest" }) {
      const { sql, values } = conditionOf(filter, exists);
      const [total, articles] = db.prepare(numbersQuery(sql)).get(...values) as [number, number];
      const rows =
        limit < 1 || offset >= total
          ? []
          : db
              .prepare(
                `SELECT visit FROM visits WHERE ${sql} ORDER BY ${ORDER[order]} LIMIT ? OFFSET ?`,
              )
              .all(...values, limit, offset);
      return { total, articles, visits: rows.map(([row]) => visitOf(row as number)) };
    },
    visit(id) {
      const found = rowOfId.get(id);
      return found ? visitOf(found[0] as number) : null;
    },
    facets(filter) {
      const { sql, values } = conditionOf(filter, exists);
      return facetsOf(db.prepare(facetQuery(sql)).all(...values));
    },
  };
}
