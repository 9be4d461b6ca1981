import type { Term } from "../../language/text/index.ts";
import type { ChunkRow } from "../../model/index.ts";
import { dot } from "./dot.ts";
import { type Evidence, weighSentence, withSurroundings } from "./evidence.ts";
import { linearScore, sentenceFeatures } from "./features.ts";
import { type LateInteraction, weightedMean } from "./late-interaction.ts";
import type { QueryModel } from "./query-model.ts";
import type { RetrievedChunk } from "./retrieve.ts";
import { type Overlap, overlap, type SoftOverlap } from "./word-overlap.ts";

/** A sentence with what speaks for it as an answer. */
export interface RankedSentence {
  readonly found: RetrievedChunk;
  /** UTF-16 range in `Article.text`. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly terms: readonly Term[];
  /** How each word of the question stands in the sentence, 0 to 1. */
  readonly matches: readonly number[];
  readonly evidence: Evidence;
  /** Cosine of question and sentence. */
  readonly cosine: number;
  readonly features: readonly number[];
  /** By the features, and what the article that is meant and the asked office add to them. */
  readonly score: number;
  /** What of the score is not of the features. */
  readonly focus?: number;
}

/** Similarity of the question to a sentence with its surroundings, 0 to 1. */
function wideSimilarity(soft: SoftOverlap | null, index: number): number {
  const own = soft?.sentences[index];
  if (!soft || !own) return 0;
  const wide = withSurroundings(own, {
    title: soft.title,
    previous: soft.sentences[index - 1] ?? null,
    next: soft.sentences[index + 1] ?? null,
  });
  return weightedMean(wide, soft.weights);
}

/** Cosine of a question with each sentence of a chunk, 0 where one of them has no vector. */
export async function sentenceCosines(
  vector: Float32Array | null,
  { tokenIds, sentences, sentenceLengths, sentenceVectors }: ChunkRow,
  late: LateInteraction,
): Promise<number[]> {
  if (vector === null) return sentences.map(() => 0);
  if (tokenIds && sentenceLengths) return late.cosines(vector, tokenIds, sentenceLengths);
  return (sentenceVectors?.() ?? []).map((own) => (own ? dot(vector, own) : 0));
}

/**
 * Reads the sentences of chunks and ranks them as answers, best first.
 *
 * @param cosines Of the sentences of each chunk (`sentenceCosines`).
 */
export function rankSentences(
  query: QueryModel,
  chunks: readonly RetrievedChunk[],
  cosines: readonly (readonly number[])[],
  weights: readonly number[],
): RankedSentence[] {
  const ranked: RankedSentence[] = [];
  for (const [at, found] of chunks.entries()) {
    const { row } = found.chunk;
    // A name alone answers only who wrote the report; see authorOf.
    if (row.kind === "byline") continue;
    const { sentences } = found.chunk;
    const overlaps: Overlap[] = sentences.map((sentence) => overlap(query, sentence.terms));
    sentences.forEach((sentence, index) => {
      const evidence = weighSentence(query, sentence, {
        title: found.title,
        previous: overlaps[index - 1] ?? null,
        next: overlaps[index + 1] ?? null,
        own: overlaps[index]!,
      });
      const cosine = cosines[at]![index] ?? 0;
      const similarity = {
        cosine,
        late: wideSimilarity(found.tokens, index),
        meaning: wideSimilarity(found.meanings, index),
      };
      const features = sentenceFeatures(query, found, evidence, similarity, sentence.terms.length);
      const { start, end } = row.sentences[index]!;
      ranked.push({
        found,
        start,
        end,
        text: sentence.text,
        terms: sentence.terms,
        matches: overlaps[index]!.matches,
        evidence,
        cosine,
        features,
        score: linearScore(0, weights, features),
      });
    });
  }
  return ranked.sort((a, b) => b.score - a.score);
}
