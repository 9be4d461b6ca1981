import { type LateInteraction, weightedMean } from "./late-interaction.ts";
import type { ReadChunk } from "./read-cache.ts";

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
  chunks: readonly ReadChunk[],
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
