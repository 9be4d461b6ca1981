import type { PartialDate, VisitKind } from "../../model/index.ts";

/** What a list, picture or file holds: visits, the articles that tell of them, and the years they span. */
export interface RegisterFacts {
  readonly total: number;
  readonly articles: number;
  readonly years: YearRange;
}

/** Filters that are chosen by buttons. */
export type FilterButton = "year" | "counterpart" | "place";

/** The two sides of a visit in a few words, as sentences name them; null where unknown. */
export interface NamedSides {
  readonly host: string | null;
  readonly guest: string | null;
  /** The day in words, null where it is not wholly known. */
  readonly day: string | null;
}

/** What a question about a visit asks of it. */
export type AskedOfVisit = "host" | "head" | "discussed" | "agreed" | "people";

/** A question about a visit. */
export interface VisitQuestion {
  readonly asks: AskedOfVisit;
  readonly question: string;
}

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
export type YearRange = { readonly first: number | string; readonly last: number | string } | null;
