import type { EntityType, Language, TextRange } from "./language.ts";
import type { RegisterIntent, VisitFilter } from "./visit.ts";

/** What a marked answer span is. */
export type SpanType = EntityType | "reason" | "list" | "definition" | "phrase";

/** UTF-16 range in `Answer.answer` of the words that answer the question. */
export interface AnswerSpan extends TextRange {
  readonly type: SpanType;
}

/**
 * UTF-16 range in `Answer.answer` of words that are not the article's: they stand in square brackets, with
 * the space or line break before them, or are a line at the start ("Không.") with the line break behind it.
 * Without them every sentence is verbatim.
 */
export interface AddedRange extends TextRange {
  /**
   * `date`: what a date means in full. `name`: whom or what a word refers to. `note`: what the article leaves open.
   * `direct`: the line above that says what was asked for, whole, with its numbers and line break, in no brackets.
   * `written`: all of an answer that a language model wrote.
   */
  readonly kind: "date" | "name" | "note" | "direct" | "written";
}

/** One cited passage: `quote` is `Article.text.slice(start, end)` of article `articleId`. */
export interface Citation extends TextRange {
  /** The number in brackets, from 1. */
  readonly n: number;
  readonly articleId: string;
  readonly title: string;
  readonly source: string | null;
  /** The article's own address, or null. */
  readonly url: string | null;
  /** Address that opens the passage (text fragment) where there is a URL, else null; the page alone for a summary. */
  readonly link: string | null;
  /** `YYYY-MM-DD` or null. */
  readonly published: string | null;
  readonly quote: string;
  /** The article is a summary (`Article.isSummary`): the quote is verbatim of it, not of its source. */
  readonly isSummary?: true;
}

/** Milliseconds spent on each step. */
interface Timings {
  readonly embedMs: number;
  readonly retrieveMs: number;
  readonly answerMs: number;
  readonly totalMs: number;
}

/** What the register of visits was asked for, where it gave the answer. */
export interface RegisterBasis {
  readonly intent: RegisterIntent;
  readonly filter: VisitFilter;
  /** Visits that match, and articles that tell of them. */
  readonly total: number;
  readonly articles: number;
  /** Ids of the visits that the answer lists, in its order. */
  readonly visits: readonly string[];
}

/** What a message wants made of the articles, beyond an answer: work that only a writer does. */
export type WishKind = "summary" | "comparison" | "translation";

/** A wish, and the articles that it is about: one of a summary, one or two of a comparison. */
interface WishBasis {
  readonly kind: WishKind;
  readonly articleIds: readonly string[];
}

/** The reply to one question. */
export interface Answer {
  readonly question: string;
  /**
   * False: a refusal; `answer` is then one plain sentence and `nearest` may offer articles. Where the articles
   * deny what the question takes for granted, the sentence says so, and cited lines tell what they have instead.
   */
  readonly answered: boolean;
  /**
   * The sentences, each with `[n]` behind it; blocks are parted by `\n`. They are verbatim but for what
   * `added` marks: "Sáng nay [21/1/2025], ông [Hùng Ba] …".
   */
  readonly answer: string;
  /** What was asked for in one line of at most 160 characters, as it stands in `answer`; absent where none is sure. */
  readonly direct?: string;
  /** What was added to the article's words, in order; absent or empty: nothing. */
  readonly added?: readonly AddedRange[];
  readonly spans: readonly AnswerSpan[];
  /** 0 to 1, calibrated. */
  readonly confidence: number;
  readonly language: Language;
  readonly citations: readonly Citation[];
  /** When refused: passages of the nearest articles, best first. Empty when answered. */
  readonly nearest: readonly Citation[];
  /** Further passages for "Xem thêm", best first, none of them cited above. */
  readonly more: readonly Citation[];
  readonly timings: Timings;
  /** True where the message only spoke to the bot (thanks, a greeting): nothing was looked for. */
  readonly isTalk?: boolean;
  /** True where it holds the answers to several questions of one message. */
  readonly isJoined?: true;
  /** What was wished for; the answer is passages for it, verbatim. */
  readonly wish?: WishBasis;
  /**
   * True where a language model wrote the sentences, and each was found in the passages that it cites. Absent: the
   * sentences are verbatim.
   */
  readonly written?: true;
  /** Only where the register of visits answered, or refused. */
  readonly register?: RegisterBasis;
}

/** What a message says to the bot itself, where it asks nothing of the articles. */
export type TalkKind =
  | "greeting"
  | "help"
  | "thanks"
  | "goodbye"
  | "complaint"
  | "praise"
  | "identity"
  | "maker"
  | "acknowledged"
  /** A poem, a translation, an opinion, a sum: no work for a program that quotes. */
  | "notMine";
