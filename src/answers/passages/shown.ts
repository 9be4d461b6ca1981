import { matchesIn } from "../../language/text/index.ts";
import type { AddedRange, AnswerSpan, TextRange } from "../../model/index.ts";
import type { RankedSentence } from "../search/index.ts";

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

/** A sentence up to this length is shown whole; on a phone it is some eight lines. */
const WHOLE_SENTENCE_CHARS = 300;

/** The same of one that enumerates what is asked. */
const WHOLE_LIST_CHARS = 700;
const LEAST_LISTED = 2;

/** Ranges between the marks at which a long sentence may be cut. */
function clauses(text: string, mark: RegExp): TextRange[] {
  const cuts = matchesIn(text, mark).map((match) => match.index + match[0].length);
  return [0, ...cuts].map((start, i) => ({ start, end: cuts[i] ?? text.length }));
}

/**
 * The part of a long sentence that holds the answer: whole clauses, as many around the answer as fit.
 * A sentence that is short enough, or has nowhere to be cut, is kept whole.
 */
export function clip(
  sentence: RankedSentence,
  wanted: readonly string[],
  asksAll: boolean,
): TextRange {
  const { text, evidence } = sentence;
  const whole = { start: 0, end: text.length };
  if (text.length <= WHOLE_SENTENCE_CHARS) return whole;
  // What is enumerated is not cut where all of it may be asked.
  if (asksAll && text.length <= WHOLE_LIST_CHARS && text.split("; ").length > LEAST_LISTED)
    return whole;
  for (const mark of [/;\s+/gu, /,\s+/gu]) {
    const parts = clauses(text, mark);
    if (parts.length < 2) continue;
    const { candidate } = evidence;
    const home = candidate
      ? parts.findIndex((part) => candidate.start < part.end)
      : busiest(text, parts, wanted);
    let from = Math.max(0, home);
    let to = from;
    // What leads up to the answer says who did it, so the clip grows backwards first.
    for (;;) {
      const length = (a: number, b: number) => parts[b]!.end - parts[a]!.start;
      if (from > 0 && length(from - 1, to) <= WHOLE_SENTENCE_CHARS) from--;
      else if (to < parts.length - 1 && length(from, to + 1) <= WHOLE_SENTENCE_CHARS) to++;
      else break;
    }
    const end = parts[to]!.end;
    const clipped = {
      start: parts[from]!.start,
      end: to === parts.length - 1 ? end : text.slice(0, end).trimEnd().length,
    };
    if (clipped.end - clipped.start <= WHOLE_SENTENCE_CHARS * 1.3) return clipped;
  }
  return whole;
}

/** Place of the part with the most of the wanted words; the first of equals. */
function busiest(text: string, parts: readonly TextRange[], wanted: readonly string[]): number {
  const hits = parts.map((part) => {
    const lower = text.slice(part.start, part.end).toLowerCase();
    return wanted.filter((word) => lower.includes(word)).length;
  });
  return hits.indexOf(Math.max(...hits));
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
