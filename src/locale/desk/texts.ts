import type { EditField, LogEntry } from "../../articles/corpus/index.ts";

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

/** A generation of the index with what it holds otherwise than the one in use. */
export interface GenerationLine {
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
