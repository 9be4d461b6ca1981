/** Where the right candidate came for each question, 1 = first. */
export interface RankFigures {
  readonly questions: number;
  readonly hitAt1: number;
  readonly hitAt5: number;
  /** Mean reciprocal rank. */
  readonly mrr: number;
}

export function rankFigures(ranks: readonly number[]): RankFigures {
  const share = (k: number) => ranks.filter((rank) => rank <= k).length / ranks.length;
  const mrr = ranks.reduce((sum, rank) => sum + 1 / rank, 0) / ranks.length;
  return { questions: ranks.length, hitAt1: share(1), hitAt5: share(5), mrr };
}

/**
 * Rank of the best right label when candidates are ordered by cosine to the question; a label with
 * several candidates counts with its best. Ties go against us.
 *
 * @param question Unit vector; null (no known word) ranks last. @param candidates Unit vectors.
 */
export function rankOf(
  question: Float32Array | null,
  candidates: readonly (Float32Array | null)[],
  labels: readonly string[],
  right: ReadonlySet<string>,
): number {
  const best = new Map<string, number>();
  for (const [i, candidate] of candidates.entries()) {
    let score = Number.NEGATIVE_INFINITY;
    if (question !== null && candidate !== null) {
      score = 0;
      for (let j = 0; j < question.length; j++) score += question[j]! * candidate[j]!;
    }
    const label = labels[i]!;
    if (score > (best.get(label) ?? Number.NEGATIVE_INFINITY) || !best.has(label))
      best.set(label, score);
  }
  const top = Math.max(...[...right].map((label) => best.get(label) ?? Number.NEGATIVE_INFINITY));
  let ahead = 0;
  for (const [label, score] of best) if (!right.has(label) && score >= top) ahead++;
  return ahead + 1;
}
