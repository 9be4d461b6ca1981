import type { Term } from "../text/terms.ts";
import type { QueryModel } from "./query-model.ts";

/** Credit for a word that matches only when marks are ignored, where the question has marks. */
const FOLDED_MATCH = 0.5;

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
  const byFolded = new Map<string, number[]>();
  text.forEach((term, i) => {
    const list = byFolded.get(term.folded);
    if (list) list.push(i);
    else byFolded.set(term.folded, [i]);
  });
  const positions: number[][] = [];
  const matches = query.terms.map((term) => {
    const at = byFolded.get(term.folded) ?? [];
    const exact = query.question.unmarked ? at : at.filter((i) => text[i]!.marked === term.marked);
    positions.push(exact.length > 0 ? exact : at);
    return exact.length > 0 ? 1 : at.length > 0 ? FOLDED_MATCH : 0;
  });
  let pairWeight = 0;
  query.terms.forEach((term, i) => {
    if (term.pairIdf === 0) return;
    const before = new Set(positions[i - 1]);
    if (positions[i]!.some((at) => before.has(at - 1)))
      pairWeight += term.pairIdf * Math.min(matches[i]!, matches[i - 1]!);
  });
  return { matches, positions, pairs: pairWeight / query.totalPairIdf };
}

/** Share of the query's weight that `matches` cover, 0 to 1. */
export function coverage(query: QueryModel, matches: readonly number[]): number {
  let sum = 0;
  query.terms.forEach((term, i) => {
    sum += term.idf * (matches[i] ?? 0);
  });
  return sum / query.totalIdf;
}
