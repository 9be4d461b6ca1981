import { join } from "node:path";
import { floatsOf } from "./blobs.ts";
import { ExactIndex } from "./exact-index.ts";
import { HnswIndex } from "./hnsw-index.ts";
import { lexical } from "./lexical.ts";
import { DB_FILE, type Manifest, VECTORS_FILE } from "./manifest.ts";
import { openImmutable, type Sqlite } from "./sqlite.ts";
import { ARTICLE_COLUMNS, articleOf } from "./stored-article.ts";
import { CHUNK_COLUMNS, chunkOf } from "./stored-chunk.ts";
import type { IndexReader } from "./types.ts";
import type { VectorIndex } from "./vector-index.ts";

/** Up to this many vectors all are compared: about 1 ms at 256 dimensions, and nothing is missed. */
export const EXACT_BELOW = 5_000;

function exactIndex(db: Sqlite, dimension: number): ExactIndex {
  const rows = db.prepare("SELECT row, vector FROM chunks WHERE vector IS NOT NULL ORDER BY row");
  const vectors = rows
    .all()
    .map(([row, vector]) => ({ row: row as number, vector: floatsOf(vector as Uint8Array) }));
  return new ExactIndex(dimension, vectors);
}

export function loadVectors(dir: string, manifest: Manifest): HnswIndex {
  const { removedVectors } = manifest.counts;
  return HnswIndex.load(join(dir, VECTORS_FILE), manifest.model.dimension, removedVectors);
}

/**
 * Opens the files of one generation. They must have been compared with the manifest before: the vector
 * library trusts what it loads.
 *
 * @throws {Error} Where the database is not of this program.
 */
export function readGeneration(dir: string, generation: string, manifest: Manifest): IndexReader {
  const db = openImmutable(join(dir, DB_FILE));
  try {
    return reader(db, dir, generation, manifest);
  } catch (error) {
    db.close();
    throw error;
  }
}

function reader(db: Sqlite, dir: string, generation: string, manifest: Manifest): IndexReader {
  const { counts, model, files } = manifest;
  const vectors: VectorIndex =
    counts.vectors < EXACT_BELOW ? exactIndex(db, model.dimension) : loadVectors(dir, manifest);
  const marked = lexical(db, false);
  const folded = lexical(db, true);
  const chunkByRow = db.prepare(`SELECT ${CHUNK_COLUMNS} FROM chunks WHERE row = ?`);
  const chunksByArticle = db.prepare(
    `SELECT ${CHUNK_COLUMNS} FROM chunks WHERE article_id = ? ORDER BY ordinal`,
  );
  const articleById = db.prepare(`SELECT ${ARTICLE_COLUMNS} FROM articles WHERE id = ?`);
  const newest = db.prepare(
    `SELECT ${ARTICLE_COLUMNS} FROM articles WHERE part_of IS NULL
     ORDER BY published DESC, id LIMIT ? OFFSET ?`,
  );
  const briefsOf = db.prepare(
    `SELECT ${ARTICLE_COLUMNS} FROM articles WHERE part_of = ? ORDER BY id`,
  );
  return {
    chunkCount: counts.chunks,
    searchDense: (vector, k) => vectors.search(vector, k),
    searchLexical: (terms, options) =>
      (options.folded ? folded : marked).search(terms, options.k, options.weights),
    documentFrequency: (terms, isFolded) => (isFolded ? folded : marked).documentFrequency(terms),
    chunks: (rows) =>
      rows.flatMap((row) => {
        const found = chunkByRow.get(row);
        return found ? [chunkOf(found, model.dimension)] : [];
      }),
    chunksOfArticle: (id) => chunksByArticle.all(id).map((row) => chunkOf(row, model.dimension)),
    article: (id) => {
      const found = articleById.get(id);
      return found ? articleOf(found) : null;
    },
    articles: (offset, limit) => newest.all(limit, offset).map(articleOf),
    briefs: (articleId) => briefsOf.all(articleId).map(articleOf),
    status: () => ({
      generation,
      articles: counts.articles,
      briefs: counts.briefs,
      chunks: counts.chunks,
      model: model.id,
      dimension: model.dimension,
      builtAt: manifest.builtAt,
      bytes: files[DB_FILE].bytes + files[VECTORS_FILE].bytes,
    }),
    close: () => db.close(),
  };
}
