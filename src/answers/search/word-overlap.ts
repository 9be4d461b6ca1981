import type { Term } from "../../language/text/index.ts";
import { type LateInteraction, weightedMean } from "./late-interaction.ts";
import type { QueryModel } from "./query-model.ts";
import type { ReadChunk } from "./read-cache.ts";

/** Credit for a word that matches only when marks are ignored, where the question has marks. */
export const FOLDED_MATCH = 0.5;

/** How the words of a question stand in a piece of text. */
export interface Overlap {
  /** For every query term: 1 exact, `FOLDED_MATCH` without marks only, 0 absent. */
  readonly matches: readonly number[];
  /** Term positions at which each query term stands (empty where absent). */
  readonly positions: readonly (readonly number[])[];
  /** Share of the query's pair weight whose two words stand side by side, 0 to 1. */
  readonly pairs: number;
}

/** Matches the words of a question with the terms of a text. */
export function overlap(query: QueryModel, text: readonly Term[]): Overlap {
  const { unmarked } = query.question;
  const count = query.terms.length;
  const exact: Places = new Array(count);
  const loose: Places = new Array(count);
  for (let at = 0; at < text.length; at++) {
    const { folded, marked } = text[at]!;
    const places = query.byFolded.get(folded);
    if (places === undefined) continue;
    for (const i of places) {
      const lists = unmarked || query.terms[i]!.marked === marked ? exact : loose;
      const list = lists[i];
      if (list === undefined) lists[i] = [at];
      else list.push(at);
    }
  }
  return overlapOf(query, exact, loose);
}

/** Where each term of a question stands; undefined: nowhere. */
export type Places = (number[] | undefined)[];
const NOWHERE: readonly number[] = [];

/** An overlap of where terms stand with their marks, and where without. */
export function overlapOf(query: QueryModel, exact: Places, loose: Places): Overlap {
  const count = query.terms.length;
  const positions = new Array<readonly number[]>(count);
  const matches = new Array<number>(count);
  for (let i = 0; i < count; i++) {
    const same = exact[i];
    positions[i] = same ?? loose[i] ?? NOWHERE;
    matches[i] = same !== undefined ? 1 : loose[i] !== undefined ? FOLDED_MATCH : 0;
  }
  return { matches, positions, pairs: pairShare(query, matches, positions) };
}

/** Share of the query's pair weight whose two words stand side by side, 0 to 1. */
function pairShare(
  query: QueryModel,
  matches: readonly number[],
  positions: readonly (readonly number[])[],
): number {
  let pairWeight = 0;
  query.terms.forEach((term, i) => {
    if (term.pairIdf === 0) return;
    const before = positions[i - 1]!;
    if (before.length > 0 && positions[i]!.some((at) => before.includes(at - 1)))
      pairWeight += term.pairIdf * Math.min(matches[i]!, matches[i - 1]!);
  });
  return pairWeight / query.totalPairIdf;
}

/** Share of the query's weight that `matches` cover, 0 to 1. */
export function coverage(query: QueryModel, matches: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < query.terms.length; i++) sum += query.terms[i]!.idf * (matches[i] ?? 0);
  return sum / query.totalIdf;
}

/** How near the words of a question come to those of a chunk; each list is in the order of `weights`. */
export interface SoftOverlap {
  /** Of the question's tokens. */
  readonly weights: readonly number[];
  /** Cosine of the nearest token in the article's title, and in each sentence; 0 where unrelated. */
  readonly title: Float32Array;
  readonly sentences: readonly Float32Array[];
}

/** For each of several values the largest of some lists of equal length. */
export function largest(lists: readonly Float32Array[], length: number): Float32Array {
  const top = new Float32Array(length);
  for (const list of lists)
    for (let i = 0; i < length; i++) if (list[i]! > top[i]!) top[i] = list[i]!;
  return top;
}

/** Compares a question with the title and every sentence of chunks, token by token. */
export async function softOverlaps(
  text: string,
  chunks: readonly Pick<ReadChunk, "title" | "row">[],
  late: LateInteraction,
): Promise<SoftOverlap[]> {
  const parts = chunks.map(({ title, row }) => [late.tokenIds(title), ...(row.tokenIds ?? [])]);
  const { weights, best } = await late.nearest(text, parts.flat());
  let from = 0;
  return parts.map((part) => {
    const [title, ...sentences] = best.slice(from, from + part.length);
    from += part.length;
    return { weights, title: title!, sentences };
  });
}

/** Similarity of the question to a whole chunk without its title, 0 to 1. */
export function chunkSimilarity({ weights, sentences }: SoftOverlap): number {
  return weightedMean(largest(sentences, weights.length), weights);
}

/** Similarity of the question to the chunk's nearest single sentence, 0 to 1. */
export function bestSentenceSimilarity({ weights, sentences }: SoftOverlap): number {
  return Math.max(0, ...sentences.map((sentence) => weightedMean(sentence, weights)));
}
