import { LRUCache } from "lru-cache";
import type { ChunkRow, IndexReader } from "../index/types.ts";
import type { Article } from "../ingest/article.ts";
import { expandedTerms } from "../text/expand-abbreviations.ts";
import type { Term } from "../text/terms.ts";

/** A chunk cut into words, title apart. */
export interface ReadChunk {
  readonly row: ChunkRow;
  readonly title: string;
  readonly titleTerms: readonly Term[];
  /** Terms of `row.text`; ranges are offsets in it. */
  readonly terms: readonly Term[];
}

/** An article with its title cut into words. */
interface ReadArticle {
  readonly article: Article | null;
  readonly titleTerms: readonly Term[];
}

/** The words of a whole article (title and all chunks), for judging which article is meant. */
export interface ArticleWords {
  /** Number of times each folded word stands there. */
  readonly counts: ReadonlyMap<string, number>;
  /** Pairs of neighbouring folded words, joined by a space. */
  readonly pairs: ReadonlySet<string>;
  readonly length: number;
}

/** Chunks kept cut into words: about 15 KB each. */
const MAX_CHUNKS = 4000;
const MAX_ARTICLES = 1000;

/** Reads chunks and articles of one index generation and keeps the last used ones cut into words. */
export class ReadCache {
  readonly #reader: IndexReader;
  readonly #chunks = new LRUCache<number, ReadChunk>({ max: MAX_CHUNKS });
  readonly #articles = new LRUCache<string, ReadArticle>({ max: MAX_ARTICLES });
  readonly #words = new LRUCache<string, ArticleWords>({ max: MAX_ARTICLES });

  constructor(reader: IndexReader) {
    this.#reader = reader;
  }

  /** The chunks of these rows, in the order asked for. */
  chunks(rows: readonly number[]): ReadChunk[] {
    const missing = rows.filter((row) => !this.#chunks.has(row));
    const fresh = new Map(
      this.#reader.chunks(missing).map((chunk) => [chunk.row, this.#read(chunk)]),
    );
    return rows.flatMap((row) => this.#chunks.get(row) ?? fresh.get(row) ?? []);
  }

  #read(chunk: ChunkRow): ReadChunk {
    const { article, titleTerms } = this.#article(chunk.articleId);
    const read = {
      row: chunk,
      title: article?.title ?? "",
      titleTerms,
      terms: expandedTerms(chunk.text),
    };
    this.#chunks.set(chunk.row, read);
    return read;
  }

  #article(articleId: string): ReadArticle {
    const known = this.#articles.get(articleId);
    if (known) return known;
    const article = this.#reader.article(articleId);
    const entry = { article, titleTerms: expandedTerms(article?.title ?? "") };
    this.#articles.set(articleId, entry);
    return entry;
  }

  /** An article, or null where there is none of this id. */
  article(articleId: string): Article | null {
    return this.#article(articleId).article;
  }

  /** All chunks of an article, in text order. */
  chunksOf(articleId: string): ReadChunk[] {
    return this.#reader
      .chunksOfArticle(articleId)
      .map((chunk) => this.#chunks.get(chunk.row) ?? this.#read(chunk));
  }

  /** The words of an article. */
  words(articleId: string): ArticleWords {
    const known = this.#words.get(articleId);
    if (known) return known;
    const counts = new Map<string, number>();
    const pairs = new Set<string>();
    let length = 0;
    const add = (list: readonly Term[]): void => {
      length += list.length;
      list.forEach((term, i) => {
        counts.set(term.folded, (counts.get(term.folded) ?? 0) + 1);
        if (i > 0) pairs.add(`${list[i - 1]!.folded} ${term.folded}`);
      });
    };
    add(this.#article(articleId).titleTerms);
    for (const chunk of this.chunksOf(articleId)) add(chunk.terms);
    const words = { counts, pairs, length };
    this.#words.set(articleId, words);
    return words;
  }
}
