import type { VisitFilter } from "../../register/filter.ts";
import type { Visit, VisitKind } from "../../register/visit.ts";

/** What a list, picture or file holds: visits, the articles that tell of them, and the years they span. */
export interface RegisterFacts {
  readonly total: number;
  readonly articles: number;
  /** First and last year of the visits whose year is known; null where no year is. */
  readonly years: { readonly first: string; readonly last: string } | null;
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
