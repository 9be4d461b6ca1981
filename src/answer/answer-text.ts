import type { AddedRange, AnswerSpan } from "./answer.ts";
import type { Shown } from "./shown.ts";

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
