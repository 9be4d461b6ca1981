import type { Exists } from "../../crosslingual/match-forms.ts";
import type { Sqlite } from "../../index/sqlite.ts";
import type { Register } from "../register.ts";
import type { Visit } from "../visit.ts";
import { conditionOf } from "./conditions.ts";
import { FACET_COLUMNS, facetsOf } from "./facets.ts";

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
  const visitOf = (row: number) => JSON.parse(recordOfRow.get(row)![0] as string) as Visit;
  return {
    find(filter, { offset, limit, order = "newest" }) {
      const { sql, values } = conditionOf(filter, exists);
      const rows = db
        .prepare(`SELECT visit, articles FROM visits WHERE ${sql} ORDER BY ${ORDER[order]}`)
        .all(...values);
      const articles = new Set(rows.flatMap(([, ids]) => JSON.parse(ids as string) as string[]));
      return {
        total: rows.length,
        articles: articles.size,
        visits: rows.slice(offset, offset + limit).map(([row]) => visitOf(row as number)),
      };
    },
    visit(id) {
      const found = rowOfId.get(id);
      return found ? visitOf(found[0] as number) : null;
    },
    facets(filter) {
      const { sql, values } = conditionOf(filter, exists);
      return facetsOf(
        db.prepare(`SELECT ${FACET_COLUMNS} FROM visits WHERE ${sql}`).all(...values),
      );
    },
  };
}
