import { coverage } from "../retrieval/overlap.ts";
import type { QueryModel } from "../retrieval/query-model.ts";
import type { RetrievedChunk } from "../retrieval/retrieve.ts";
import type { Evidence } from "./evidence.ts";

/** What a sentence is ranked by, in the order of the numbers. */
export const SENTENCE_FEATURES = [
  "coverage",
  "wideCoverage",
  "pairs",
  "candidate",
  "proximity",
  "focus",
  "focusBeside",
  "chunkLexical",
  "chunkCoverage",
  "articleLexical",
  "sentenceCosine",
  "chunkCosine",
  "late",
  "logWords",
  "fragment",
  "caption",
] as const;

/** Sentences with fewer words are headings, cut-offs or greetings more often than answers. */
const FRAGMENT_WORDS = 6;

/** The numbers of one sentence, in the order of `SENTENCE_FEATURES`. */
export function sentenceFeatures(
  query: QueryModel,
  found: RetrievedChunk,
  evidence: Evidence,
  sentenceCosine: number,
  words: number,
): number[] {
  return [
    evidence.coverage,
    evidence.wideCoverage,
    evidence.pairs,
    evidence.candidate ? (evidence.candidate.fits ? 1 : 0.4) : 0,
    evidence.proximity,
    evidence.focus,
    evidence.focusBeside,
    found.lexical,
    coverage(query, found.body.matches),
    found.article,
    sentenceCosine,
    found.cosine,
    found.late,
    Math.log1p(words),
    words < FRAGMENT_WORDS ? 1 : 0,
    found.chunk.row.kind === "caption" ? 1 : 0,
  ];
}
