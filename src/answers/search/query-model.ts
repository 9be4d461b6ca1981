import type { QueryTerm, Question } from "../question/index.ts";

/** A search word with its weight. */
export interface WeightedTerm extends QueryTerm {
  /** Inverse document frequency of the form that is matched; 0 for a word that stands everywhere. */
  readonly idf: number;
  /** Weight of this word and the one before it standing together, 0 where they don't in the question. */
  readonly pairIdf: number;
}

/** A question with the weight of each of its words in the present corpus. */
export interface QueryModel {
  readonly question: Question;
  readonly terms: readonly WeightedTerm[];
  /** Places in `terms` of each folded word. */
  readonly byFolded: ReadonlyMap<string, readonly number[]>;
  readonly totalIdf: number;
  readonly totalPairIdf: number;
}

/** Frequencies that weights are computed from. */
interface TermStatistics {
  readonly chunkCount: number;
  documentFrequency(terms: readonly string[], folded: boolean): Map<string, number>;
}

/** BM25's inverse document frequency with 1 inside the logarithm, so that it is never negative. */
export function inverseDocumentFrequency(chunkCount: number, frequency: number): number {
  return Math.log(1 + (chunkCount - frequency + 0.5) / (frequency + 0.5));
}

/**
 * Weighs the words of a question. A word that the corpus holds only with other marks weighs as its
 * folded form, so that a mistyped mark doesn't count as something unheard of.
 */
export function weighQuestion(question: Question, statistics: TermStatistics): QueryModel {
  const { chunkCount } = statistics;
  const folded = statistics.documentFrequency(
    question.terms.map((term) => term.folded),
    true,
  );
  const marked = question.unmarked
    ? folded
    : statistics.documentFrequency(
        question.terms.map((term) => term.marked),
        false,
      );
  const seen = new Set<string>();
  let previousIdf = 0;
  const terms = question.terms.map((term): WeightedTerm => {
    const exact = question.unmarked ? 0 : (marked.get(term.marked) ?? 0);
    const frequency = exact > 0 ? exact : (folded.get(term.folded) ?? 0);
    const idf = seen.has(term.marked) ? 0 : inverseDocumentFrequency(chunkCount, frequency);
    const own = inverseDocumentFrequency(chunkCount, frequency);
    const pairIdf = term.follows ? (own + previousIdf) / 2 : 0;
    seen.add(term.marked);
    previousIdf = own;
    return { ...term, idf, pairIdf };
  });
  const byFolded = new Map<string, number[]>();
  terms.forEach((term, i) => {
    byFolded.set(term.folded, [...(byFolded.get(term.folded) ?? []), i]);
  });
  return {
    question,
    terms,
    byFolded,
    totalIdf: terms.reduce((sum, term) => sum + term.idf, 0) || 1,
    totalPairIdf: terms.reduce((sum, term) => sum + term.pairIdf, 0) || 1,
  };
}
