import type { Language, TextRange } from "./language.ts";
import type { Visit } from "./visit.ts";

/** A numbered passage that was sent to the writer: `Article.text.slice(start, end)` of an article. */
export interface WriterPassage extends TextRange {
  /** The number by which the writer cites it, from 1. */
  readonly n: number;
  readonly articleId: string;
  readonly title: string;
  readonly source: string | null;
  /** `YYYY-MM-DD` or null. */
  readonly published: string | null;
  readonly text: string;
}

/** Why a sentence of the writer is left out; stable keys for logs, `ask --json` and `ask --explain`. */
export type DropReason =
  /** It cites a number that no passage has. */
  | "no-such-citation"
  /** It cites nothing, and no passage supports it. */
  | "no-citation"
  | "unsupported-name"
  | "unsupported-office"
  | "unsupported-body"
  | "unsupported-place"
  | "unsupported-date"
  | "unsupported-number"
  | "unsupported-quote"
  /** All of it stands there, of another person, day or meeting. */
  | "wrong-pairing"
  /** Proposed is told as agreed, planned as done. */
  | "wrong-act"
  | "negation"
  /** Guest and host, or who asked and who was asked, are exchanged. */
  | "wrong-side"
  /** It tells two meetings as one. */
  | "merged-meetings"
  /** Too many of its words stand nowhere in what it cites. */
  | "uncovered-words"
  /** It speaks of its instructions, or is a link, a list mark or the like. */
  | "instruction"
  /** No statement: a heading, a question, a greeting. */
  | "not-a-sentence"
  /** Written in another language than the question's. */
  | "wrong-language"
  /** Told before in the same answer. */
  | "repeated"
  /** The answer is longer than any that was asked for. */
  | "too-long";

/** A sentence of the writer after the check. */
export interface CheckedSentence {
  /** Plain: without its markers, markup, links and mentions. */
  readonly text: string;
  /** Numbers of the passages that it cites, as far as they exist, ascending. */
  readonly citations: readonly number[];
  readonly kept: boolean;
  /** Null where it is kept. */
  readonly reason: DropReason | null;
  /** What failed, in the sentence's own words, for `ask --explain`; null where it is kept or the whole sentence. */
  readonly detail: string | null;
  /** The sentences of the passages that support it, verbatim; empty where it is left out. */
  readonly evidence: readonly { readonly n: number; readonly quote: string }[];
}

/** What an answer of the writer is held against. */
export interface WrittenContext {
  /** What was asked, as it was understood. */
  readonly question: string;
  /** The language that the answer has to be in. */
  readonly language: Language;
  readonly passages: readonly WriterPassage[];
  /** The register's records of the passages' articles, with their points. */
  readonly records: readonly Visit[];
}

/** An answer of the writer after the check. */
export interface CheckedAnswer {
  readonly sentences: readonly CheckedSentence[];
  /** True where what is kept still answers. */
  readonly answers: boolean;
  /** True where the writer says that the passages do not answer. */
  readonly declined: boolean;
  /** The kept sentences with their numbers, `… [1] … [2][3]`; empty where none is kept. */
  readonly text: string;
}
