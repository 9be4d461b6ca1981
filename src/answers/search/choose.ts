import { readOnce } from "../../language/text/index.ts";
import type { RankedSentence } from "./rank-sentences.ts";

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
