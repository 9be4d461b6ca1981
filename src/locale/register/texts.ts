import type { RegisterIntent } from "../../register/question/register-question.ts";
import type { VisitKind } from "../../register/visit.ts";

/** A time that a question sets; dates are `YYYY-MM-DD`. */
export type AskedPeriod =
  | { readonly kind: "year" | "month" | "day" | "since" | "until"; readonly date: string }
  | { readonly kind: "between"; readonly from: string; readonly to: string };

/** Which visits were looked for, part by part. */
export type AskedPart =
  | {
      readonly part: "host" | "guest" | "place" | "person" | "topic" | "words" | "counterpart";
      readonly value: string;
    }
  | { readonly part: "sides"; readonly values: readonly string[] }
  | { readonly part: "kinds"; readonly values: readonly VisitKind[] }
  | { readonly part: "period"; readonly period: AskedPeriod };

/** One visit on a line; names stand as the articles write them, null is unknown. */
export interface VisitLine {
  readonly kind: VisitKind;
  readonly planned: boolean;
  /** As people write it, or the words for an unknown date. */
  readonly date: string;
  readonly host: string | null;
  readonly guest: string | null;
  readonly place: string | null;
}

/** Numbers of a search of the register. */
export interface FoundFacts {
  readonly visits: number;
  readonly articles: number;
  /** What was looked for, in words; empty where all visits are meant. */
  readonly asked: string;
}

/** Years of the first and last visit of which the year is known; null where there is none. */
export type YearRange = { readonly first: number; readonly last: number } | null;

/** Answers from the register of visits, in plain sentences. */
export interface RegisterTexts {
  /** Parts of what was looked for, joined. */
  readonly asked: (parts: readonly AskedPart[]) => string;
  /** `21/1/2025`, `3/2024` … of the known parts; the words for none. */
  readonly visitDate: (parts: {
    readonly year: number | null;
    readonly month: number | null;
    readonly day: number | null;
  }) => string;
  readonly visit: (line: VisitLine) => string;
  /** Above the visits, the number first among its words where the question is how many. */
  readonly heading: Readonly<Record<RegisterIntent, (facts: FoundFacts) => string>>;
  /** Behind a list that was cut. */
  readonly more: (count: number) => string;
  /** Above visits of which no year is known, which a question about a time leaves out. */
  readonly undated: (count: number) => string;
  /** Nothing matches. */
  readonly none: (asked: string, visits: number, years: YearRange) => string;
  /** Nothing matches in the time asked, and so many have no known year. */
  readonly noneDated: (asked: string, undated: number) => string;
  /** Nothing is announced from today on. */
  readonly noneNext: (asked: string, today: string) => string;
  /** A date that no calendar has. */
  readonly impossible: (words: string, visits: number, years: YearRange) => string;
}
