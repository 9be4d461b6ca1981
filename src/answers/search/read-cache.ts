import { LRUCache } from "lru-cache";
import type { Term } from "../../language/text/index.ts";
import { expandedTerms, foreignLanguage } from "../../language/translate/index.ts";
import type { Article, ChunkHead, ChunkRow, IndexReader } from "../../model/index.ts";
import { ArticleWords, WordNumbers } from "./article-words.ts";

/** A found chunk, its words apart from those of its title. What only few of those that are found are asked for is read then. */
export interface ReadChunk {
  readonly articleId: string;
  /** As `ChunkRow.vector`. */
  readonly vector: Float32Array | null;
  /** Numbers of the words with their marks (`ReadCache.numbers`), in order. */
  readonly words: Int32Array;
  readonly titleWords: Int32Array;
  readonly title: string;
  readonly titleTerms: readonly Term[];
  readonly row: ChunkRow;
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
  readonly titleWords: Int32Array;
}

/** A chunk cut into terms, as few of those that are found are. */
interface CutChunk {
  readonly terms: readonly Term[];
  readonly sentences: readonly ReadSentence[];
}

/** Chunks kept: about 2 KB each, those that were read whole with 4 KB more, those that were cut with 15. */
const MAX_CHUNKS = 6_000;
const MAX_WHOLE = 1_500;
const MAX_CUT = 400;
const MAX_ARTICLES = 1000;
/** Titles of articles, about 2 KB each, and their words, about as much. */
const MAX_TITLES = 3_000;
const MAX_WORDS = 6_000;

/** Reads chunks and articles of one index generation and keeps the last used ones cut into words. */
export class ReadCache {
  /** Numbers of the words of what was read. */
  readonly numbers = new WordNumbers();
  readonly #chunks = new LRUCache<number, ReadChunk>({ max: MAX_CHUNKS });
  readonly #rows = new LRUCache<number, ChunkRow>({ max: MAX_WHOLE });
  readonly #cut = new LRUCache<number, CutChunk>({ max: MAX_CUT });
  readonly #articles = new LRUCache<string, Article>({ max: MAX_ARTICLES });
  readonly #titles = new LRUCache<string, ReadTitle>({ max: MAX_TITLES });
  readonly #words = new LRUCache<string, ArticleWords>({ max: MAX_WORDS });
  readonly #foreign = new Map<string, boolean>();

  constructor(private readonly reader: IndexReader) {}

  /** The chunks of these rows, in the order asked for. */
  chunks(rows: readonly number[]): ReadChunk[] {
    const missing = rows.filter((row) => !this.#chunks.has(row));
    const fresh = new Map(this.#heads(missing).map((head) => [head.row, this.#read(head)]));
    const found = rows.flatMap((row) => this.#chunks.get(row) ?? fresh.get(row) ?? []);
    for (const [row, chunk] of fresh) this.#chunks.set(row, chunk);
    return found;
  }

  /** What is known of chunks without reading them whole; where the store tells no less, they are kept. */
  #heads(rows: readonly number[]): ChunkHead[] {
    if (this.reader.heads) return this.reader.heads(rows);
    return this.reader.chunks(rows).map((chunk) => {
      const { row, articleId, vector } = chunk;
      this.#rows.set(row, chunk);
      const marked = this.#cutOf(chunk).terms.map((term) => term.marked);
      return { row, articleId, vector, marked: marked.join(" ") };
    });
  }

  #read({ row, articleId, vector, marked }: ChunkHead): ReadChunk {
    const title = () => this.#title(articleId, row);
    const whole = () => this.#rowOf(row);
    const cut = () => this.#cutOf(this.#rowOf(row));
    return {
      articleId,
      vector,
      words: this.#numbersOf(marked),
      get titleWords() {
        return title().titleWords;
      },
      get title() {
        return title().title;
      },
      get titleTerms() {
        return title().titleTerms;
      },
      get row() {
        return whole();
      },
      get terms() {
        return cut().terms;
      },
      get sentences() {
        return cut().sentences;
      },
    };
  }

  #rowOf(number: number): ChunkRow {
    const known = this.#rows.get(number);
    if (known) return known;
    const row = this.reader.chunks([number])[0]!;
    this.#rows.set(number, row);
    return row;
  }

  #cutOf(row: ChunkRow): CutChunk {
    const known = this.#cut.get(row.row);
    if (known) return known;
    const terms = expandedTerms(row.text);
    const cut = { terms, sentences: sentencesOf(row, terms) };
    this.#cut.set(row.row, cut);
    return cut;
  }

  #title(articleId: string, row: number): ReadTitle {
    const known = this.#titles.get(articleId);
    if (known) return known;
    // Of few that are found more is asked than their words.
    let text: string | null = null;
    let terms: readonly Term[] | null = null;
    const title = () => (text ??= this.reader.titleOf(articleId) ?? "");
    const titleTerms = () => (terms ??= expandedTerms(title()));
    const words =
      this.reader.titleWords?.(row, articleId) ??
      titleTerms()
        .map(({ marked }) => marked)
        .join(" ");
    const entry = {
      titleWords: this.#numbersOf(words),
      get title() {
        return title();
      },
      get titleTerms() {
        return titleTerms();
      },
    };
    this.#titles.set(articleId, entry);
    return entry;
  }

  #numbersOf(words: string): Int32Array {
    if (words === "") return new Int32Array();
    return Int32Array.from(words.split(" "), (word) => this.numbers.ofMarked(word));
  }

  /** An article, or null where there is none of this id. */
  article(articleId: string): Article | null {
    const known = this.#articles.get(articleId);
    if (known) return known;
    const article = this.reader.article(articleId);
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
    const words = new ArticleWords(this.reader.foldedTexts(articleId), this.numbers);
    this.#words.set(articleId, words);
    return words;
  }
}
