import type { AddedRange, AnswerSpan } from "../../model/index.ts";

/** Words of our own that stand in square brackets behind a place of a sentence. */
export interface Insertion {
  /** UTF-16 offset in the sentence. */
  readonly at: number;
  /** Without the brackets. */
  readonly text: string;
  readonly kind: AddedRange["kind"];
}

/** A part of a sentence as it is shown. */
interface Shown {
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

/** The text of an answer while it is put together, line by line, with the ranges in it. */
export class AnswerText {
  text = "";
  readonly spans: AnswerSpan[] = [];
  readonly added: AddedRange[] = [];

  /** Adds a sentence with its number; gives back where its shown part begins. */
  line(shown: Shown, before: string, after: string, n: number): number {
    if (this.text !== "") this.text += "\n";
    this.text += before;
    const at = this.text.length;
    for (const { start, end, kind } of shown.added)
      this.added.push({ start: at + start, end: at + end, kind });
    this.text += `${shown.text}${after} [${n}]`;
    return at;
  }

  /** Begins with a line of our own that says what was asked for, with the numbers of what it is taken from. */
  direct(words: string, numbers: readonly number[]): void {
    this.text = `${words}${numbers.map((n) => ` [${n}]`).join("")}`;
    this.added.push({ start: 0, end: this.text.length + 1, kind: "direct" });
  }

  mark(span: AnswerSpan): void {
    this.spans.push(span);
  }

  /** Adds a remark of our own on a line of its own, in square brackets. */
  note(words: string): void {
    const start = this.text.length;
    this.text += `\n[${words}]`;
    this.added.push({ start, end: this.text.length, kind: "note" });
  }

  /** True where words stand in the text already. */
  holds(words: string): boolean {
    return this.text.includes(words);
  }
}
