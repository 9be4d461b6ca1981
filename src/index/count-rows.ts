import type { Counts } from "./manifest.ts";
import type { Sqlite } from "./sqlite.ts";

const number = (db: Sqlite, sql: string) => db.prepare(sql).get()![0] as number;

/** Numbers of rows of a database's own tables. */
export function countRows(db: Sqlite): Counts {
  const count = (what: string) => number(db, `SELECT count(*) FROM main.${what}`);
  return {
    files: count("files"),
    articles: count("articles WHERE part_of IS NULL"),
    briefs: count("articles WHERE part_of IS NOT NULL"),
    chunks: count("chunks"),
    vectors: count("chunks WHERE vector IS NOT NULL"),
  };
}

/** What a base and its changes hold together. */
export function countTogether(db: Sqlite, base: Counts): Counts {
  const added = countRows(db);
  const gone = (what: string) => number(db, `SELECT count(*) FROM main.${what}`);
  const articles = "removed_articles JOIN base.articles USING (id)";
  const removed: Counts = {
    files: gone("removed_files"),
    articles: gone(`${articles} WHERE part_of IS NULL`),
    briefs: gone(`${articles} WHERE part_of IS NOT NULL`),
    chunks: gone("removed_chunks"),
    vectors: gone("removed_chunks JOIN base.chunks USING (row) WHERE vector IS NOT NULL"),
  };
  const names = Object.keys(base) as (keyof Counts)[];
  return Object.fromEntries(
    names.map((name) => [name, base[name] - removed[name] + added[name]]),
  ) as unknown as Counts;
}
