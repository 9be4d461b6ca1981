import type { AddedRange } from "./answer.ts";

/** Words of our own that stand in square brackets behind a place of a sentence. */
export interface Insertion {
  /** UTF-16 offset in the sentence. */
  readonly at: number;
  /** Without the brackets. */
  readonly text: string;
  readonly kind: AddedRange["kind"];
}

/** A part of a sentence as it is shown. */
export interface Shown {
  readonly text: string;
  /** Ranges in `text` that are not the sentence's. */
  readonly added: readonly AddedRange[];
  /** Range in `text` of a range in the sentence that lies within the shown part. */
  place(range: { readonly start: number; readonly end: number }): { start: number; end: number };
}

/** Puts insertions into the part `[start, end)` of a sentence. */
export function show(
  sentence: string,
  { start, end }: { readonly start: number; readonly end: number },
  insertions: readonly Insertion[],
): Shown {
  const within = insertions.filter(({ at }) => at > start && at <= end).sort((a, b) => a.at - b.at);
  let text = "";
  let from = start;
  const added: AddedRange[] = [];
  const shifts: { at: number; length: number }[] = [];
  for (const insertion of within) {
    text += sentence.slice(from, insertion.at);
    const words = ` [${insertion.text}]`;
    added.push({ start: text.length, end: text.length + words.length, kind: insertion.kind });
    shifts.push({ at: insertion.at, length: words.length });
    text += words;
    from = insertion.at;
  }
  text += sentence.slice(from, end);
  const shift = (isBefore: (at: number) => boolean) =>
    shifts.reduce((sum, { at, length }) => sum + (isBefore(at) ? length : 0), -start);
  return {
    text,
    added,
    place: (range) => ({
      start: range.start + shift((at) => at <= range.start),
      end: range.end + shift((at) => at < range.end),
    }),
  };
}
