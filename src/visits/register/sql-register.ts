import { LRUCache } from "lru-cache";
import type { Exists } from "../../language/translate/index.ts";
import type { Facet, Register, Visit, VisitFacets } from "../../model/index.ts";
import {
  type Sqlite,
  type SqlRow,
  type SqlValue,
  type Statement,
  unpackJson,
} from "../../storage/index.ts";
import { conditionOf, type Dialect } from "./conditions.ts";
import { searchKey } from "./names.ts";

/**
 * Tables of the register in a generation's database. `visit_reports` holds what each article tells (packed
 * `VisitReport[]`), written with the article; `visit_keys` under what its reports meet those of other articles;
 * `visits` what a query looks at, one row a visit; `visit_records` the whole visit (packed `Visit`), apart from
 * it so that a scan stays short. `visit_changes` names, in a draft, the articles whose visits must be put
 * together anew.
 *
 * Days are numbers `YYYYMMDD`, the first and the last that are possible; null where the year is not known.
 * Texts are keys (src/visits/register/names.ts) with a space at each end and ` / ` between their parts, so that
 * a phrase can be looked up by its words (`topics` and `words` hold each word once); lists of places are keys between slashes: `/bang tuong/quang tay/`. The
 * two `_list` columns are places to be shown.
 */
export const REGISTER_SCHEMA = `
  CREATE TABLE visit_reports (
    article_id TEXT PRIMARY KEY,
    reports BLOB NOT NULL
  );
  CREATE TABLE visit_keys (
    key TEXT NOT NULL,
    article_id TEXT NOT NULL,
    PRIMARY KEY (key, article_id)
  ) WITHOUT ROWID;
  CREATE INDEX visit_keys_article ON visit_keys (article_id);
  CREATE TABLE visit_changes (
    article_id TEXT PRIMARY KEY
  ) WITHOUT ROWID;
  CREATE TABLE visits (
    visit INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    articles TEXT NOT NULL,
    first_day INTEGER,
    last_day INTEGER,
    published TEXT,
    planned INTEGER NOT NULL,
    kind TEXT NOT NULL,
    host TEXT NOT NULL,
    guest TEXT NOT NULL,
    host_places TEXT NOT NULL,
    guest_places TEXT NOT NULL,
    counterpart TEXT NOT NULL,
    counterpart_places TEXT NOT NULL,
    place TEXT NOT NULL,
    place_places TEXT NOT NULL,
    people TEXT NOT NULL,
    names TEXT NOT NULL,
    topics TEXT NOT NULL,
    words TEXT NOT NULL,
    counterpart_list TEXT NOT NULL,
    place_list TEXT NOT NULL
  );
  CREATE TABLE visit_articles (
    article_id TEXT NOT NULL,
    visit INTEGER NOT NULL,
    PRIMARY KEY (article_id, visit)
  ) WITHOUT ROWID;
  CREATE INDEX visit_articles_visit ON visit_articles (visit);
  CREATE TABLE visit_records (
    visit INTEGER PRIMARY KEY,
    record BLOB NOT NULL
  );
`;

/**
 * Groups of matching visits with how many there are, for `facetsOf`: by years, counterparts and places.
 *
 * @param condition WHERE clause over the table `visits`.
 */
const facetQuery = (condition: string) => `
  WITH found AS MATERIALIZED (
    SELECT first_day / 10000 AS first_year, last_day / 10000 AS last_year, counterpart_list,
      counterpart_places, place_list, place_places
    FROM visits WHERE ${condition}
  )
  SELECT 'year', CAST(first_year AS TEXT), CAST(last_year AS TEXT), count(*) FROM found GROUP BY 2, 3
  UNION ALL
  SELECT 'counterpart', counterpart_list, counterpart_places, count(*) FROM found GROUP BY 2, 3
  UNION ALL
  SELECT 'place', place_list, place_places, count(*) FROM found GROUP BY 2, 3`;

function tally(counts: Map<string, number>, key: string, count: number): void {
  counts.set(key, (counts.get(key) ?? 0) + count);
}

/** What matching visits can be filtered by further: a facet's count is what a search for its value finds. */
function facetsOf(groups: readonly SqlRow[]): VisitFacets {
  const years = new Map<string, number>();
  const counterparts = new PlaceTally();
  const places = new PlaceTally();
  for (const [by, one, other, count] of groups as [string, string, string, number][]) {
    if (by === "counterpart") counterparts.add(one, other, count);
    else if (by === "place") places.add(one, other, count);
    else if (one !== null)
      for (let year = Number(one); year <= Number(other); year++) tally(years, String(year), count);
  }
  return {
    years: [...years]
      .map(([value, count]) => ({ value, count }))
      .sort((a, b) => Number(b.value) - Number(a.value)),
    counterparts: counterparts.facets(),
    places: places.facets(),
  };
}

/** Places that are shown, counted by the keys by which they are found. */
class PlaceTally {
  readonly #counts = new Map<string, number>();
  readonly #shown = new Map<string, string>();

  add(names: string, keys: string, count: number): void {
    for (const key of new Set(keys.split("/"))) if (key !== "") tally(this.#counts, key, count);
    for (const name of names.split("/")) {
      if (name === "") continue;
      const key = searchKey(name);
      if (!this.#shown.has(key)) this.#shown.set(key, name);
    }
  }

  facets(): Facet[] {
    return [...this.#shown]
      .map(([key, value]) => ({ value, count: this.#counts.get(key) ?? 0 }))
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  }
}

const ORDER = {
  newest: "first_day IS NULL, first_day DESC, published DESC NULLS LAST, id",
  oldest: "first_day IS NULL, first_day, published NULLS FIRST, id",
} as const;

/** A database with the tables `visits`, `visit_articles` and `visit_records` of src/index/migrations/001-index.sql. */
export interface RegisterDatabase extends Dialect {
  /** @param values In the order of the statement's question marks. */
  all(sql: string, ...values: SqlValue[]): SqlRow[];
}

/** Statements kept prepared; filters differ by what they name. */
const KEPT_STATEMENTS = 32;
/** Visits kept as they were read: 5 to 15 KB each. */
const KEPT_VISITS = 500;
/** Articles whose visits are kept by their numbers. */
const KEPT_ARTICLES = 5_000;

/** Those of a generation's file. */
export function sqliteTables(db: Sqlite): RegisterDatabase {
  const prepared = new LRUCache<string, Statement>({ max: KEPT_STATEMENTS });
  return {
    all(sql, ...values) {
      let statement = prepared.get(sql);
      if (statement === undefined) {
        statement = db.prepare(sql);
        prepared.set(sql, statement);
      }
      return statement.all(...values);
    },
    listed: () => "(SELECT value FROM json_each(?))",
  };
}

/**
 * The register of one generation.
 *
 * @param exists Tells whether folded syllables stand side by side in the articles.
 */
export function sqlRegister(db: RegisterDatabase, exists: Exists): Register {
  const listed = db.listed("integer");
  const kept = new LRUCache<number, Visit>({ max: KEPT_VISITS });
  const visitsOf = (rows: readonly number[]): Visit[] => {
    const missing = rows.filter((row) => !kept.has(row));
    const found =
      missing.length === 0
        ? []
        : db.all(
            `SELECT visit, record FROM visit_records WHERE visit IN ${listed}`,
            JSON.stringify(missing),
          );
    const fresh = new Map(
      found.map(([row, record]) => [row as number, unpackJson(record) as Visit]),
    );
    const visits = rows.map((row) => kept.get(row) ?? fresh.get(row)!);
    for (const [row, visit] of fresh) kept.set(row, visit);
    return visits;
  };
  const rowsOfArticle = new LRUCache<string, readonly number[]>({ max: KEPT_ARTICLES });
  return {
    find(filter, { offset, limit, order = "newest" }) {
      const { sql, values } = conditionOf(filter, exists, db);
      // The texts of all visits are gone through once; the rest is asked by row numbers.
      const rows = db
        .all(`SELECT visit FROM visits WHERE ${sql} ORDER BY ${ORDER[order]}`, ...values)
        .map(([row]) => row as number);
      const [articles] = db.all(
        `SELECT count(DISTINCT article_id) FROM visit_articles WHERE visit IN ${listed}`,
        JSON.stringify(rows),
      )[0]!;
      return {
        total: rows.length,
        articles: articles as number,
        visits: visitsOf(rows.slice(offset, offset + limit)),
      };
    },
    has(filter) {
      const { sql, values } = conditionOf(filter, exists, db);
      return db.all(`SELECT 1 FROM visits WHERE ${sql} LIMIT 1`, ...values).length > 0;
    },
    visit(id) {
      const rows = db.all("SELECT visit FROM visits WHERE id = ?", id);
      return visitsOf(rows.map(([row]) => row as number))[0] ?? null;
    },
    articleIds: () =>
      db.all("SELECT DISTINCT article_id FROM visit_articles").map(([id]) => String(id)),
    ofArticle(articleId) {
      let rows = rowsOfArticle.get(articleId);
      if (rows === undefined) {
        rows = db
          .all(
            `SELECT visit FROM visits
             WHERE visit IN (SELECT visit FROM visit_articles WHERE article_id = ?)
             ORDER BY ${ORDER.newest}`,
            articleId,
          )
          .map(([row]) => row as number);
        rowsOfArticle.set(articleId, rows);
      }
      return visitsOf(rows);
    },
    facets(filter) {
      const { sql, values } = conditionOf(filter, exists, db);
      return facetsOf(db.all(facetQuery(sql), ...values));
    },
  };
}
