import { REGISTER_SCHEMA } from "../../visits/register/index.ts";

/**
 * Tables of a generation's database. `row` numbers of chunks are never used again (AUTOINCREMENT): they
 * are the labels in the vector file, where removed ones stay.
 *
 * Two full-text tables, with marks and folded, so that document frequencies of the two do not mix. They
 * are fed with terms of src/language/text/terms.ts joined by spaces; the tokenizer cuts at the spaces only, keeps
 * marks (`remove_diacritics 0`) and takes combining ones as part of a word (`M*`). The tables keep a copy of
 * the terms, because a contentless table goes on counting deleted rows in BM25.
 */
const fullText = (name: string) => `
  CREATE VIRTUAL TABLE ${name} USING fts5(
    title, body,
    tokenize = "unicode61 remove_diacritics 0 categories 'L* N* M* Co'"
  );
  CREATE VIRTUAL TABLE ${name}_vocab USING fts5vocab(${name}, 'row');
`;

export const MARKED_TABLE = "fts_marked";
export const FOLDED_TABLE = "fts_folded";

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
    vector BLOB
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
    blocks TEXT NOT NULL
  );
  CREATE INDEX articles_path ON articles (path);
  CREATE INDEX articles_newest ON articles (published DESC, id) WHERE part_of IS NULL;
  CREATE INDEX articles_part_of ON articles (part_of) WHERE part_of IS NOT NULL;

  ${CHUNKS_SCHEMA}
  ${fullText(MARKED_TABLE)}
  ${fullText(FOLDED_TABLE)}
  ${REGISTER_SCHEMA}
`;
