import { constants, copyFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Article } from "../ingest/article.ts";
import type { Base } from "./base.ts";
import { floatsOf } from "./blobs.ts";
import { syncToDisk } from "./durable.ts";
import type { EmbeddedChunk } from "./embed-article.ts";
import { beginGeneration } from "./generations.ts";
import { HnswIndex } from "./hnsw-index.ts";
import { DB_FILE, VECTORS_FILE } from "./manifest.ts";
import { loadVectors } from "./reader.ts";
import { FOLDED_TABLE, MARKED_TABLE, SCHEMA } from "./schema.ts";
import { openWritable, type Sqlite } from "./sqlite.ts";
import { type IndexWriter, indexWriter } from "./writer.ts";

/** Removed vectors stay in the graph; beyond this share it is built anew, or it slows down and loses recall. */
const MAX_REMOVED_SHARE = 0.2;

/** Numbers of a finished draft, for its manifest. */
export interface DraftCounts {
  readonly files: number;
  readonly articles: number;
  readonly briefs: number;
  readonly chunks: number;
  readonly vectors: number;
  readonly removedVectors: number;
}

/** The next generation while it is built: a copy of the base to be changed, or an empty one. */
export class Draft {
  readonly name: string;
  readonly dir: string;
  readonly #db: Sqlite;
  readonly #writer: IndexWriter;
  readonly #dimension: number;
  readonly #isFresh: boolean;
  /** Null: to be built from the stored vectors at the end. */
  #vectors: HnswIndex | null;

  /** @param base What to copy; null for an empty draft. */
  constructor(indexDir: string, dimension: number, base: Base | null) {
    const { name, dir } = beginGeneration(indexDir);
    this.name = name;
    this.dir = dir;
    this.#dimension = dimension;
    this.#isFresh = base === null;
    const path = join(dir, DB_FILE);
    // Where the file system can, the copy shares its blocks with the original.
    if (base) copyFileSync(join(base.dir, DB_FILE), path, constants.COPYFILE_FICLONE);
    this.#db = openWritable(path);
    // Nobody else sees the file before it is complete, and a broken draft is thrown away.
    this.#db.exec("PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; BEGIN");
    if (!base) this.#db.exec(SCHEMA);
    this.#writer = indexWriter(this.#db, dimension);
    if (!base) this.#vectors = HnswIndex.create(dimension, 1024);
    else this.#vectors = base.vectorsOk ? loadVectors(base.dir, base.manifest) : null;
  }

  remove(path: string): void {
    for (const row of this.#writer.removeFile(path)) this.#vectors?.remove(row);
  }

  /** Path of the file that an article id belongs to, or null. */
  ownerOf(articleId: string): string | null {
    return this.#writer.ownerOf(articleId);
  }

  /** Stores a file's articles; what an earlier version of the file left must have been removed. */
  add(
    path: string,
    sha256: string,
    articles: readonly { article: Article; chunks: readonly EmbeddedChunk[] }[],
  ): void {
    this.#writer.addFile(path, sha256);
    for (const { article, chunks } of articles) {
      for (const { row, vector } of this.#writer.addArticle(path, article, chunks)) {
        this.#vectors?.add(row, vector);
      }
    }
  }

  /** Ends the writing: both files are complete and on the disk afterwards. */
  finish(onVectors: (done: number, total: number) => void): DraftCounts {
    if (this.#isFresh) {
      // One segment answers faster; after a small change SQLite's own merging keeps their number low.
      for (const table of [MARKED_TABLE, FOLDED_TABLE]) {
        this.#db.exec(`INSERT INTO ${table} (${table}) VALUES ('optimize')`);
      }
    }
    const graph = this.#graph(onVectors);
    graph.save(join(this.dir, VECTORS_FILE));
    const count = (what: string) =>
      this.#db.prepare(`SELECT count(*) FROM ${what}`).get()![0] as number;
    const counts = {
      files: count("files"),
      articles: count("articles WHERE part_of IS NULL"),
      briefs: count("articles WHERE part_of IS NOT NULL"),
      chunks: count("chunks"),
      vectors: graph.count,
      removedVectors: graph.removed,
    };
    this.#db.exec("COMMIT");
    this.#db.close();
    for (const name of [DB_FILE, VECTORS_FILE]) syncToDisk(join(this.dir, name));
    return counts;
  }

  #graph(onVectors: (done: number, total: number) => void): HnswIndex {
    const graph = this.#vectors;
    if (graph && graph.removed <= MAX_REMOVED_SHARE * graph.count) return graph;
    const rows = this.#db
      .prepare("SELECT row FROM chunks WHERE vector IS NOT NULL ORDER BY row")
      .all();
    const vector = this.#db.prepare("SELECT vector FROM chunks WHERE row = ?");
    const fresh = HnswIndex.create(this.#dimension, rows.length);
    for (const [i, [row]] of rows.entries()) {
      fresh.add(row as number, floatsOf(vector.get(row as number)![0] as Uint8Array));
      if (i % 100 === 99) onVectors(i + 1, rows.length);
    }
    return fresh;
  }

  /** Throws the draft away. */
  discard(): void {
    this.#db.close();
    rmSync(this.dir, { recursive: true, force: true });
  }
}
