import { join } from "node:path";
import type { Article } from "../ingest/article.ts";
import type { Base } from "./base.ts";
import { hasChanges, openDatabase } from "./database.ts";
import { DB_FILE } from "./manifest.ts";
import { openImmutable } from "./sqlite.ts";
import { ARTICLE_COLUMNS, articleOf } from "./stored-article.ts";

/** What the base holds of the corpus. */
export interface BaseFiles {
  /** SHA-256 of each indexed file by path. */
  readonly hashes: ReadonlyMap<string, string>;
  /** How many files were added, changed or removed since its older part was written; 0 where it has one part. */
  readonly changed: number;
  /** The stored articles of a file, the article before its briefs. */
  articles(path: string): Article[];
  /** Id and title of `count` articles, evenly spread. */
  titles(count: number): { readonly id: string; readonly title: string }[];
  /** Path of the file that an article id belongs to, or null. */
  ownerOf(articleId: string): string | null;
  close(): void;
}

/**
 * @param base Null: nothing is stored.
 * @param olderPart Whether to leave its changes out.
 */
export function openBaseFiles(base: Base | null, olderPart = false): BaseFiles {
  if (base === null) {
    const none = { articles: () => [], titles: () => [], ownerOf: () => null, close: () => {} };
    return { hashes: new Map(), changed: 0, ...none };
  }
  const layered = hasChanges(base.manifest) && !olderPart;
  const db = layered
    ? openDatabase(base.dir, base.manifest)
    : openImmutable(join(base.dir, DB_FILE));
  const changed = layered
    ? db.prepare(
        `SELECT count(*) FROM
           (SELECT path FROM main.files UNION SELECT path FROM main.removed_files)`,
      )
    : null;
  const articles = db.prepare(
    `SELECT ${ARTICLE_COLUMNS} FROM articles WHERE path = ? ORDER BY part_of IS NOT NULL, id`,
  );
  const owner = db.prepare("SELECT path FROM articles WHERE id = ?");
  const files = db.prepare("SELECT path, sha256 FROM files").all() as [string, string][];
  return {
    hashes: new Map(files),
    changed: (changed?.get()?.[0] as number | undefined) ?? 0,
    articles: (path) => articles.all(path).map(articleOf),
    titles(count) {
      const ids = db
        .prepare("SELECT id, title FROM articles WHERE part_of IS NULL ORDER BY id")
        .all();
      const step = Math.max(1, ids.length / count);
      return Array.from({ length: Math.min(count, ids.length) }, (_, i) => {
        const [id, title] = ids[Math.floor(i * step)] as [string, string];
        return { id, title };
      });
    },
    ownerOf: (articleId) => (owner.get(articleId)?.[0] as string | undefined) ?? null,
    close: () => db.close(),
  };
}
