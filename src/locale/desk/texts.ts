import type { EditField, EditProblem, LogEntry } from "../../articles/corpus/index.ts";
import type { Reason, Review } from "../../storage/index.ts";

/** Mending what a card tells of an article. */
export interface EditingTexts {
  readonly editButton: string;
  readonly doneButton: string;
  /** As buttons and labels; in the log in lower case. */
  readonly field: Readonly<Record<EditField, string>>;
  readonly kind: { readonly original: string; readonly summary: string };
  /** The question for a value, to be given in a reply. */
  readonly ask: (field: EditField, title: string) => string;
  /** The question for the kind, above its buttons. */
  readonly askKind: (title: string) => string;
  /** Stands in the empty line of the reply. */
  readonly placeholder: (field: EditField) => string;
  readonly problem: (problem: EditProblem, field: EditField) => string;
  /** `value` null: it was taken away. */
  readonly edited: (field: EditField, title: string, value: string | null, by: string) => string;
  readonly unchanged: string;
  /** Below `edited`, when the index is up to date. */
  readonly editedInIndex: string;
  /** Sheets have no place for the fields of one article. */
  readonly isSheet: string;
}

/** What the register would take from an article that waits. */
export interface RecognisedTexts {
  readonly visit: string;
  readonly moreVisits: (count: number) => string;
  readonly noVisit: string;
}

/** Correcting the register: for admins. */
export interface CorrectionTexts {
  readonly wrongButton: string;
  readonly mergeButton: string;
  readonly partButton: string;
  readonly yesButton: string;
  /** `visit` as one line. */
  readonly confirmWrong: (visit: string) => string;
  /** Above the visits to choose from. */
  readonly mergeWith: (visit: string) => string;
  readonly noneNear: string;
  readonly confirmMerge: (visit: string, other: string) => string;
  /** Above the articles to choose from. */
  readonly partFrom: string;
  readonly confirmPart: (title: string, visit: string) => string;
  readonly done: Readonly<Record<"wrong" | "merge" | "part", (by: string) => string>>;
  readonly inIndex: string;
  /** The register holds what it was told of before corrections were known. */
  readonly tooOld: string;
}

/** What was voted down and refused: for admins, but for the reasons. */
export interface ReviewTexts {
  /** Asked after 👎, as buttons; at most 20 characters. */
  readonly reason: Readonly<Record<Reason, string>>;
  readonly reasonThanks: string;
  readonly nothing: string;
  readonly kind: Readonly<Record<Review["kind"], string>>;
  readonly asked: string;
  readonly answered: string;
  readonly articles: string;
  /** Of a refusal: how sure the best passage was, 0 to 1. */
  readonly confidence: (confidence: number) => string;
  readonly seenButton: string;
  readonly pinButton: string;
  readonly gone: string;
  /** Above the articles of which the question has to find one. */
  readonly choose: (question: string) => string;
  readonly noArticle: string;
  readonly pinned: (question: string, title: string, by: string) => string;
  /** The index does not find the article by the question; at most 200 characters. */
  readonly notFound: string;
}

/** What admins see of the desk: mending, corrections, reviews, the state of things. */
export interface DeskTexts {
  readonly editing: EditingTexts;
  readonly correction: CorrectionTexts;
  readonly recognised: RecognisedTexts;
  readonly review: ReviewTexts;
  readonly commands: { readonly review: string };
  /** What was changed of an article, behind its name in the log: "ngày đăng: 21/01/2025". */
  readonly changes: (changes: LogEntry["changes"], date: (iso: string) => string) => string;
}
