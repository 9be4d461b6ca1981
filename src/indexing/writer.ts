import {
  ARTICLE_COLUMNS,
  articleValues,
  bytesOf,
  fullTextWriter,
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

/** The words of a text for the full-text tables, parted by single spaces. */
const wordsOf = (text: string) =>
  expandedTerms(text)
    .map((term) => term.marked)
    .join(" ");

export function indexWriter(db: Sqlite, dimension: number) {
  const insertFile = db.prepare("INSERT INTO files (path, sha256) VALUES (?, ?)");
  const insertArticle = db.prepare(
    `INSERT INTO articles (path, ${ARTICLE_COLUMNS}, words) VALUES (?, ${marks(11)})`,
  );
  const insertChunk = db.prepare(
    `INSERT INTO chunks
       (article_id, ordinal, start, "end", kind, sentences, sentence_vectors, sentence_lengths, token_ids, vector, words)
     VALUES (${marks(11)})`,
  );
  const texts = fullTextWriter(db);
  const chunksOfFile = db.prepare(
    `SELECT c.row, c.vector IS NOT NULL, a.words, c.words
     FROM chunks c JOIN articles a ON a.id = c.article_id WHERE a.path = ?`,
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
    const title = texts.pack(wordsOf(article.title));
    insertArticle.run(path, ...articleValues(article), title);
    const added = chunks.flatMap(({ text, values }) => {
      const body = texts.pack(wordsOf(text));
      const { lastInsertRowid: row } = insertChunk.run(article.id, ...values, body);
      texts.insert(row, title, body);
      const vector = unitVectorOf(values.at(-1) as Uint8Array | null, dimension);
      return vector ? [{ row, vector }] : [];
    });
    texts.store();
    return added;
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
      for (const [row, , title, body] of rows) {
        texts.delete(row as number, title as Uint8Array, body as Uint8Array);
        deleteChunk.run(row as number);
      }
      deleteArticles.run(path);
      deleteFile.run(path);
      return rows.flatMap(([row, hasVector]) => (hasVector ? [row as number] : []));
    },
    /** Path of the file that an article id belongs to, or null. */
    ownerOf: (articleId: string): string | null =>
      (owner.get(articleId)?.[0] as string | undefined) ?? null,
    /** To be called when all is written. */
    finish: (): void => texts.join(),
  };
}

/** Changes the articles of a database under construction, full text included. */
export type IndexWriter = ReturnType<typeof indexWriter>;
