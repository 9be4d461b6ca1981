import { join } from "node:path";
import { LRUCache } from "lru-cache";
import type { IndexReader } from "../../model/index.ts";
import type { Sqlite, SqlRow } from "../../storage/index.ts";
import { sqliteTables } from "../../visits/register/index.ts";
import { indexFiles, type Manifest, VECTORS_FILE } from "../files/manifest.ts";
import { hasChanges, openDatabase } from "../files/schema.ts";
import { chunkWords } from "../files/stored-words.ts";
import { exactIndexOf, searchingReader, statusOf } from "./common.ts";
import { HnswIndex, sharedGraph } from "./hnsw-index.ts";
import { type Lexical, layeredLexical, lexical } from "./lexical.ts";
import { listedLexical, sharedLists } from "./listed-lexical.ts";
import { ARTICLE_COLUMNS, articleOf, CHUNK_COLUMNS, chunkOf, unitVectorOf } from "./stored-rows.ts";
import { type ExactIndex, LayeredIndex, type VectorIndex } from "./vector-index.ts";

/**
 * Up to this many vectors all are compared: about 1 ms at 256 dimensions, and nothing is missed. The vector file of such
 * an index holds none: those in the database are enough.
 */
export const EXACT_BELOW = 5_000;

/** Whether the vector file of a generation holds its vectors, those of the changes left out. */
export const hasGraph = ({ graph }: Manifest) => graph !== false;

/** Texts whose chunks are being read; about 3 KB each. */
const KEPT_TEXTS = 200;

/** The vectors in a database, of the tables as they are seen (`main.chunks`: without an older part). */
export function exactIndex(db: Sqlite, dimension: number, table = "chunks"): ExactIndex {
  const rows = db.prepare(`SELECT row, vector FROM ${table} WHERE vector IS NOT NULL ORDER BY row`);
  return exactIndexOf(rows.all(), dimension);
}

export function loadVectors(dir: string, manifest: Manifest): HnswIndex {
  const { removedVectors } = manifest.counts;
  return HnswIndex.load(join(dir, VECTORS_FILE), manifest.model.dimension, removedVectors);
}

/** The graph of a generation with its changes. */
export function layeredVectors(graph: VectorIndex, db: Sqlite, dimension: number): VectorIndex {
  const removed = db
    .prepare(
      "SELECT row FROM main.removed_chunks JOIN base.chunks USING (row) WHERE vector IS NOT NULL",
    )
    .all()
    .map(([row]) => row as number);
  return new LayeredIndex(graph, new Set(removed), exactIndex(db, dimension, "main.chunks"));
}

/**
 * Opens the files of one generation. They must have been compared with the manifest before: the vector
 * library trusts what it loads.
 *
 * @throws {Error} Where the database is not of this program.
 */
export function readGeneration(dir: string, generation: string, manifest: Manifest): IndexReader {
  const db = openDatabase(dir, manifest);
  try {
    return reader(db, dir, generation, manifest);
  } catch (error) {
    db.close();
    throw error;
  }
}

function vectorsOf(db: Sqlite, dir: string, manifest: Manifest): VectorIndex {
  const { counts, model } = manifest;
  if (counts.vectors < EXACT_BELOW || !hasGraph(manifest)) return exactIndex(db, model.dimension);
  const graph = sharedGraph(manifest, () => loadVectors(dir, manifest));
  return hasChanges(manifest) ? layeredVectors(graph, db, model.dimension) : graph;
}

const REMOVED_ROWS = "SELECT row FROM main.removed_chunks";

function wordsOf(db: Sqlite, folded: boolean, manifest: Manifest): Lexical {
  const layered = hasChanges(manifest);
  const schema = layered ? "base" : "main";
  const words = lexical(db, folded, schema, layered ? REMOVED_ROWS : undefined);
  const removed = layered ? db.prepare(REMOVED_ROWS).all() : [];
  const lists = sharedLists(manifest)[folded ? "folded" : "marked"];
  const base = listedLexical(
    words,
    lists,
    db,
    schema,
    new Set(removed.map(([row]) => row as number)),
  );
  return layered ? layeredLexical(db, folded, base) : base;
}

function reader(db: Sqlite, dir: string, generation: string, manifest: Manifest): IndexReader {
  const { model, files } = manifest;
  const chunkByRow = db.prepare(`SELECT ${CHUNK_COLUMNS} FROM chunks WHERE row = ?`);
  const headByRow = db.prepare("SELECT article_id, vector, words FROM chunks WHERE row = ?");
  const chunksByArticle = db.prepare(
    `SELECT ${CHUNK_COLUMNS} FROM chunks WHERE article_id = ? ORDER BY ordinal`,
  );
  const articleById = db.prepare(`SELECT ${ARTICLE_COLUMNS} FROM articles WHERE id = ?`);
  const textById = db.prepare("SELECT text FROM articles WHERE id = ?");
  const texts = new LRUCache<string, string>({ max: KEPT_TEXTS });
  const textOf = (articleId: string) => {
    const known = texts.get(articleId);
    if (known !== undefined) return known;
    const text = textById.get(articleId)![0] as string;
    texts.set(articleId, text);
    return text;
  };
  const chunk = (row: SqlRow) => chunkOf(row, model.dimension, textOf);
  const newest = db.prepare(
    `SELECT ${ARTICLE_COLUMNS} FROM articles WHERE part_of IS NULL
     ORDER BY published DESC, id LIMIT ? OFFSET ?`,
  );
  const wordsOfArticle = db.prepare(
    "SELECT row, words FROM chunks WHERE article_id = ? ORDER BY ordinal",
  );
  const words = chunkWords(db, hasChanges(manifest));
  const wordsOfTitle = db.prepare("SELECT words FROM articles WHERE id = ?");
  const titleById = db.prepare("SELECT title FROM articles WHERE id = ?");
  const pathById = db.prepare("SELECT path FROM articles WHERE id = ?");
  const addressed = db.prepare(
    "SELECT id, url FROM articles WHERE part_of IS NULL AND url IS NOT NULL",
  );
  const visitsOf = db.prepare("SELECT count(*) FROM visit_articles WHERE article_id = ?");
  const briefsOf = db.prepare(
    `SELECT ${ARTICLE_COLUMNS} FROM articles WHERE part_of = ? ORDER BY id`,
  );
  return {
    ...searchingReader(manifest, {
      vectors: vectorsOf(db, dir, manifest),
      marked: wordsOf(db, false, manifest),
      folded: wordsOf(db, true, manifest),
      tables: sqliteTables(db),
    }),
    chunks: (rows) =>
      rows.flatMap((row) => {
        const found = chunkByRow.get(row);
        return found ? [chunk(found)] : [];
      }),
    chunksOfArticle: (id) => chunksByArticle.all(id).map(chunk),
    foldedTexts: (articleId) => {
      const chunks = wordsOfArticle.all(articleId) as [number, Uint8Array][];
      const [first] = chunks;
      if (first === undefined) return [""];
      const title = wordsOfTitle.get(articleId)![0] as Uint8Array;
      return [
        words.of(first[0]).folded(title),
        ...chunks.map(([row, body]) => words.of(row).folded(body)),
      ];
    },
    heads: (rows) =>
      rows.flatMap((row) => {
        const found = headByRow.get(row);
        if (found === undefined) return [];
        const [articleId, vector, body] = found as [string, Uint8Array | null, Uint8Array];
        return {
          row,
          articleId,
          vector: unitVectorOf(vector, model.dimension),
          marked: words.of(row).marked(body),
        };
      }),
    titleWords: (row, articleId) =>
      words.of(row).marked(wordsOfTitle.get(articleId)![0] as Uint8Array),
    titleOf: (articleId) => (titleById.get(articleId)?.[0] as string | undefined) ?? null,
    article: (id) => {
      const found = articleById.get(id);
      return found ? articleOf(found) : null;
    },
    articles: (offset, limit) => newest.all(limit, offset).map(articleOf),
    pathOf: (id) => (pathById.get(id)?.[0] as string | undefined) ?? null,
    addresses: () =>
      addressed.all().map(([id, url]) => ({ articleId: id as string, url: url as string })),
    briefs: (articleId) => briefsOf.all(articleId).map(articleOf),
    visitsOf: (id) => visitsOf.get(id)![0] as number,
    status() {
      const bytes = indexFiles(manifest).reduce((sum, name) => sum + files[name]!.bytes, 0);
      return statusOf(generation, manifest, bytes);
    },
    close: () => db.close(),
  };
}
