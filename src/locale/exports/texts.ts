/** Columns of a table of visits, by what they hold. */
export const VISIT_COLUMNS = [
  "id",
  "kind",
  "planned",
  "date",
  "endDate",
  "published",
  "place",
  "host",
  "hostRegion",
  "hostHead",
  "hostPeople",
  "guest",
  "guestRegion",
  "guestHead",
  "guestPeople",
  "topics",
  "agreements",
  "numbers",
  "articles",
  "links",
] as const;
export type VisitColumn = (typeof VISIT_COLUMNS)[number];

/** Tables, calendars and pictures of visits. */
export interface ExportTexts {
  /** Under which format a file is offered. */
  readonly formats: Readonly<Record<"csv" | "xlsx" | "ics" | "json", string>>;
  /** On the button under a list. */
  readonly download: string;
  /** Above the buttons of the formats; `scope` may be empty. */
  readonly choose: (total: number, scope: string) => string;
  /** Headings of the columns. */
  readonly columns: Readonly<Record<VisitColumn, string>>;
  /** In the column `planned`. */
  readonly yes: string;
  /** Name of the sheet and of the calendar. */
  readonly title: string;
  readonly picture: {
    readonly title: string;
    readonly number: (value: number) => string;
    readonly summary: (total: number, planned: number) => string;
    readonly legend: string;
    /** A quarter of a year on the line: 1 to 4. */
    readonly quarter: (quarter: number, year: number) => string;
    readonly unknownLane: string;
    readonly otherLanes: (count: number) => string;
    /** To the star behind a row of which the month or day is not known. */
    readonly vague: string;
    /** The row at the end, of the visits without a year. */
    readonly undated: string;
    readonly sources: (articles: number) => string;
    readonly planned: string;
  };
}
