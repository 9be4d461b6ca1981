import { copyFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  beginGeneration,
  CHANGES_FILE,
  CHUNKS_SCHEMA,
  currentGeneration,
  DB_FILE,
  FOLDED_TABLE,
  FORMAT_VERSION,
  FULL_TEXT_SCHEMA,
  fullTextWriter,
  generationDir,
  MARKED_TABLE,
  type Manifest,
  packTokenIds,
  publishGeneration,
  quantize,
  VECTORS_FILE,
  WORDS_SCHEMA,
  writeManifest,
} from "../../index/index.ts";
import {
  checksumFile,
  openWritable,
  packJson,
  type Sqlite,
  syncToDisk,
} from "../../storage/index.ts";
import { REGISTER_SCHEMA } from "../../visits/register/index.ts";
import { takeOver } from "../draft-files.ts";

type OldManifest = Omit<Manifest, "register" | "formatVersion"> & {
  readonly formatVersion: number;
  readonly register?: Manifest["register"];
};

/** A manifest of an earlier format without changes; what it holds is checked when it is read as one of the present one. */
function oldManifest(dir: string): OldManifest | null {
  try {
    const manifest: OldManifest = JSON.parse(readFileSync(join(dir, "manifest.json"), "utf8"));
    const isOld = manifest.formatVersion >= 1 && manifest.formatVersion < FORMAT_VERSION;
    return isOld && manifest.files[CHANGES_FILE] === undefined ? manifest : null;
  } catch {
    return null;
  }
}

/**
 * Makes a generation of the present format of the one in use, whose format stored texts and vectors twice (1, 2) or
 * words (3): questions are answered at once, and the next build reads what is new. Format 1 had no register; the next
 * build fills it. A generation that is damaged, or lies in two parts, is left for the build, which tells what is wrong
 * and builds anew.
 */
export function storeCompactly(indexDir: string): void {
  const name = currentGeneration(indexDir);
  if (name === null) return;
  const from = generationDir(indexDir, name);
  const manifest = oldManifest(from);
  if (manifest === null) return;
  const isWhole = ([DB_FILE, VECTORS_FILE] as const).every((file) => {
    try {
      return checksumFile(join(from, file)).sha256 === manifest.files[file].sha256;
    } catch {
      return false;
    }
  });
  if (!isWhole) return;
  const dir = beginGeneration(indexDir, "changes");
  copyFileSync(join(from, DB_FILE), join(dir, DB_FILE));
  takeOver({ dir: from }, VECTORS_FILE, dir);
  const db = openWritable(join(dir, DB_FILE));
  try {
    db.exec("PRAGMA journal_mode = DELETE; BEGIN");
    if (manifest.formatVersion < 3) {
      rewriteChunks(db, manifest.model.dimension);
      if (manifest.formatVersion === 1) db.exec(REGISTER_SCHEMA);
      else packRegister(db);
    } else db.exec("ALTER TABLE chunks ADD COLUMN words BLOB");
    packWords(db);
    db.exec("COMMIT; VACUUM");
  } finally {
    db.close();
  }
  syncToDisk(join(dir, DB_FILE));
  writeManifest(dir, {
    ...manifest,
    formatVersion: FORMAT_VERSION,
    files: { ...manifest.files, [DB_FILE]: checksumFile(join(dir, DB_FILE)) },
    // No reader has version 0: the next build reads all articles for visits.
    register: manifest.register ?? { readerVersion: 0, visits: 0 },
    previous: name,
  });
  publishGeneration(indexDir, dir);
}

function rewriteChunks(db: Sqlite, dimension: number): void {
  db.exec(`ALTER TABLE chunks RENAME TO old_chunks; DROP INDEX chunks_article; ${CHUNKS_SCHEMA}`);
  const columns = 'row, article_id, ordinal, start, "end", kind, sentences, sentence_vectors';
  const insert = db.prepare(
    `INSERT INTO chunks (${columns}, token_ids, vector)
     SELECT ${columns}, ?, ? FROM old_chunks WHERE row = ?`,
  );
  const stored = db.prepare("SELECT token_ids, vector FROM old_chunks WHERE row = ?");
  for (const [row] of db.prepare("SELECT row FROM old_chunks ORDER BY row").all()) {
    const [ids, vector] = stored.get(row as number) as (Uint8Array | null)[];
    insert.run(
      ids ? packTokenIds(oldTokenIds(ids)) : null,
      vector ? quantize([new Float32Array(Uint8Array.from(vector).buffer)], dimension) : null,
      row as number,
    );
  }
  // Numbers of removed rows are never used again.
  db.exec(`
    DELETE FROM sqlite_sequence WHERE name = 'chunks';
    INSERT INTO sqlite_sequence (name, seq)
      SELECT 'chunks', seq FROM sqlite_sequence WHERE name = 'old_chunks';
    DROP TABLE old_chunks`);
}

/** Tokens were whole numbers of four bytes, -1 behind a sentence; in format 1 a chunk was one piece without an end. */
function oldTokenIds(blob: Uint8Array): Int32Array[] {
  const sentences: number[][] = [[]];
  for (const id of new Int32Array(Uint8Array.from(blob).buffer)) {
    if (id === -1) sentences.push([]);
    else sentences.at(-1)!.push(id);
  }
  if (sentences.length > 1) sentences.pop();
  return sentences.map((ids) => Int32Array.from(ids));
}

/** Words stood in both full-text tables. */
function packWords(db: Sqlite): void {
  db.exec(`
    ALTER TABLE articles ADD COLUMN words BLOB;
    ALTER TABLE ${MARKED_TABLE} RENAME TO old_words;
    DROP TABLE ${MARKED_TABLE}_vocab; DROP TABLE ${FOLDED_TABLE}_vocab; DROP TABLE ${FOLDED_TABLE};
    ${WORDS_SCHEMA} ${FULL_TEXT_SCHEMA}`);
  const texts = fullTextWriter(db);
  const rows = db
    .prepare(
      `SELECT c.row, c.article_id, w.title, w.body
       FROM chunks c JOIN old_words w ON w.rowid = c.row ORDER BY c.row`,
    )
    .all() as [number, string, string, string][];
  const ofArticle = db.prepare("UPDATE articles SET words = ? WHERE id = ?");
  const ofChunk = db.prepare("UPDATE chunks SET words = ? WHERE row = ?");
  for (const [row, article, ...words] of rows) {
    const [title, body] = words.map(texts.pack) as [Uint8Array, Uint8Array];
    ofArticle.run(title, article);
    ofChunk.run(body, row);
    texts.insert(row, title, body);
  }
  texts.join();
  for (const table of [MARKED_TABLE, FOLDED_TABLE]) {
    db.exec(`INSERT INTO ${table} (${table}) VALUES ('optimize')`);
  }
  db.exec("DROP TABLE old_words");
}

function packRegister(db: Sqlite): void {
  for (const [table, key, column] of [
    ["visit_reports", "article_id", "reports"],
    ["visit_records", "visit", "record"],
  ] as const) {
    const update = db.prepare(`UPDATE ${table} SET ${column} = ? WHERE ${key} = ?`);
    for (const [id, json] of db.prepare(`SELECT ${key}, ${column} FROM ${table}`).all())
      update.run(packJson(JSON.parse(json as string)), id!);
  }
}
