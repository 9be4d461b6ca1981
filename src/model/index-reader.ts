import type { Article, ChunkKind } from "./article.ts";
import type { Register } from "./visit.ts";

/** A UTF-16 range in `Article.text`. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A found chunk; `row` is its key in this generation of the index, higher `score` is better. */
export interface Hit {
  readonly row: number;
  readonly score: number;
}

/** One chunk as stored. `text` is `Article.text.slice(start, end)`. */
export interface ChunkRow extends Range {
  readonly row: number;
  readonly articleId: string;
  /** Place within the article, from 0. */
  readonly ordinal: number;
  readonly text: string;
  readonly kind: ChunkKind;
  /** Its sentences, in order. */
  readonly sentences: readonly Range[];
  /** Unit vector of title and text, or null where the text holds no known token. */
  readonly vector: Float32Array | null;
  /** Token ids of each sentence for late interaction, or null where the model has no token rows. */
  readonly tokenIds: readonly Int32Array[] | null;
  /** Where there are token ids: the length of the sum of each sentence's token rows, 0 where it is not compared. */
  readonly sentenceLengths: Float32Array | null;
  /** Otherwise: unit vectors of `sentences`, decoded at the call (8 bits a number), null as above. */
  readonly sentenceVectors: (() => readonly (Float32Array | null)[]) | null;
}

/** What an index says of itself. */
export interface IndexStatus {
  /** Name of the generation. */
  readonly generation: string;
  readonly articles: number;
  readonly briefs: number;
  /** Of the register. */
  readonly visits: number;
  readonly chunks: number;
  readonly model: string;
  readonly dimension: number;
  /** ISO 8601. */
  readonly builtAt: string;
  /** Size of the generation's files. */
  readonly bytes: number;
}

/** Why an index cannot be used; each leads to a rebuild, except `newer-format`. */
export type IndexProblemKind =
  /** There is no index yet. */
  | "none"
  /** Its vectors are of another model, or of other files of it. */
  | "foreign-model"
  /** A file is missing, truncated or changed. */
  | "damaged"
  /** Written by an older version of the program, or with other settings. */
  | "outdated"
  /** Written by a newer version of the program: left alone. */
  | "newer-format";

/** An index that does not fit, as a value. */
export interface IndexProblem {
  readonly problem: IndexProblemKind;
  /** One sentence for a person. */
  readonly reason: string;
}

/** Weights of a match in the title and in the text of a chunk for BM25. */
export interface LexicalWeights {
  readonly title: number;
  readonly body: number;
}

/** What a chunk is weighed by, before it is read. */
export interface ChunkHead extends Pick<ChunkRow, "row" | "articleId" | "vector"> {
  /** Its words with their marks, without those of its title, parted by single spaces. */
  readonly marked: string;
}

/** One complete generation of the index, opened for reading. Calls after `close` throw. */
export interface IndexReader {
  /** Number of chunks; `N` of inverse document frequencies. */
  readonly chunkCount: number;
  /** The `k` chunks nearest to a unit vector; `score` is the cosine. */
  searchDense(vector: Float32Array, k: number): Hit[];
  /**
   * The `k` best chunks that hold any of the terms, by BM25 (k1 1.2, b 0.75; FTS5's own values).
   *
   * @param terms `marked` or `folded` forms of src/language/text/terms.ts; anything else finds nothing, and never throws.
   * @param options.folded Whether `terms` are folded forms: they are then looked up among folded text.
   */
  searchLexical(
    terms: readonly string[],
    options: {
      readonly folded: boolean;
      readonly k: number;
      readonly weights?: LexicalWeights;
    },
  ): Hit[];
  /** In how many chunks (title included) each term stands; a term that is nowhere has 0. */
  documentFrequency(terms: readonly string[], folded: boolean): Map<string, number>;
  /** The chunks of these rows, in the order asked for; unknown rows are left out. */
  chunks(rows: readonly number[]): ChunkRow[];
  /** The chunks of an article, in text order. */
  chunksOfArticle(articleId: string): ChunkRow[];
  /** Folded words of an article's title and of each of its chunks, in text order, parted by single spaces. */
  foldedTexts(articleId: string): string[];
  /** The same of chunks that are only weighed, where they are read quicker than whole; unknown rows are left out. */
  heads?(rows: readonly number[]): ChunkHead[];
  /** Words of the title of a chunk's article with their marks, parted by single spaces, where they are at hand. */
  titleWords?(row: number, articleId: string): string;
  article(id: string): Article | null;
  titleOf(articleId: string): string | null;
  /** Articles without briefs, newest publication first, unknown dates last. */
  articles(offset: number, limit: number): Article[];
  /** Path in the corpus of the file that an article or brief was read from, or null. */
  pathOf(articleId: string): string | null;
  /** Ids and addresses of the articles that have one, without briefs. */
  addresses(): { readonly articleId: string; readonly url: string }[];
  /** The briefs found on an article's page. */
  briefs(articleId: string): Article[];
  /** How many visits an article tells of. */
  visitsOf(articleId: string): number;
  /** The visits that the articles tell of. */
  register(): Register;
  /** True where an admin marked a visit that an article tells of as wrong: the register has it no more. */
  isTakenOut(articleId: string): boolean;
  status(): IndexStatus;
  close(): void;
}

/** One row of the source list. */
export interface SourceRow {
  readonly articleId: string;
  readonly title: string;
  readonly source: string | null;
  readonly url: string | null;
  /** `YYYY-MM-DD` or null. */
  readonly published: string | null;
  readonly isSummary?: true;
}

/** State of the index for `/status` and `status`. */
export type EngineStatus = Omit<IndexStatus, "generation">;

/** A found passage. */
export interface SearchHit {
  readonly articleId: string;
  /** Article id and place of the chunk in it. */
  readonly chunkId: string;
  /** Higher is better; comparable within one mode only. */
  readonly score: number;
  readonly text: string;
  /** UTF-16 range in the article's text. */
  readonly start: number;
  readonly end: number;
}
