import { readOnce, type Term } from "../../language/text/index.ts";
import type { ChunkRow } from "../../model/index.ts";
import { type Evidence, weighSentence, withSurroundings } from "./evidence.ts";
import { linearScore, sentenceFeatures } from "./features.ts";
import { dot, type LateInteraction, weightedMean } from "./late-interaction.ts";
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

/** At most this many sentences make an answer. */
export const MAX_SENTENCES = 3;
/** Further sentences are taken while the answer stays this short; a phone shows it without scrolling. */
const COMFORTABLE_CHARS = 390;
/** A further sentence may score this much below the best (natural log of odds); measured on the development sets. */
export const MAX_SCORE_GAP = 2.5;
/** Sentences that share more of their words tell the same. */
const SAME_SHARE = 0.6;

const wordsOf = readOnce(
  ({ terms }: RankedSentence): ReadonlySet<string> => new Set(terms.map((term) => term.folded)),
);

/** True where two sentences tell the same in nearly the same words (one event in two reports). */
export function tellSame(a: RankedSentence, b: RankedSentence): boolean {
  const left = wordsOf(a);
  const right = wordsOf(b);
  let shared = 0;
  for (const word of left) if (right.has(word)) shared++;
  return shared / Math.max(1, Math.min(left.size, right.size)) > SAME_SHARE;
}

/**
 * Chooses the one to three sentences of an answer from the ranked ones, best first.
 *
 * @param shownChars Length at which a sentence would be shown (long ones are cut).
 */
export function chooseSentences(
  ranked: readonly RankedSentence[],
  shownChars: (sentence: RankedSentence) => number,
): RankedSentence[] {
  const best = ranked[0];
  if (best === undefined) return [];
  const chosen = [best];
  let chars = shownChars(best);
  for (const sentence of ranked.slice(1, 12)) {
    if (chosen.length === MAX_SENTENCES || best.score - sentence.score > MAX_SCORE_GAP) break;
    const length = shownChars(sentence);
    if (chars + length > COMFORTABLE_CHARS || chosen.some((other) => tellSame(other, sentence)))
      continue;
    if (!adds(sentence, chosen)) continue;
    chosen.push(sentence);
    chars += length;
  }
  return directFirst(chosen);
}

/** Fit from which a candidate counts as what is asked. */
const DIRECT_FIT = 0.5;

/** True where a further sentence holds what is asked, or a word of the question that those chosen lack. */
function adds({ evidence, matches }: RankedSentence, chosen: readonly RankedSentence[]): boolean {
  if ((evidence.candidate?.fit ?? 0) >= DIRECT_FIT) return true;
  return matches.some((match, i) => match > 0 && chosen.every((other) => other.matches[i] === 0));
}

/**
 * Puts sentences of the best one's article that hold what is asked before those that only lead up to it:
 * "Tiếp đoàn có đồng chí …" before the sentence that names whom he received.
 */
function directFirst(chosen: readonly RankedSentence[]): RankedSentence[] {
  const article = chosen[0]?.found.chunk.row.articleId;
  const direct = (sentence: RankedSentence) =>
    sentence.found.chunk.row.articleId === article &&
    (sentence.evidence.candidate?.fit ?? 0) >= DIRECT_FIT;
  return [...chosen.filter(direct), ...chosen.filter((sentence) => !direct(sentence))];
}
