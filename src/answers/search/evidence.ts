import type { Term } from "../../language/text/index.ts";
import { type Candidate, candidatesIn } from "./candidates.ts";
import type { QueryModel } from "./query-model.ts";
import type { ReadSentence } from "./read-cache.ts";
import { coverage, type Overlap } from "./word-overlap.ts";

/** Credit for a question word that stands not in the sentence but in the text around it. */
const TITLE_CREDIT = 0.7;
const PREVIOUS_CREDIT = 0.6;
const NEXT_CREDIT = 0.3;
/** Distance in words at which a question word still lends half of its weight to an answer candidate. */
const HALF_DISTANCE = 6;
/** Words on each side of a candidate within which what was done belongs to it. */
const NEAR_WORDS = 6;

/** How a sentence speaks to a question; every number is within 0 to 1. */
export interface Evidence {
  /** Share of the question's weight in the sentence itself. */
  readonly coverage: number;
  /** The same with title and neighbouring sentences counted in part. */
  readonly wideCoverage: number;
  /** Share of the question's word pairs that stand side by side. */
  readonly pairs: number;
  /** How near the question's words stand to the best answer candidate; 0 without a candidate. */
  readonly proximity: number;
  /** Share of the words of the asked noun that stand in the sentence; 0 where none is asked. */
  readonly focus: number;
  /** Share of the words of the asked noun that stand right beside the best candidate. */
  readonly focusBeside: number;
  /** Share of the words of what was done that stand in the sentence; 1 where none was read. */
  readonly predicate: number;
  /** The same among the words around the best candidate; 1 where none was read. */
  readonly predicateNear: number;
  /** The words that answer, or null where nothing has the asked type. */
  readonly candidate: Candidate | null;
}

function nearest(positions: readonly number[], from: number, to: number): number {
  let best = Number.POSITIVE_INFINITY;
  for (const at of positions)
    best = Math.min(best, at < from ? from - at : at >= to ? at - to + 1 : 0);
  return best;
}

/** How the question's words stand around one candidate. */
interface Rating {
  readonly proximity: number;
  readonly beside: number;
  readonly near: number;
}

/** Share of some words that stand among some terms; 1 of no words. */
function shareIn(words: readonly string[], list: readonly Term[]): number {
  if (words.length === 0) return 1;
  const held = words.filter((word) => list.some((term) => term.folded === word));
  return held.length / words.length;
}

/** Rates one candidate by the question words around it. */
function rate(
  query: QueryModel,
  own: Overlap,
  sentence: ReadSentence,
  candidate: Candidate,
): Rating {
  let from = sentence.terms.findIndex((term) => term.end > candidate.start);
  if (from < 0) from = sentence.terms.length;
  let to = from;
  while (to < sentence.terms.length && sentence.terms[to]!.start < candidate.end) to++;
  let sum = 0;
  query.terms.forEach((term, i) => {
    const distance = nearest(own.positions[i]!, from, to);
    if (Number.isFinite(distance))
      sum += (term.idf * (own.matches[i] ?? 0)) / (1 + distance / HALF_DISTANCE);
  });
  const { focus } = query.question;
  const around = sentence.terms.slice(Math.max(0, from - focus.length - 1), to + focus.length);
  const beside = focus.length > 0 ? shareIn(focus, around) : 0;
  return {
    proximity: sum / query.totalIdf,
    beside,
    near: shareIn(
      query.question.predicate,
      sentence.terms.slice(Math.max(0, from - NEAR_WORDS), to + NEAR_WORDS),
    ),
  };
}

/** What makes one candidate of a sentence better than another. */
function worth(rated: Rating & { candidate: Candidate }): number {
  return rated.proximity + rated.beside + rated.candidate.fit;
}

/** Matches in a sentence, with those in its title and the sentences beside it counted in part. */
export function withSurroundings(
  own: ArrayLike<number>,
  around: {
    readonly title: ArrayLike<number>;
    readonly previous: ArrayLike<number> | null;
    readonly next: ArrayLike<number> | null;
  },
): number[] {
  const { title, previous, next } = around;
  const wide = new Array<number>(own.length);
  for (let i = 0; i < wide.length; i++)
    wide[i] = Math.max(
      own[i]!,
      TITLE_CREDIT * title[i]!,
      PREVIOUS_CREDIT * (previous?.[i] ?? 0),
      NEXT_CREDIT * (next?.[i] ?? 0),
    );
  return wide;
}

/** Weighs what a sentence says to a question, read with the title and the sentences around it. */
export function weighSentence(
  query: QueryModel,
  sentence: ReadSentence,
  around: {
    readonly title: Overlap;
    readonly previous: Overlap | null;
    readonly next: Overlap | null;
    readonly own: Overlap;
  },
): Evidence {
  const { own } = around;
  const wide = withSurroundings(own.matches, {
    title: around.title.matches,
    previous: around.previous?.matches ?? null,
    next: around.next?.matches ?? null,
  });
  let best: (Rating & { candidate: Candidate }) | null = null;
  for (const candidate of candidatesIn(sentence.text, query.question)) {
    const rated = rate(query, own, sentence, candidate);
    const found = { candidate, ...rated };
    if (best === null || worth(found) > worth(best)) best = found;
  }
  const { focus } = query.question;
  return {
    coverage: coverage(query, own.matches),
    wideCoverage: coverage(query, wide),
    pairs: own.pairs,
    proximity: best?.proximity ?? 0,
    focus: focus.length > 0 ? shareIn(focus, sentence.terms) : 0,
    focusBeside: best?.beside ?? 0,
    predicate: shareIn(query.question.predicate, sentence.terms),
    predicateNear: best?.near ?? (query.question.predicate.length > 0 ? 0 : 1),
    candidate: best?.candidate ?? null,
  };
}
