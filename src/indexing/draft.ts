import { rmSync } from "node:fs";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import {
  CHANGES_FILE,
  type Counts,
  DB_FILE,
  FOLDED_TABLE,
  FORMAT_VERSION,
  HnswIndex,
  hasGraph,
  loadVectors,
  MARKED_TABLE,
  type Manifest,
  removeFromBase,
  SPACE,
  unitVectorOf,
  VECTORS_FILE,
} from "../index/index.ts";
import {
  type Article,
  type ChunkOptions,
  chunkFingerprint,
  type Embedder,
  type VisitReport,
} from "../model/index.ts";
import { checksumFile, type Sqlite, syncToDisk } from "../storage/index.ts";
import {
  type DraftForm,
  type DraftSpec,
  databaseFile,
  openDraft,
  takeOver,
} from "./draft-files.ts";
import type { IndexedArticle } from "./embed-article.ts";
import type { CorrectionLines } from "./register-draft.ts";
import { RegisterDraft, type VisitReading } from "./register-draft.ts";
import { type IndexWriter, indexWriter, type StoredChunk } from "./writer.ts";

const number = (db: Sqlite, sql: string) => db.prepare(sql).get()![0] as number;

/** Numbers of rows of a database's own tables. */
function countRows(db: Sqlite): Counts {
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
function countTogether(db: Sqlite, base: Counts): Counts {
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

/** Removed vectors stay in the graph; beyond this share it is built anew, or it slows down and loses recall. */
const MAX_REMOVED_SHARE = 0.2;
/** A killed or cancelled run loses at most this much work. */
const BATCH_FILES = 50;
const BATCH_MS = 2_000;

/** Numbers of a finished draft, for its manifest. */
type DraftCounts = Pick<Manifest, "counts" | "olderCounts" | "graph" | "register">;

interface FinishOptions {
  /** How the copied articles are read for visits again; null: they need not be. */
  readonly readsAgain: VisitReading | null;
  readonly corrections: CorrectionLines;
  readonly onVectors: (done: number, total: number) => void;
  readonly signal?: AbortSignal | undefined;
}

/** An article that was stored elsewhere, with what was read of it there. */
interface TakenArticle {
  readonly article: Article;
  readonly stored: readonly StoredChunk[];
  readonly reports: readonly VisitReport[];
}

/**
 * The next generation while it is built. What was written is committed in batches, so that a run that is
 * cancelled or killed can be gone on with.
 */
export class Draft {
  readonly dir: string;
  /** Whether it goes on with what a cancelled or killed run has done. */
  readonly resumed: boolean;
  /** SHA-256 by path of the files that the generation would hold, were it finished now. */
  readonly hashes: Map<string, string>;
  readonly #form: DraftForm;
  readonly #dimension: number;
  readonly #graphFrom: number;
  readonly #db: Sqlite;
  readonly #writer: IndexWriter;
  readonly #register: RegisterDraft;
  /** The copied base's graph while it is kept up to date; null: to be built from the stored vectors at the end, if at all. */
  readonly #vectors: HnswIndex | null;
  #writing = true;
  #batch = 0;
  #batchSince = performance.now();

  constructor(spec: DraftSpec) {
    const { dir, db, resumed } = openDraft(spec);
    this.dir = dir;
    this.resumed = resumed;
    this.#db = db;
    this.#form = spec.form;
    this.#dimension = spec.dimension;
    this.#graphFrom = spec.graphFrom;
    try {
      db.exec("BEGIN");
      this.#writer = indexWriter(db, spec.dimension);
      this.#register = new RegisterDraft(db, spec.form.kind === "changes");
      const files =
        spec.form.kind === "changes"
          ? `SELECT path, sha256 FROM base.files WHERE path NOT IN (SELECT path FROM removed_files)
             UNION ALL SELECT path, sha256 FROM main.files`
          : "SELECT path, sha256 FROM files";
      this.hashes = new Map(db.prepare(files).all() as [string, string][]);
      this.#vectors =
        spec.form.kind === "copy" &&
        !resumed &&
        spec.form.base.vectorsOk &&
        hasGraph(spec.form.base.manifest)
          ? loadVectors(spec.form.base.dir, spec.form.base.manifest)
          : null;
    } catch (error) {
      db.close();
      throw error;
    }
  }

  remove(path: string): void {
    if (!this.hashes.delete(path)) return;
    this.#register.remove(path);
    const rows = this.#writer.removeFile(path);
    if (this.#form.kind === "changes") removeFromBase(this.#db, path);
    for (const row of rows) this.#vectors?.remove(row);
  }

  /** Path of the file that an article id belongs to, or null. */
  ownerOf(articleId: string): string | null {
    const own = this.#writer.ownerOf(articleId);
    if (own !== null || this.#form.kind !== "changes") return own;
    const [path] =
      this.#db.prepare("SELECT path FROM base.articles WHERE id = ?").get(articleId) ?? [];
    return path !== undefined && this.hashes.has(path as string) ? (path as string) : null;
  }

  /** Stores a file's articles in place of those that it had. */
  add(path: string, sha256: string, articles: readonly (IndexedArticle | TakenArticle)[]): void {
    this.remove(path);
    this.#writer.addFile(path, sha256);
    for (const one of articles) {
      const { article, reports } = one;
      const added =
        "stored" in one
          ? this.#writer.addStored(path, article, one.stored)
          : this.#writer.addArticle(path, article, one.chunks);
      for (const { row, vector } of added) this.#vectors?.add(row, vector);
      this.#register.add(article.id, reports);
    }
    this.hashes.set(path, sha256);
    const now = performance.now();
    if (++this.#batch < BATCH_FILES && now - this.#batchSince < BATCH_MS) return;
    this.#db.exec("COMMIT; BEGIN");
    this.#batch = 0;
    this.#batchSince = now;
  }

  /** Ends the writing: the files are complete and on the disk afterwards. */
  async finish(options: FinishOptions): Promise<DraftCounts> {
    const form = this.#form;
    this.#writer.finish();
    const counts = form.kind === "changes" ? this.#link(form) : await this.#complete(options);
    if (options.readsAgain) await this.#register.readAgain(options.readsAgain, options.signal);
    const register = this.#register.finish(options.corrections);
    this.#writing = false;
    this.#db.exec("COMMIT");
    this.#db.close();
    syncToDisk(join(this.dir, databaseFile(form)));
    return { ...counts, register };
  }

  #link({ base }: Extract<DraftForm, { kind: "changes" }>): Omit<DraftCounts, "register"> {
    for (const name of [DB_FILE, VECTORS_FILE]) takeOver(base, name, this.dir);
    const { removedVectors, ...counts } = base.manifest.counts;
    const olderCounts = base.manifest.olderCounts ?? counts;
    return {
      counts: { ...countTogether(this.#db, olderCounts), removedVectors },
      olderCounts,
      ...(hasGraph(base.manifest) ? {} : { graph: false }),
    };
  }

  async #complete(options: FinishOptions): Promise<Omit<DraftCounts, "register">> {
    if (this.#form.kind === "empty") {
      // One segment answers faster; after a small change SQLite's own merging keeps their number low.
      for (const table of [MARKED_TABLE, FOLDED_TABLE])
        this.#db.exec(`INSERT INTO ${table} (${table}) VALUES ('optimize')`);
    }
    const counts = countRows(this.#db);
    const isGraph = counts.vectors >= this.#graphFrom;
    const graph = isGraph ? await this.#graph(options) : HnswIndex.create(this.#dimension, 0);
    graph.save(join(this.dir, VECTORS_FILE));
    syncToDisk(join(this.dir, VECTORS_FILE));
    return {
      counts: { ...counts, removedVectors: graph.removed },
      ...(isGraph ? {} : { graph: false }),
    };
  }

  async #graph({ onVectors, signal }: FinishOptions): Promise<HnswIndex> {
    const graph = this.#vectors;
    if (graph && graph.removed <= MAX_REMOVED_SHARE * graph.count) return graph;
    this.#db.exec("COMMIT; BEGIN");
    const rows = this.#db
      .prepare("SELECT row FROM chunks WHERE vector IS NOT NULL ORDER BY row")
      .all();
    const vector = this.#db.prepare("SELECT vector FROM chunks WHERE row = ?");
    const fresh = HnswIndex.create(this.#dimension, rows.length);
    for (const [i, [row]] of rows.entries()) {
      const stored = vector.get(row as number)![0] as Uint8Array;
      fresh.add(row as number, unitVectorOf(stored, this.#dimension)!);
      if (i % 100 !== 99) continue;
      onVectors(i + 1, rows.length);
      // A turn for messages, or nobody could cancel.
      await setImmediate();
      signal?.throwIfAborted();
    }
    return fresh;
  }

  /** Keeps what was done for the next run. */
  keep(): void {
    try {
      if (this.#writing) this.#db.exec("COMMIT");
    } finally {
      this.#db.close();
    }
  }

  /** Throws the draft away. */
  discard(): void {
    this.#db.close();
    rmSync(this.dir, { recursive: true, force: true });
  }
}

/** What a generation was built with. */
interface BuiltWith {
  readonly embedder: Pick<Embedder, "model" | "fingerprint" | "dimension">;
  readonly chunkOptions: ChunkOptions;
  readonly ingestVersion: string;
  /** The generation in use meanwhile, or null. */
  readonly previous: string | null;
  /** Whose database and vectors the generation shares, or null. */
  readonly takenOver: Manifest | null;
}

function filesOf(dir: string, takenOver: Manifest | null): Manifest["files"] {
  const file = (name: string) => checksumFile(join(dir, name));
  if (takenOver === null) return { [DB_FILE]: file(DB_FILE), [VECTORS_FILE]: file(VECTORS_FILE) };
  return { ...takenOver.files, [CHANGES_FILE]: file(CHANGES_FILE) };
}

/** The manifest of a generation whose files are complete. */
export function describe(dir: string, counts: DraftCounts, built: BuiltWith): Manifest {
  const { model: id, fingerprint, dimension } = built.embedder;
  return {
    formatVersion: FORMAT_VERSION,
    model: { id, fingerprint, dimension },
    space: SPACE,
    chunkFingerprint: chunkFingerprint(built.chunkOptions),
    ingestVersion: built.ingestVersion,
    ...counts,
    files: filesOf(dir, built.takenOver),
    ...(built.previous === null ? {} : { previous: built.previous }),
    builtAt: new Date().toISOString(),
  };
}
