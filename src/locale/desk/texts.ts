import type { EditField, EditProblem, LogEntry } from "../../articles/corpus/index.ts";
import type { FeedsSummary } from "../../articles/feeds/index.ts";
import type { AskedCounts, Reason, Review } from "../../storage/index.ts";

/** Fields of an article that were changed, in words: "ngày đăng: 21/1/2025, nguồn: bỏ trống". */
export function changesInWords(
  changes: LogEntry["changes"],
  words: {
    readonly field: Readonly<Record<EditField, string>>;
    readonly kind: Readonly<Record<string, string>>;
    readonly none: string;
    readonly date: (iso: string) => string;
    readonly colon: string;
  },
): string {
  return Object.entries(changes)
    .map(([name, value]) => {
      const field = name as EditField;
      const label = words.field[field] ?? name;
      const shown =
        field === "kind"
          ? words.kind[value ?? "original"]
          : value === null
            ? words.none
            : field === "published" || field === "event"
              ? words.date(value)
              : value;
      return `${label.toLowerCase()}${words.colon}${shown}`;
    })
    .join(", ");
}

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
interface RecognisedTexts {
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

/** A generation of the index with what it holds otherwise than the one in use. */
interface GenerationLine {
  readonly name: string;
  readonly articles: number;
  /** A moment and how long ago that was, in words. */
  readonly builtAt: string;
  readonly age: string;
  readonly isCurrent: boolean;
  /** Articles' files that would go, come back, and be as they were. */
  readonly without: number;
  readonly again: number;
  readonly otherwise: number;
}

/** Going back to an older index: for admins. */
export interface RollbackTexts {
  readonly heading: string;
  readonly line: (generation: GenerationLine) => string;
  readonly confirm: (generation: GenerationLine) => string;
  readonly yesButton: string;
  readonly stayed: string;
}

/** `/status`. */
export interface StatusTexts {
  /** To everyone; `builtAt` is a moment in words. */
  readonly plain: (facts: {
    readonly articles: number;
    readonly visits: number;
    readonly builtAt: string;
  }) => string;
  /** To admins, below what the index holds. */
  readonly state: (
    facts: AskedCounts & {
      readonly days: number;
      /** What waits for `/review`. */
      readonly waiting: number;
      /** `checkedAt` is a moment in words. */
      readonly feeds: (FeedsSummary & { readonly checkedAt: string }) | null;
      readonly undated: number;
      readonly unmatched: number;
      readonly indexBytes: number;
      readonly freeBytes: number | null;
    },
  ) => string;
}

/** What is kept of users, and that it can be deleted. */
export interface PrivacyTexts {
  readonly about: (facts: {
    readonly retentionDays: number;
    readonly logsMessages: boolean;
    readonly isAdmin: boolean;
    /** Questions go to a language model. */
    readonly isWritten: boolean;
  }) => string;
  readonly confirm: string;
  readonly forgetButton: string;
  readonly forgotten: (count: number) => string;
}

/** What admins see of the desk: mending, corrections, reviews, the state of things. */
export interface DeskTexts {
  readonly editing: EditingTexts;
  readonly correction: CorrectionTexts;
  readonly recognised: RecognisedTexts;
  readonly review: ReviewTexts;
  /** How much was re-indexed and how that ended, in the log. */
  readonly run: Readonly<Record<string, string>>;
  readonly rollback: RollbackTexts;
  readonly status: StatusTexts;
  readonly privacy: PrivacyTexts;
  /** Above the list of them. */
  readonly adminCommands: string;
  readonly commands: { readonly review: string; readonly privacy: string; readonly forget: string };
  /** What was changed of an article, behind its name in the log: "ngày đăng: 21/01/2025". */
  readonly changes: (changes: LogEntry["changes"], date: (iso: string) => string) => string;
}
