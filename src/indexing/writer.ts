import {
  ARTICLE_COLUMNS,
  articleValues,
  bytesOf,
  FOLDED_TABLE,
  MARKED_TABLE,
  packRanges,
  packTokenIds,
  quantize,
  unitVectorOf,
} from "../index/index.ts";
import { expandedTerms } from "../language/translate/index.ts";
import type { Article } from "../model/index.ts";
import type { Sqlite, SqlValue } from "../storage/index.ts";
import type { EmbeddedChunk } from "./embed-article.ts";

/** Row of a chunk with its vector. */
interface StoredVector {
  readonly row: number;
  readonly vector: Float32Array;
}

/** A chunk as it is stored, without its row. */
export interface StoredChunk {
  readonly text: string;
  /** Columns of `chunks` behind the article's id, in their order; the last one is the packed vector. */
  readonly values: readonly SqlValue[];
}

const marks = (count: number) => Array(count).fill("?").join(", ");

/** The two forms of a text for the two full-text tables. */
function fullTextForms(text: string): { marked: string; folded: string } {
  const found = expandedTerms(text);
  return {
    marked: found.map((term) => term.marked).join(" "),
    folded: found.map((term) => term.folded).join(" "),
  };
}

export function indexWriter(db: Sqlite, dimension: number) {
  const insertFile = db.prepare("INSERT INTO files (path, sha256) VALUES (?, ?)");
  const insertArticle = db.prepare(
    `INSERT INTO articles (path, ${ARTICLE_COLUMNS}) VALUES (?, ${marks(10)})`,
  );
  const insertChunk = db.prepare(
    `INSERT INTO chunks
       (article_id, ordinal, start, "end", kind, sentences, sentence_vectors, sentence_lengths, token_ids, vector)
     VALUES (${marks(10)})`,
  );
  // Virtual tables take no REAL for a rowid, and the driver binds numbers as REAL.
  const insertText = (table: string) =>
    db.prepare(`INSERT INTO ${table} (rowid, title, body) VALUES (CAST(? AS INTEGER), ?, ?)`);
  const insertMarked = insertText(MARKED_TABLE);
  const insertFolded = insertText(FOLDED_TABLE);
  const chunksOfFile = db.prepare(
    `SELECT c.row, c.vector IS NOT NULL FROM chunks c JOIN articles a ON a.id = c.article_id
     WHERE a.path = ?`,
  );
  const deleteText = [MARKED_TABLE, FOLDED_TABLE].map((table) =>
    db.prepare(`DELETE FROM ${table} WHERE rowid = CAST(? AS INTEGER)`),
  );
  const deleteChunk = db.prepare("DELETE FROM chunks WHERE row = ?");
  const deleteArticles = db.prepare("DELETE FROM articles WHERE path = ?");
  const deleteFile = db.prepare("DELETE FROM files WHERE path = ?");
  const owner = db.prepare("SELECT path FROM articles WHERE id = ?");

  const packed = (chunk: EmbeddedChunk): StoredChunk => ({
    text: chunk.text,
    values: [
      chunk.ordinal,
      chunk.start,
      chunk.end,
      chunk.kind,
      packRanges(chunk.sentences),
      chunk.sentenceVectors && quantize(chunk.sentenceVectors, dimension),
      chunk.sentenceLengths && bytesOf(chunk.sentenceLengths),
      chunk.tokenIds && packTokenIds(chunk.tokenIds),
      chunk.vector && quantize([chunk.vector], dimension),
    ],
  });

  function addStored(
    path: string,
    article: Article,
    chunks: readonly StoredChunk[],
  ): StoredVector[] {
    insertArticle.run(path, ...articleValues(article));
    const title = fullTextForms(article.title);
    return chunks.flatMap(({ text, values }) => {
      const { lastInsertRowid: row } = insertChunk.run(article.id, ...values);
      const body = fullTextForms(text);
      insertMarked.run(row, title.marked, body.marked);
      insertFolded.run(row, title.folded, body.folded);
      const vector = unitVectorOf(values.at(-1) as Uint8Array | null, dimension);
      return vector ? [{ row, vector }] : [];
    });
  }

  return {
    addFile: (path: string, sha256: string): void => void insertFile.run(path, sha256),
    /** Stores one article of a file; gives back the rows that have a vector. */
    addArticle: (
      path: string,
      article: Article,
      chunks: readonly EmbeddedChunk[],
    ): StoredVector[] => addStored(path, article, chunks.map(packed)),
    /** The same of one that was stored elsewhere. */
    addStored,
    /** Takes a file with all its articles out; gives back the rows that had a vector. */
    removeFile(path: string): number[] {
      const rows = chunksOfFile.all(path);
      for (const [row] of rows) {
        for (const statement of deleteText) statement.run(row as number);
        deleteChunk.run(row as number);
      }
      deleteArticles.run(path);
      deleteFile.run(path);
      return rows.flatMap(([row, hasVector]) => (hasVector ? [row as number] : []));
    },
    /** Path of the file that an article id belongs to, or null. */
    ownerOf: (articleId: string): string | null =>
      (owner.get(articleId)?.[0] as string | undefined) ?? null,
  };
}

/** Changes the articles of a database under construction, full text included. */
export type IndexWriter = ReturnType<typeof indexWriter>;
