import type {
  PartialDate,
  RegisterIntent,
  Visit,
  VisitFilter,
  VisitKind,
} from "../../model/index.ts";

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

/** The register of visits: lists, cards, pictures, files. */
export interface VisitTexts {
  readonly commands: {
    readonly visits: string;
    readonly timeline: string;
    readonly export: string;
  };
  /** Lines of the help, one a command. */
  readonly help: readonly string[];
  /** How the bot is used inside other chats. */
  readonly inlineHelp: (botUsername: string) => string;
  /** For admins, where BotFather has not switched inline mode on. */
  readonly inlineOff: string;

  readonly kind: Readonly<Record<VisitKind, string>>;
  /** Date or span as far as it is known. */
  readonly date: (visit: Pick<Visit, "date" | "endDate">) => string;
  readonly planned: string;
  /** When the first article appeared: beside a date whose year is not told. */
  readonly published: string;
  readonly place: string;
  /** A label before what it names, with what parts them. */
  readonly labelled: (name: string) => string;
  readonly host: string;
  readonly guest: string;
  /** Behind the name of who received, and of who led the guests. */
  readonly hostHead: string;
  readonly guestHead: string;
  readonly topics: string;
  readonly agreements: string;
  readonly numbers: string;
  readonly sources: string;
  readonly quotes: string;
  readonly morePeople: (count: number) => string;
  readonly moreItems: (count: number) => string;

  /** A filter in words: "năm 2023 · Quảng Tây"; empty where nothing is filtered. */
  readonly scope: (filter: VisitFilter) => string;
  /** Above a list; `scope` may be empty. */
  readonly heading: (facts: RegisterFacts, scope: string) => string;
  readonly emptyRegister: string;
  /** Nothing matches; says what there is. */
  readonly nothing: (scope: string, all: RegisterFacts) => string;
  /** Behind the words for nothing, in a chat. */
  readonly tryFewer: string;
  /** A date that no calendar has; says what there is. */
  readonly impossible: (words: string, all: RegisterFacts) => string;

  readonly filterButton: Readonly<Record<FilterButton, string>>;
  /** Above the values of a filter. */
  readonly choose: Readonly<Record<FilterButton, string>>;
  /** A value of the filter by years: the visits of which no year is known. */
  readonly noYear: string;
  readonly anyValue: string;
  readonly clearFilters: string;
  readonly back: string;
  /** Below an answer that lists the first of so many. */
  readonly allButton: (total: number) => string;
  readonly ask: string;
  /** Shown on the pressed button, with the questions in its place. */
  readonly chooseQuestion: string;
  readonly noQuestion: string;
  /** Questions about a visit that its articles may answer, the likeliest first. */
  readonly questions: (sides: NamedSides) => string[];
  /** A button of a list that is no longer kept, or of a visit that is no longer in the register. */
  readonly listExpired: string;
  readonly visitGone: string;

  readonly timelineCaption: (facts: RegisterFacts, scope: string) => string;
  /** All visits that match lack a year, so there is nothing to put on a line. */
  readonly timelineUndated: (count: number) => string;
  readonly exportUsage: string;
  readonly exportCaption: (facts: RegisterFacts, scope: string) => string;
  /** Visits without a known day, which a calendar cannot hold. */
  readonly exportLeftOut: (count: number) => string;
  /** No visit has a known day: the calendar would be empty. */
  readonly exportNoDays: (count: number) => string;
  /** On the button above an empty list of inline results, at most 40 characters. */
  readonly inlineNothing: string;

  /** On the command line: how much of a list is shown. */
  readonly shown: (shown: number, total: number) => string;
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

/** Answers from the register of visits, in plain sentences. */
export interface RegisterTexts {
  /** `21/1/2025`, `[21/1/2025]`, `3/2024` … of the known parts; the words for none, or for no year. */
  readonly visitDate: (date: ShownDate) => string;
  readonly visit: (line: VisitLine) => string;
  /** "3 lần"; the number first. */
  readonly times: (count: number) => string;
  /** "3 cuộc gặp", where a heading counts these; the number first. */
  readonly encounters: (count: number) => string;
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
