import { LRUCache } from "lru-cache";
import type { Article, IndexReader, IndexStatus } from "../../model/index.ts";
import type { SqlRow, SqlValue } from "../../storage/index.ts";
import { DatabaseError, type Postgres } from "../../storage/postgres/index.ts";
import type { RegisterDatabase } from "../../visits/register/index.ts";
import { exactIndexOf, searchingReader, statusOf } from "../read/common.ts";
import { ARTICLE_COLUMNS, articleOf, CHUNK_COLUMNS, chunkOf } from "../read/stored-rows.ts";
import { checkVector, type VectorIndex } from "../read/vector-index.ts";
import { generationName, type PublishedGeneration, type Served } from "./served.ts";
import { hasVectors, nearest } from "./vectors.ts";
import { lengthsOf, postgresWords } from "./words.ts";

/** Without the extension vectors are compared in memory, up to as many. */
export const EXACT_UP_TO = 5_000;

/** Articles that were read, with their folded words: about 12 KB each. */
const KEPT_ARTICLES = 2_000;

/** What is known of an article that was read. */
interface KeptArticle {
  readonly article: Article;
  readonly path: string;
  /** Folded words of its title and of each of its chunks. */
  readonly folded: readonly string[];
}

/** Where a row is of the generation `$1`. */
const LIVE = "born <= $1 AND gone > $1";

const articleColumns = (count: number) => ARTICLE_COLUMNS.split(",").slice(0, count).length;
const COUNT = articleColumns(Number.POSITIVE_INFINITY);

/** The tables of the register as those of one generation, under the names that the local store has for them. */
function registerTables(database: Postgres, generation: number): RegisterDatabase {
  const live = `born <= ${generation} AND gone > ${generation}`;
  const tables = `WITH visits AS (SELECT * FROM visit_rows WHERE ${live}),
    visit_records AS (SELECT visit, record FROM visit_rows WHERE ${live}),
    visit_articles AS (
      SELECT a.article_id, a.visit FROM visit_article_rows a JOIN visits USING (visit)
    )`;
  return {
    all(sql, ...values) {
      let count = 0;
      const numbered = sql.replace(/\?/gu, () => `$${++count}`);
      const rest = numbered.trimStart();
      const both = rest.startsWith("WITH ") ? `${tables}, ${rest.slice(5)}` : `${tables} ${rest}`;
      return database.all(both, values);
    },
    listed: (type) => `(SELECT CAST(value AS ${type}) FROM jsonb_array_elements_text(?) AS value)`,
  };
}

/** The vectors of a small generation, compared in memory. */
function exactVectors(
  database: Postgres,
  { generation, manifest }: PublishedGeneration,
): VectorIndex {
  const { dimension } = manifest.model;
  if (manifest.counts.vectors > EXACT_UP_TO)
    throw new DatabaseError(
      "no-extension",
      `${database.name} has no extension "vector", without which at most ${EXACT_UP_TO} passages can be compared. Install pgvector (0.7 or later) there, run CREATE EXTENSION vector in the database, then "npm run -s cli -- index".`,
    );
  const rows = database.all(
    `SELECT "row", vector FROM chunks WHERE vector IS NOT NULL AND ${LIVE} ORDER BY "row"`,
    [generation],
  );
  return exactIndexOf(rows, dimension);
}

function serverVectors(
  database: Postgres,
  { generation, manifest }: PublishedGeneration,
): VectorIndex {
  const { dimension } = manifest.model;
  const count = manifest.counts.vectors;
  return {
    count,
    search(vector, k) {
      checkVector(vector, dimension);
      const wanted = Math.min(Math.floor(k), count);
      return wanted < 1 ? [] : nearest(database, generation, vector, wanted);
    },
  };
}

/**
 * Opens one generation of a database for reading. A question takes a few round trips: its words, its vector, the
 * chunks found, their articles; what was read of lists and articles is kept.
 *
 * @throws {DatabaseError} Where the database is away, or cannot search as many vectors.
 */
export function readPublished(served: Served, published: PublishedGeneration): IndexReader {
  const { database, lists } = served;
  const { generation, manifest } = published;
  const { model } = manifest;
  const vectors = hasVectors(database, model.dimension)
    ? serverVectors(database, published)
    : exactVectors(database, published);
  const lengths = database.all(
    `SELECT "row", marked_words, folded_words FROM chunks WHERE ${LIVE}`,
    [generation],
  ) as [number, number, number][];
  const wordsOf = (folded: boolean) =>
    postgresWords(
      lengthsOf(lengths.map(([row, marked, bare]) => [row, folded ? bare : marked])),
      (terms) => lists.read(database, generation, folded, terms),
    );
  const tables = registerTables(database, generation);
  const parts = { vectors, marked: wordsOf(false), folded: wordsOf(true), tables };
  lengths.length = 0;
  const kept = new LRUCache<string, KeptArticle>({ max: KEPT_ARTICLES });
  const all = (sql: string, ...values: (SqlValue | readonly SqlValue[])[]) =>
    database.all(sql, [generation, ...values]);
  const one = (sql: string, ...values: SqlValue[]) => all(sql, ...values)[0]?.[0];

  /** Reads articles that are not kept, all at once. */
  function keep(ids: readonly string[]): void {
    const missing = [...new Set(ids)].filter((id) => !kept.has(id));
    if (missing.length === 0) return;
    const values = [generation, missing];
    const [articles, texts] = database.batch([
      {
        sql: `SELECT ${ARTICLE_COLUMNS}, path, folded_title FROM articles
              WHERE id = ANY($2::text[]) AND ${LIVE}`,
        values,
      },
      {
        sql: `SELECT article_id, folded FROM chunks
              WHERE article_id = ANY($2::text[]) AND ${LIVE} ORDER BY article_id, ordinal`,
        values,
      },
    ]);
    const bodies = new Map<string, string[]>();
    for (const [id, text] of texts as [string, string][]) {
      const known = bodies.get(id);
      if (known) known.push(text);
      else bodies.set(id, [text]);
    }
    for (const row of articles!) {
      const article = articleOf(row);
      const [path, title] = row.slice(COUNT) as [string, string];
      kept.set(article.id, { article, path, folded: [title, ...(bodies.get(article.id) ?? [])] });
    }
  }

  function keptArticle(id: string): KeptArticle | null {
    keep([id]);
    return kept.get(id) ?? null;
  }

  function chunksOf(rows: readonly SqlRow[]) {
    keep(rows.map(([, articleId]) => articleId as string));
    const textOf = (id: string) => keptArticle(id)!.article.text;
    return rows.map((row) => chunkOf(row, model.dimension, textOf));
  }

  const articlesWhere = (rest: string, ...values: SqlValue[]) =>
    all(`SELECT ${ARTICLE_COLUMNS} FROM articles WHERE ${LIVE} AND ${rest}`, ...values).map(
      articleOf,
    );
  let status: IndexStatus | null = null;
  return {
    ...searchingReader(manifest, parts),
    chunks(rows) {
      if (rows.length === 0) return [];
      const found = all(
        `SELECT ${CHUNK_COLUMNS} FROM chunks WHERE "row" = ANY($2::integer[]) AND ${LIVE}`,
        rows,
      );
      const byRow = new Map(chunksOf(found).map((chunk) => [chunk.row, chunk]));
      return rows.flatMap((row) => byRow.get(row) ?? []);
    },
    chunksOfArticle: (id) =>
      chunksOf(
        all(
          `SELECT ${CHUNK_COLUMNS} FROM chunks WHERE article_id = $2 AND ${LIVE} ORDER BY ordinal`,
          id,
        ),
      ),
    foldedTexts(articleId) {
      const folded = keptArticle(articleId)?.folded ?? [];
      // As the local store has it: the title is known by its chunks.
      return folded.length > 1 ? [...folded] : [""];
    },
    titleOf: (articleId) => keptArticle(articleId)?.article.title ?? null,
    article: (id) => keptArticle(id)?.article ?? null,
    articles: (offset, limit) =>
      articlesWhere(
        "part_of IS NULL ORDER BY published DESC NULLS LAST, id LIMIT $2 OFFSET $3",
        limit,
        offset,
      ),
    pathOf: (id) => keptArticle(id)?.path ?? null,
    addresses: () =>
      all(`SELECT id, url FROM articles WHERE ${LIVE} AND part_of IS NULL AND url IS NOT NULL`).map(
        ([id, url]) => ({ articleId: id as string, url: url as string }),
      ),
    briefs: (articleId) => articlesWhere("part_of = $2 ORDER BY id", articleId),
    visitsOf: (id) =>
      one(
        `SELECT count(*) FROM visit_article_rows JOIN visit_rows USING (visit)
         WHERE article_id = $2 AND ${LIVE}`,
        id,
      ) as number,
    status: () => (status ??= publishedStatus(database, published)),
    // The connection is the process's own.
    close: () => {},
  };
}

/** What is told of a generation, without opening it. */
export function publishedStatus(
  database: Postgres,
  { generation, manifest }: PublishedGeneration,
): IndexStatus {
  return statusOf(generationName(generation), manifest, sizeOf(database));
}

/** What the tables take on the server's disk, all generations together; 0 where it does not tell now. */
function sizeOf(database: Postgres): number {
  try {
    const [row] = database.all(
      `SELECT coalesce(sum(pg_total_relation_size(c.oid)), 0) FROM pg_class c
       WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r'`,
    );
    return Number(row![0]);
  } catch {
    return 0;
  }
}
