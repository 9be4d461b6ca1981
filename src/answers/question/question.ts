import type { Language, SpanType, TextRange } from "../../model/index.ts";

/** What a question asks for. `phrase` is anything else ("gì", "nào" with a noun). */
export type AnswerType = SpanType;

/** What an answer must have besides its type; null where the question doesn't say. */
export interface AnswerDetail {
  /** The part of a date that is asked: "ngày nào", "tháng mấy", "năm nào". */
  readonly datePart: "day" | "month" | "year" | null;
  /** "từ ngày nào đến ngày nào": a span of dates. */
  readonly span: boolean;
  /** What is counted, where it is a length of time or money; the unit's folded forms. */
  readonly units: readonly string[] | null;
  /** "nước nào": the name of a country. */
  readonly country: boolean;
}

/** One word of a question that helps to find the passage: a range of its search text. */
export interface QueryTerm extends TextRange {
  /** Lower case with marks as typed; equals `folded` where the question was typed without marks. */
  readonly marked: string;
  readonly folded: string;
  /** Written with a capital letter inside the question: part of a name. Always false where all is lower case. */
  readonly name: boolean;
  /** The word right before this one in the question also counts: the two are read as a pair. */
  readonly follows: boolean;
}

/** A question as it was read. */
export interface Question {
  /** As asked, normalised. */
  readonly text: string;
  readonly language: Language;
  /** Vietnamese text that is searched: the question itself, or its rendering where it was English or Chinese. */
  readonly searchText: string;
  /** Misspelt words as they were taken, where that is not sure; absent or null: nothing was guessed. */
  readonly guess?: string | null;
  /** Ranges of the search text that are names of persons the register knows; absent where their marks tell them anyway. */
  readonly persons?: readonly { readonly start: number; readonly end: number }[];
  /** True where the search text has no marks at all, so that only folded matching makes sense. */
  readonly unmarked: boolean;
  readonly answerType: AnswerType;
  readonly detail: AnswerDetail;
  /** The words that find the passage: no question words, no stop words. */
  readonly terms: readonly QueryTerm[];
  /** Folded words of the noun asked about: "thành phố nào" → thanh, pho; "bao nhiêu dự án" → du, an. */
  readonly focus: readonly string[];
  /** Folded words of what was done, as far as they stand by the question word: "ai tiếp …" → tiep; "sinh năm nào" → sinh. */
  readonly predicate: readonly string[];
}
