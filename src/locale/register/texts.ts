import type { RegisterIntent } from "../../register/question/register-question.ts";
import type { VisitKind } from "../../register/visit.ts";
import type { PartialDate } from "../../text/partial-date.ts";

/** A time that a question sets; dates are `YYYY-MM-DD`. */
export type AskedPeriod =
  | { readonly kind: "year" | "month" | "day" | "since" | "until"; readonly date: string }
  | { readonly kind: "between"; readonly from: string; readonly to: string };

/** A side that was asked for: a country or province, or somebody or a body. */
export interface AskedName {
  readonly name: string;
  readonly isPlace: boolean;
}

/** Which visits were looked for; what is not set was not asked for. */
export interface Asked {
  readonly host?: AskedName;
  readonly guest?: AskedName;
  /** Sides, whichever of them received. */
  readonly sides?: readonly AskedName[];
  readonly place?: string;
  /** Somebody on either side, by name or position. */
  readonly person?: string;
  readonly topic?: string;
  readonly words?: string;
  readonly kinds?: readonly VisitKind[];
  readonly period?: AskedPeriod;
}

/** One visit on a line; null is unknown. */
export interface VisitLine {
  readonly kind: VisitKind;
  readonly planned: boolean;
  /** As people write it, or the words for an unknown date. */
  readonly date: string;
  readonly host: string | null;
  readonly guest: string | null;
  readonly place: string | null;
}

/** When a visit was, as far as its passages tell. */
export interface ShownDate {
  readonly first: PartialDate;
  /** Its last day, where it lasted several. */
  readonly last: PartialDate | null;
  /** True where a part follows from when the article was published; shown in square brackets. */
  readonly settled: boolean;
}

/** Years of the first and last visit of which the year is known; null where there is none. */
export type YearRange = { readonly first: number; readonly last: number } | null;

/** Answers from the register of visits, in plain sentences. */
export interface RegisterTexts {
  /** `21/1/2025`, `[21/1/2025]`, `3/2024` … of the known parts; the words for none, or for no year. */
  readonly visitDate: (date: ShownDate) => string;
  readonly visit: (line: VisitLine) => string;
  /** "3 lần"; the number first. */
  readonly times: (count: number) => string;
  /** Above the visits; those of a count and a list hold `times(visits)`. */
  readonly heading: Readonly<
    Record<RegisterIntent, (asked: Asked, visits: number, articles: number) => string>
  >;
  /** Above meetings that a question means; those of a count and a list begin with `times(meetings)`. */
  readonly meetings: Readonly<
    Record<"count" | "list" | "first" | "last", (meetings: number, articles: number) => string>
  >;
  /** Above meetings of which no year is known, where the last or the first one was asked for. */
  readonly undatedMeetings: (count: number) => string;
  /** Above articles that are about what is asked, beside the meetings of an answer. */
  readonly further: (articles: number) => string;
  /** Above such articles where no meeting is recorded. */
  readonly onlyFurther: (articles: number) => string;
  /** Behind a list that was cut. */
  readonly more: (count: number) => string;
  /** Above visits that match but are only announced. */
  readonly planned: (count: number) => string;
  /** Nothing that matches took place, as far as is told; what is announced follows. */
  readonly onlyPlanned: (asked: Asked, planned: number) => string;
  /** Above visits of which no year is known, which a question about a time leaves out. */
  readonly undated: (count: number) => string;
  /** Behind a count in which several are of the same days. */
  readonly sameJourney: () => string;
  /** Behind a count in which visits have no full date: they may be the same as others. */
  readonly maySame: (count: number) => string;
  /** Nothing matches. */
  readonly none: (asked: Asked, visits: number, years: YearRange) => string;
  /** Nothing matches in the time asked, and so many have no known year. */
  readonly noneDated: (asked: Asked, undated: number) => string;
  /** Nothing that took place has a known year; those that have none follow. */
  readonly noYear: (asked: Asked, undated: number) => string;
  /** Nothing is announced from today on. */
  readonly noneNext: (asked: Asked, today: string) => string;
  /** A date that no calendar has. */
  readonly impossible: (words: string, visits: number, years: YearRange) => string;
}
