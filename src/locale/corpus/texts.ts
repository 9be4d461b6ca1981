import type { IndexOutcome } from "../../corpus/index-queue.ts";
import type { DateField } from "../../corpus/proposals.ts";
import type { TypedDate } from "../../corpus/typed-date.ts";
import type { Article } from "../../ingest/article.ts";
import type { LeftOutReason } from "../../ingest/left-out.ts";

/** An article in a line of a report: its title, with source and date where they are known. */
export interface ArticleLine {
  readonly title: string;
  /** As `sourceNote` writes it, with what parts it from the title; may be empty. */
  readonly note: string;
}

export type DateProblem = Extract<TypedDate, { readonly ok: false }>["problem"];

/** Adding articles: for admins. */
export interface AddingTexts {
  readonly usage: string;
  readonly readingPage: (host: string) => string;
  readonly readingFile: string;
  readonly readingText: string;
  /** Only the first of many addresses are read. */
  readonly tooMany: (most: number) => string;
  readonly fileTooLarge: string;
  readonly fileLost: string;
  /** Above the card of an article that waits. */
  readonly heading: string;
  readonly updateHeading: string;
  readonly feedHeading: (feed: string) => string;
  readonly source: string;
  readonly published: string;
  readonly event: string;
  readonly length: string;
  /** What of the source is not in the article: letters and digits, of how many, and why. */
  readonly leftOut: string;
  readonly leftOutOf: (letters: number, source: number, reasons: string) => string;
  readonly leftOutReasons: Readonly<Record<LeftOutReason, string>>;
  readonly words: (count: number) => string;
  /** Behind the length of an article that was cut. */
  readonly cutOff: (chars: number) => string;
  readonly unknown: string;
  /** The article is there already; saving replaces it. */
  readonly same: (article: ArticleLine) => string;
  /** The article has another one's words with another day, number or name. */
  readonly alike: (
    article: ArticleLine,
    difference: { readonly own: string; readonly other: string },
  ) => string;
  readonly newButton: string;
  readonly readingPicture: (page: number, pages: number) => string;
  readonly readFrom: string;
  readonly pictures: (image: NonNullable<Article["image"]>) => string;
  readonly saveButton: string;
  readonly updateButton: string;
  readonly dateButton: string;
  readonly cancelButton: string;
  readonly skipButton: string;
  readonly publishedButton: string;
  readonly eventButton: string;
  readonly backButton: string;
  readonly askDate: (field: DateField, title: string) => string;
  readonly datePlaceholder: string;
  readonly dateProblem: (problem: DateProblem, field: DateField) => string;
  /** Shown on the pressed button: the article was added meanwhile. */
  readonly nowThere: string;
  readonly saved: (by: string) => string;
  readonly indexing: string;
  /** What the article's file is called, to name it in a command. */
  readonly id: (articleId: string) => string;
  readonly indexed: string;
  readonly notIndexed: (outcome: IndexOutcome) => string;
  readonly fileSkipped: (reason: string) => string;
  readonly dropped: (by: string) => string;
  /** A pressed button whose article is not kept any more. */
  readonly gone: string;
  readonly feedsBroken: (problem: string) => string;
  readonly autoAdded: (count: number) => string;
  readonly moreArticles: (count: number) => string;
}

/** Changing the corpus: for admins. */
export interface CorpusTexts {
  readonly adding: AddingTexts;
  readonly commands: { readonly add: string };
}
