import { LRUCache } from "lru-cache";
import type { Term } from "../../language/text/index.ts";
import { expandedTerms, foreignLanguage } from "../../language/translate/index.ts";
import type { Article, ChunkRow, IndexReader } from "../../model/index.ts";
import { ArticleWords } from "./article-words.ts";
import { WordNumbers } from "./word-numbers.ts";

/** The words of a text as numbers of `ReadCache.numbers`, in order. */
export interface ReadWords {
  readonly folded: Int32Array;
  readonly marked: Int32Array;
}

/** A chunk cut into words, title apart. */
export interface ReadChunk {
  readonly row: ChunkRow;
  readonly title: string;
  readonly titleTerms: readonly Term[];
  readonly titleWords: ReadWords;
  readonly words: ReadWords;
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
  readonly titleWords: ReadWords;
}

/** A chunk that is read closely, as few of those that are found are. */
interface CloseChunk {
  readonly terms: readonly Term[];
  readonly sentences: readonly ReadSentence[];
}

/** Chunks kept: about 5 KB each, and those that were read closely with 15 KB more. */
const MAX_CHUNKS = 2000;
const MAX_CLOSE = 300;
const MAX_ARTICLES = 1000;
/** Titles and words of articles: about 3 KB each. */
const MAX_TEXTS = 4000;

/** Reads chunks and articles of one index generation and keeps the last used ones cut into words. */
export class ReadCache {
  /** Numbers of the words of what was read. */
  readonly numbers = new WordNumbers();
  readonly #reader: IndexReader;
  readonly #chunks = new LRUCache<number, ReadChunk>({ max: MAX_CHUNKS });
  readonly #close = new LRUCache<number, CloseChunk>({ max: MAX_CLOSE });
  readonly #articles = new LRUCache<string, Article>({ max: MAX_ARTICLES });
  readonly #titles = new LRUCache<string, ReadTitle>({ max: MAX_TEXTS });
  readonly #words = new LRUCache<string, ArticleWords>({ max: MAX_TEXTS });

  readonly #foreign = new Map<string, boolean>();

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
    const close = () => this.#closeOf(chunk);
    const read: ReadChunk = {
      row: chunk,
      ...this.#title(chunk.articleId),
      words: this.#wordsOf(chunk),
      get terms() {
        return close().terms;
      },
      get sentences() {
        return close().sentences;
      },
    };
    this.#chunks.set(chunk.row, read);
    return read;
  }

  #closeOf(chunk: ChunkRow): CloseChunk {
    const known = this.#close.get(chunk.row);
    if (known) return known;
    const terms = expandedTerms(chunk.text);
    const close = { terms, sentences: sentencesOf(chunk, terms) };
    this.#close.set(chunk.row, close);
    return close;
  }

  /** The words of a chunk: as they are stored, where they are, else cut anew. */
  #wordsOf(chunk: ChunkRow): ReadWords {
    const stored = this.#reader.words?.(chunk.row) ?? null;
    if (stored === null) return this.#numbered(expandedTerms(chunk.text));
    const split = (words: string) =>
      words === ""
        ? new Int32Array()
        : Int32Array.from(words.split(" "), (word) => this.numbers.of(word));
    return { folded: split(stored.folded), marked: split(stored.marked) };
  }

  #numbered(terms: readonly Term[]): ReadWords {
    return {
      folded: Int32Array.from(terms, ({ folded }) => this.numbers.of(folded)),
      marked: Int32Array.from(terms, ({ marked }) => this.numbers.of(marked)),
    };
  }

  #title(articleId: string): ReadTitle {
    const known = this.#titles.get(articleId);
    if (known) return known;
    const title = this.#reader.titleOf(articleId) ?? "";
    const titleTerms = expandedTerms(title);
    const entry = { title, titleTerms, titleWords: this.#numbered(titleTerms) };
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

  /** Whether an article is written in another language than Vietnamese. */
  isForeign(articleId: string): boolean {
    let foreign = this.#foreign.get(articleId);
    if (foreign === undefined) {
      const article = this.article(articleId);
      foreign = article !== null && foreignLanguage(article.text) !== null;
      this.#foreign.set(articleId, foreign);
    }
    return foreign;
  }

  /** The words of an article. */
  words(articleId: string): ArticleWords {
    const known = this.#words.get(articleId);
    if (known) return known;
    const words = new ArticleWords(this.#reader.foldedTexts(articleId), this.numbers);
    this.#words.set(articleId, words);
    return words;
  }
}
