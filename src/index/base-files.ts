import { join } from "node:path";
import type { Article } from "../ingest/article.ts";
import type { Base } from "./base.ts";
import { DB_FILE } from "./manifest.ts";
import { openImmutable } from "./sqlite.ts";
import { ARTICLE_COLUMNS, articleOf } from "./stored-article.ts";

/** What the base holds of the corpus. */
export interface BaseFiles {
  /** SHA-256 of each indexed file by path. */
  readonly hashes: ReadonlyMap<string, string>;
  /** The stored articles of a file, the article before its briefs. */
  articles(path: string): Article[];
  /** Path of the file that an article id belongs to, or null. */
  ownerOf(articleId: string): string | null;
  close(): void;
}

/** @param base Null: nothing is stored. */
export function openBaseFiles(base: Base | null): BaseFiles {
  if (base === null) {
    return { hashes: new Map(), articles: () => [], ownerOf: () => null, close: () => {} };
  }
  const db = openImmutable(join(base.dir, DB_FILE));
  const articles = db.prepare(
    `SELECT ${ARTICLE_COLUMNS} FROM articles WHERE path = ? ORDER BY part_of IS NOT NULL, id`,
  );
  const owner = db.prepare("SELECT path FROM articles WHERE id = ?");
  const files = db.prepare("SELECT path, sha256 FROM files").all() as [string, string][];
  return {
    hashes: new Map(files),
    articles: (path) => articles.all(path).map(articleOf),
    ownerOf: (articleId) => (owner.get(articleId)?.[0] as string | undefined) ?? null,
    close: () => db.close(),
  };
}
