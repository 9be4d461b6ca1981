import type { Hit, IndexReader } from "../../model/index.ts";
import type { ArticleWords } from "./article-words.ts";
import { AskedWords } from "./asked-words.ts";
import type { LateInteraction } from "./late-interaction.ts";
import { dot } from "./late-interaction.ts";
import type { QueryModel, WeightedTerm } from "./query-model.ts";
import type { ReadCache, ReadChunk } from "./read-cache.ts";
import { chunkSimilarity, type Overlap, type SoftOverlap, softOverlaps } from "./word-overlap.ts";

/** Okapi BM25's usual constants (Robertson & Zaragoza 2009). */
const K1 = 1.2;
const B = 0.75;
/** Weight of a word pair standing together beside single words; measured on the development sets. */
const PAIR_WEIGHT = 0.4;

function saturate(count: number, length: number, averageLength: number): number {
  return (count * (K1 + 1)) / (count + K1 * (1 - B + (B * length) / averageLength));
}

/**
 * BM25 of one text, and its title where there is one, from the overlap with the question, divided by its whole weight, so that
 * questions of different lengths compare. About 0 to 1.6.
 */
export function textScore(
  query: QueryModel,
  body: Overlap,
  title: Overlap | null,
  length: number,
  averageLength: number,
): number {
  let sum = 0;
  for (let i = 0; i < query.terms.length; i++) {
    const match = Math.max(body.matches[i]!, title === null ? 0 : title.matches[i]!);
    if (match === 0) continue;
    const count = body.positions[i]!.length + (title === null ? 0 : title.positions[i]!.length);
    sum += query.terms[i]!.idf * match * saturate(count, length, averageLength);
  }
  const pairs = Math.max(body.pairs, title === null ? 0 : title.pairs);
  return (sum + PAIR_WEIGHT * pairs * query.totalPairIdf) / query.totalIdf;
}

/** The same for a whole article, whose marks are ignored. */
export function articleScore(
  query: QueryModel,
  asked: AskedWords,
  words: ArticleWords,
  averageLength: number,
): number {
  const { counts, paired } = asked.counts(words);
  let sum = 0;
  for (let i = 0; i < query.terms.length; i++) {
    if (counts[i] === 0) continue;
    const term = query.terms[i]!;
    sum += term.idf * saturate(counts[i]!, words.length, averageLength);
    if (term.pairIdf > 0 && paired[i]) sum += PAIR_WEIGHT * term.pairIdf;
  }
  return sum / query.totalIdf;
}

export type SearchMode = "hybrid" | "dense" | "lexical";

/** A chunk with what speaks for it. */
export interface RetrievedChunk {
  readonly chunk: ReadChunk;
  /** How the question's words stand in the title and in the chunk. */
  readonly title: Overlap;
  readonly body: Overlap;
  /** BM25 of title and chunk, by the question's weight. */
  readonly lexical: number;
  /** BM25 of the whole article, by the question's weight. */
  readonly article: number;
  /** Cosine of question and chunk; 0 where one of them has no vector. */
  readonly cosine: number;
  /** Token-by-token similarity, 0 to 1; 0 beyond the chunks compared, or where the model has no static tokens. */
  readonly late: number;
  /** The same by sentence and title; null beyond the chunks compared. */
  readonly tokens: SoftOverlap | null;
  /** By what the words mean; null also where the model doesn't tell. */
  readonly meanings: SoftOverlap | null;
  /** All of them together: the order of the search. */
  readonly score: number;
}

/** Chunks taken from each first search. Recall of the right article within both is above 0.99 on the development sets. */
const CANDIDATES = 60;
/** Weights of the first fusion, measured on the development sets (`npm run eval`). */
const FUSION = { article: 0.6, cosine: 1.2, late: 2 } as const;
/** Chunks compared token by token. */
const LATE_CANDIDATES = 24;
/** A word with less than this share of the rarest word's weight is common. */
const LEAST_IDF_SHARE = 0.25;
const ENOUGH_TERMS = 4;
/** A typical chunk and article, in words; only the length penalty depends on it. */
const AVERAGE_CHUNK_WORDS = 130;
const AVERAGE_ARTICLE_WORDS = 450;

/** Merges hit lists of different scales by reciprocal rank (Cormack et al. 2009, k = 60). */
export function fuseRanks(lists: readonly (readonly Hit[])[], k: number): Hit[] {
  const scores = new Map<number, number>();
  for (const list of lists)
    list.forEach((hit, rank) => {
      scores.set(hit.row, (scores.get(hit.row) ?? 0) + 1 / (60 + rank));
    });
  return [...scores]
    .map(([row, score]) => ({ row, score }))
    .sort((a, b) => b.score - a.score)
    .slice(0, k);
}

/** Words rarer than others find the passage; the most common ones only cost time, where enough others are left. */
function tellingTerms({ terms }: QueryModel): readonly WeightedTerm[] {
  const largest = Math.max(0, ...terms.map((term) => term.idf));
  const telling = terms.filter((term) => term.idf >= largest * LEAST_IDF_SHARE);
  return telling.length >= ENOUGH_TERMS ? telling : terms;
}

/** The lexical search alone: with marks where the question has them, and always without. */
export function searchLexical(reader: IndexReader, query: QueryModel, k: number): Hit[] {
  const { question } = query;
  const terms = tellingTerms(query);
  const folded = reader.searchLexical(
    terms.map((term) => term.folded),
    { folded: true, k },
  );
  if (question.unmarked) return folded;
  const marked = reader.searchLexical(
    terms.map((term) => term.marked),
    { folded: false, k },
  );
  return fuseRanks([marked, marked, folded], k);
}

/** What is known of the article of a chunk. */
interface WeighedArticle {
  readonly title: Overlap;
  /** BM25 of the whole article. */
  readonly score: number;
}

/** Scores a chunk in full, whichever search found it. */
function weigh(
  query: QueryModel,
  asked: AskedWords,
  vector: Float32Array | null,
  { title, score: article }: WeighedArticle,
  chunk: ReadChunk,
): RetrievedChunk {
  const body = asked.overlap(chunk.words);
  const lexical = textScore(
    query,
    body,
    title,
    chunk.words.length + chunk.titleWords.length,
    AVERAGE_CHUNK_WORDS,
  );
  const cosine = vector && chunk.vector ? dot(vector, chunk.vector) : 0;
  const score = lexical + FUSION.article * article + FUSION.cosine * cosine;
  return {
    chunk,
    title,
    body,
    lexical,
    article,
    cosine,
    late: 0,
    tokens: null,
    meanings: null,
    score,
  };
}

/** Scores chunks in full, their articles once each: several chunks of one may have been found. */
function weighAll(
  query: QueryModel,
  vector: Float32Array | null,
  chunks: readonly ReadChunk[],
  cache: ReadCache,
): RetrievedChunk[] {
  const words = new Map(chunks.map(({ articleId: id }) => [id, cache.words(id)] as const));
  const asked = new AskedWords(query, cache.numbers);
  const articles = new Map<string, WeighedArticle>();
  return chunks.map((chunk) => {
    const { articleId: id } = chunk;
    let article = articles.get(id);
    if (article === undefined) {
      const score = articleScore(query, asked, words.get(id)!, AVERAGE_ARTICLE_WORDS);
      article = { title: asked.overlap(chunk.titleWords), score };
      articles.set(id, article);
    }
    return weigh(query, asked, vector, article, chunk);
  });
}

/** What a search needs of one index generation and its model. */
interface SearchParts {
  readonly reader: IndexReader;
  readonly cache: ReadCache;
  readonly late: LateInteraction;
}

/**
 * Finds the chunks that may answer a question: candidates of the lexical and the dense search, each
 * scored in full, best first.
 *
 * @param vector Unit vector of the question, or null where it holds no known token.
 */
export async function retrieve(
  parts: SearchParts,
  query: QueryModel,
  vector: Float32Array | null,
): Promise<RetrievedChunk[]> {
  const { reader, cache, late } = parts;
  const rows = new Set(searchLexical(reader, query, CANDIDATES).map((hit) => hit.row));
  if (vector) for (const hit of reader.searchDense(vector, CANDIDATES)) rows.add(hit.row);
  const weighed = weighAll(query, vector, cache.chunks([...rows]), cache).sort(
    (a, b) => b.score - a.score,
  );
  const compared = weighed.slice(0, LATE_CANDIDATES);
  const chunks = compared.map(({ chunk }) => chunk);
  // The whole question: its words of several syllables are tokens of their own, and question words weigh little.
  const text = query.question.searchText;
  const tokens = await softOverlaps(text, chunks, late);
  const alike = late.meaning && (await softOverlaps(text, chunks, late.meaning));
  compared.forEach((found, i) => {
    const similarity = chunkSimilarity(tokens[i]!);
    weighed[i] = {
      ...found,
      late: similarity,
      tokens: tokens[i]!,
      meanings: alike && alike[i]!,
      score: found.score + FUSION.late * similarity,
    };
  });
  return weighed.sort((a, b) => b.score - a.score);
}
