import type { Article } from "../../model/index.ts";
import type { SqlRow, SqlValue } from "../../storage/index.ts";
import { ARTICLE_COLUMNS, articleOf, CHUNK_COLUMNS } from "../read/stored-rows.ts";
import type { PublishedGeneration, Served } from "./served.ts";

/** Files that are read together. */
const BATCH = 50;

/** A file of a published generation with all that is stored of it. */
interface PublishedFile {
  readonly path: string;
  readonly sha256: string;
  readonly articles: readonly {
    readonly article: Article;
    /** Packed `VisitReport[]`; null: it tells of no visit. */
    readonly reports: Uint8Array | null;
    /** Columns of the local table `chunks` behind the article's id. */
    readonly chunks: readonly { readonly text: string; readonly values: readonly SqlValue[] }[];
  }[];
}

const COLUMNS = ARTICLE_COLUMNS.split(",").length;

/**
 * Everything that a generation in a database holds, file by file, by path.
 *
 * @throws {DatabaseError} Where the database is away.
 */
export function* publishedContent(
  { database }: Served,
  { generation }: PublishedGeneration,
): Generator<PublishedFile> {
  const live = "born <= $1 AND gone > $1";
  const files = database.all(`SELECT path, sha256 FROM files WHERE ${live} ORDER BY path`, [
    generation,
  ]) as [string, string][];
  for (let from = 0; from < files.length; from += BATCH) {
    const some = files.slice(from, from + BATCH);
    const paths = some.map(([path]) => path);
    const [articles, chunks] = database.batch([
      {
        sql: `SELECT ${ARTICLE_COLUMNS}, path, reports FROM articles
              WHERE path = ANY($2::text[]) AND ${live} ORDER BY part_of IS NOT NULL, id`,
        values: [generation, paths],
      },
      {
        sql: `SELECT ${CHUNK_COLUMNS} FROM chunks WHERE ${live} AND article_id IN (
                SELECT id FROM articles WHERE path = ANY($2::text[]) AND ${live}
              ) ORDER BY article_id, ordinal`,
        values: [generation, paths],
      },
    ]);
    const byArticle = new Map<SqlValue, SqlRow[]>(articles!.map(([id]) => [id!, []]));
    for (const row of chunks!) byArticle.get(row[1]!)?.push(row);
    for (const [path, sha256] of some)
      yield {
        path,
        sha256,
        articles: articles!
          .filter((row) => row[COLUMNS] === path)
          .map((row) => {
            const article = articleOf(row);
            const own = byArticle.get(article.id) ?? [];
            return {
              article,
              reports: row[COLUMNS + 1] as Uint8Array | null,
              chunks: own.map(([, , ...values]) => ({
                text: article.text.slice(values[1] as number, values[2] as number),
                values,
              })),
            };
          }),
      };
  }
}
