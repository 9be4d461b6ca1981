import type { Hit, IndexReader } from "../../model/index.ts";
import type { ArticleWords } from "./article-words.ts";
import { dot } from "./dot.ts";
import type { LateInteraction } from "./late-interaction.ts";
import type { QueryModel, WeightedTerm } from "./query-model.ts";
import type { ReadCache, ReadChunk } from "./read-cache.ts";
import {
  chunkSimilarity,
  type Overlap,
  overlap,
  type SoftOverlap,
  softOverlaps,
} from "./word-overlap.ts";

/** Okapi BM25's usual constants (Robertson & Zaragoza 2009). */
const K1 = 1.2;
const B = 0.75;
/** Weight of a word pair standing together beside single words; measured on the development sets. */
const PAIR_WEIGHT = 0.4;

function saturate(count: number, length: number, averageLength: number): number {
  return (count * (K1 + 1)) / (count + K1 * (1 - B + (B * length) / averageLength));
}

/**
 * BM25 of one text from its overlap with the question, divided by the question's whole weight, so that
 * questions of different lengths compare. About 0 to 1.6.
 */
export function textScore(
  query: QueryModel,
  found: Overlap,
  length: number,
  averageLength: number,
): number {
  let sum = 0;
  query.terms.forEach((term, i) => {
    const match = found.matches[i]!;
    if (match > 0)
      sum += term.idf * match * saturate(found.positions[i]!.length, length, averageLength);
  });
  return (sum + PAIR_WEIGHT * found.pairs * query.totalPairIdf) / query.totalIdf;
}

/** The same for a whole article, whose marks are ignored. */
export function articleScore(
  query: QueryModel,
  words: ArticleWords,
  averageLength: number,
): number {
  let sum = 0;
  query.terms.forEach((term, i) => {
    const count = words.count(term.folded);
    if (count === 0) return;
    sum += term.idf * saturate(count, words.length, averageLength);
    const before = query.terms[i - 1];
    if (term.pairIdf > 0 && before && words.has(`${before.folded} ${term.folded}`))
      sum += PAIR_WEIGHT * term.pairIdf;
  });
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
  for (const list of lists) {
    list.forEach((hit, rank) => {
      scores.set(hit.row, (scores.get(hit.row) ?? 0) + 1 / (60 + rank));
    });
  }
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

/** Scores articles, each once: several of its chunks may have been found. */
function scoredArticles(query: QueryModel, cache: ReadCache): (articleId: string) => number {
  const scores = new Map<string, number>();
  return (id) => {
    const known = scores.get(id);
    if (known !== undefined) return known;
    const score = articleScore(query, cache.words(id), AVERAGE_ARTICLE_WORDS);
    scores.set(id, score);
    return score;
  };
}

/**
 * Scores a chunk in full, whichever search found it.
 *
 * @param article Score of its article.
 */
function weigh(
  query: QueryModel,
  vector: Float32Array | null,
  article: number,
  chunk: ReadChunk,
): RetrievedChunk {
  const title = overlap(query, chunk.titleTerms);
  const body = overlap(query, chunk.terms);
  const both: Overlap = {
    matches: body.matches.map((match, i) => Math.max(match, title.matches[i]!)),
    positions: body.positions.map((at, i) => [...at, ...title.positions[i]!]),
    pairs: Math.max(body.pairs, title.pairs),
  };
  const lexical = textScore(
    query,
    both,
    chunk.terms.length + chunk.titleTerms.length,
    AVERAGE_CHUNK_WORDS,
  );
  const cosine = vector && chunk.row.vector ? dot(vector, chunk.row.vector) : 0;
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

/** What a search needs of one index generation and its model. */
export interface SearchParts {
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
  const scoreOf = scoredArticles(query, cache);
  const weighed = cache
    .chunks([...rows])
    .map((chunk) => weigh(query, vector, scoreOf(chunk.row.articleId), chunk))
    .sort((a, b) => b.score - a.score);
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
