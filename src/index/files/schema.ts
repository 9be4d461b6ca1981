import { join } from "node:path";
import { attachImmutable, openImmutable, type Sqlite } from "../../storage/index.ts";
import { REGISTER_SCHEMA } from "../../visits/register/index.ts";
import { CHANGES_FILE, DB_FILE, type Manifest } from "./manifest.ts";
import { WORDS_SCHEMA } from "./stored-words.ts";

/**
 * Tables of a generation's database. `row` numbers of chunks are never used again (AUTOINCREMENT): they
 * are the labels in the vector file, where removed ones stay.
 *
 * Two full-text tables, with marks and folded, so that document frequencies of the two do not mix. They
 * are fed with terms of src/language/text/terms.ts joined by spaces; the tokenizer cuts at the spaces only, for it
 * takes all beyond ASCII as part of a word. They keep no copy of the terms: those
 * stand as numbers with chunk and article (`stored-words.ts`), and a row is deleted by the terms that it was
 * inserted with, so that BM25 does not count it any more.
 */
const fullText = (name: string) => `
  CREATE VIRTUAL TABLE ${name} USING fts5(
    title, body,
    content = '',
    tokenize = "ascii"
  );
  CREATE VIRTUAL TABLE ${name}_vocab USING fts5vocab(${name}, 'row');
`;

export const MARKED_TABLE = "fts_marked";
export const FOLDED_TABLE = "fts_folded";

export const FULL_TEXT_SCHEMA = fullText(MARKED_TABLE) + fullText(FOLDED_TABLE);

export const CHUNKS_SCHEMA = `
  CREATE TABLE chunks (
    row INTEGER PRIMARY KEY AUTOINCREMENT,
    article_id TEXT NOT NULL REFERENCES articles (id),
    ordinal INTEGER NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    kind TEXT NOT NULL,
    sentences TEXT NOT NULL,
    sentence_vectors BLOB,
    sentence_lengths BLOB,
    token_ids BLOB,
    vector BLOB,
    words BLOB
  );
  CREATE INDEX chunks_article ON chunks (article_id, ordinal);
`;

export const SCHEMA = `
  CREATE TABLE files (
    path TEXT PRIMARY KEY,
    sha256 TEXT NOT NULL
  ) WITHOUT ROWID;

  CREATE TABLE articles (
    id TEXT PRIMARY KEY,
    path TEXT NOT NULL REFERENCES files (path),
    part_of TEXT,
    title TEXT NOT NULL,
    url TEXT,
    source TEXT,
    author TEXT,
    published TEXT,
    event TEXT,
    text TEXT NOT NULL,
    blocks TEXT NOT NULL,
    words BLOB
  );
  CREATE INDEX articles_path ON articles (path);
  CREATE INDEX articles_newest ON articles (published DESC, id) WHERE part_of IS NULL;
  CREATE INDEX articles_part_of ON articles (part_of) WHERE part_of IS NOT NULL;

  ${CHUNKS_SCHEMA}
  ${WORDS_SCHEMA}
  ${FULL_TEXT_SCHEMA}
  ${REGISTER_SCHEMA}
`;

/**
 * A large index is not copied for a small change. Its next generation shares the database and the vectors
 * of the present one as links, and adds `changes.db`: the same tables with what is new, and what is gone of
 * the old ones. Queries see both under the tables' own names, through temporary views; full text and vectors
 * are searched in both parts (`lexical.ts`, `vector-index.ts`).
 */
export const CHANGES_SCHEMA = `
  CREATE TABLE removed_files (path TEXT PRIMARY KEY) WITHOUT ROWID;
  CREATE TABLE removed_articles (id TEXT PRIMARY KEY) WITHOUT ROWID;
  CREATE TABLE removed_chunks (row INTEGER PRIMARY KEY);
  CREATE TABLE removed_visits (visit INTEGER PRIMARY KEY);
`;

/** Tables whose rows are not seen through views: full text with its own tables, and SQLite's. */
const NOT_VIEWED = new RegExp(`^(?:sqlite_|${MARKED_TABLE}|${FOLDED_TABLE})`, "u");

/**
 * Which rows of a table of the older part are still there, by the column that says whose they are. A table
 * with neither column is written anew as a whole with each generation: the changes' own one counts.
 */
function remaining(columns: readonly string[]): string | null {
  if (columns.includes("visit")) return "visit NOT IN (SELECT visit FROM main.removed_visits)";
  if (columns.includes("path")) return "path NOT IN (SELECT path FROM main.removed_files)";
  if (columns.includes("article_id"))
    return "article_id NOT IN (SELECT id FROM main.removed_articles)";
  return null;
}

/**
 * Makes the tables of the attached database `base` and of the changes appear as one, under their own names
 * for reading, or with a prefix where the changes are being written.
 */
export function showAsOne(db: Sqlite): void {
  const tables = db.prepare("SELECT name FROM base.sqlite_schema WHERE type = 'table'").all();
  for (const [name] of tables as [string][]) {
    if (NOT_VIEWED.test(name)) continue;
    const columns = db
      .prepare("SELECT name FROM pragma_table_info(?, 'base')")
      .all(name)
      .map(([column]) => column as string);
    const rows = remaining(columns);
    if (rows === null) continue;
    const list = columns.map((column) => `"${column}"`).join(", ");
    db.exec(
      `CREATE TEMP VIEW "${name}" AS
         SELECT ${list} FROM base."${name}" WHERE ${rows}
         UNION ALL SELECT ${list} FROM main."${name}"`,
    );
  }
}

/** Prepares an empty database of changes whose base is attached: row numbers go on where the base's end. */
export function continueNumbers(db: Sqlite): void {
  db.exec(
    "INSERT INTO main.sqlite_sequence (name, seq) SELECT name, seq FROM base.sqlite_sequence",
  );
}

/** Notes that a file of the base is gone, with its articles and chunks. @returns The rows that had a vector. */
export function removeFromBase(db: Sqlite, path: string): number[] {
  const known = db.prepare("SELECT 1 FROM base.files WHERE path = ?").get(path);
  const gone = db.prepare("SELECT 1 FROM removed_files WHERE path = ?").get(path);
  if (!known || gone) return [];
  const ofFile = "article_id IN (SELECT id FROM base.articles WHERE path = ?)";
  db.prepare("INSERT INTO removed_files (path) VALUES (?)").run(path);
  db.prepare("INSERT INTO removed_articles SELECT id FROM base.articles WHERE path = ?").run(path);
  db.prepare(`INSERT INTO removed_chunks SELECT row FROM base.chunks WHERE ${ofFile}`).run(path);
  return db
    .prepare(`SELECT row FROM base.chunks WHERE vector IS NOT NULL AND ${ofFile}`)
    .all(path)
    .map(([row]) => row as number);
}

export const hasChanges = (manifest: Manifest) => manifest.files[CHANGES_FILE] !== undefined;

/** Opens the database of a complete generation, with its changes where it has some. */
export function openDatabase(dir: string, manifest: Manifest): Sqlite {
  if (!hasChanges(manifest)) return openImmutable(join(dir, DB_FILE));
  const db = openImmutable(join(dir, CHANGES_FILE));
  try {
    attachImmutable(db, join(dir, DB_FILE), "base");
    showAsOne(db);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}
