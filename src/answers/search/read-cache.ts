import { LRUCache } from "lru-cache";
import type { Term } from "../../language/text/index.ts";
import { expandedTerms } from "../../language/translate/index.ts";
import type { Article, ChunkRow, IndexReader } from "../../model/index.ts";
import { ArticleWords } from "./article-words.ts";

/** A chunk cut into words, title apart. */
export interface ReadChunk {
  readonly row: ChunkRow;
  readonly title: string;
  readonly titleTerms: readonly Term[];
  /** Terms of `row.text`; ranges are offsets in it. */
  readonly terms: readonly Term[];
  /** Its sentences (`row.sentences`), ranges of terms are offsets in the sentence. */
  readonly sentences: readonly ReadSentence[];
}

/** A sentence cut into words. */
export interface ReadSentence {
  readonly text: string;
  readonly terms: readonly Term[];
}

function sentencesOf(
  { sentences, start: from, text }: ChunkRow,
  list: readonly Term[],
): ReadSentence[] {
  return sentences.map((range) => {
    const [start, end] = [range.start - from, range.end - from];
    const within = list.filter((term) => term.start >= start && term.end <= end);
    return {
      text: text.slice(start, end),
      terms: within.map((term) => ({ ...term, start: term.start - start, end: term.end - start })),
    };
  });
}

/** A title cut into words. */
interface ReadTitle {
  readonly title: string;
  readonly titleTerms: readonly Term[];
}

/** Chunks kept cut into words: about 15 KB each. */
const MAX_CHUNKS = 2000;
const MAX_ARTICLES = 1000;
/** Titles and words of articles: about 4 KB each. */
const MAX_TEXTS = 4000;

/** Reads chunks and articles of one index generation and keeps the last used ones cut into words. */
export class ReadCache {
  readonly #reader: IndexReader;
  readonly #chunks = new LRUCache<number, ReadChunk>({ max: MAX_CHUNKS });
  readonly #articles = new LRUCache<string, Article>({ max: MAX_ARTICLES });
  readonly #titles = new LRUCache<string, ReadTitle>({ max: MAX_TEXTS });
  readonly #words = new LRUCache<string, ArticleWords>({ max: MAX_TEXTS });

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
    const terms = expandedTerms(chunk.text);
    let sentences: readonly ReadSentence[] | null = null;
    const read: ReadChunk = {
      row: chunk,
      ...this.#title(chunk.articleId),
      terms,
      // Few of the chunks that are found are read closely.
      get sentences() {
        sentences ??= sentencesOf(chunk, terms);
        return sentences;
      },
    };
    this.#chunks.set(chunk.row, read);
    return read;
  }

  #title(articleId: string): ReadTitle {
    const known = this.#titles.get(articleId);
    if (known) return known;
    const title = this.#reader.titleOf(articleId) ?? "";
    const entry = { title, titleTerms: expandedTerms(title) };
    this.#titles.set(articleId, entry);
    return entry;
  }

  /** An article, or null where there is none of this id. */
  article(articleId: string): Article | null {
    const known = this.#articles.get(articleId);
    if (known) return known;
    const article = this.#reader.article(articleId);
    if (article) this.#articles.set(articleId, article);
    return article;
  }

  /** The words of an article. */
  words(articleId: string): ArticleWords {
    const known = this.#words.get(articleId);
    if (known) return known;
    const words = new ArticleWords(this.#reader.foldedTexts(articleId));
    this.#words.set(articleId, words);
    return words;
  }
}
