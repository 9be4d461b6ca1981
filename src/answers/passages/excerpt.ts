import type { RankedSentence } from "../search/index.ts";

/** A sentence up to this length is shown whole; on a phone it is some eight lines. */
export const WHOLE_SENTENCE_CHARS = 300;

/** UTF-16 range in a sentence. */
interface Clip {
  readonly start: number;
  readonly end: number;
}

/** Ranges between the marks at which a long sentence may be cut. */
function clauses(text: string, mark: RegExp): Clip[] {
  const cuts = [...text.matchAll(mark)].map((match) => match.index + match[0].length);
  return [0, ...cuts].map((start, i) => ({ start, end: cuts[i] ?? text.length }));
}

/**
 * The part of a long sentence that holds the answer: whole clauses, as many around the answer as fit.
 * A sentence that is short enough, or has nowhere to be cut, is kept whole.
 */
export function clip(sentence: RankedSentence, wanted: readonly string[]): Clip {
  const { text, evidence } = sentence;
  const whole = { start: 0, end: text.length };
  if (text.length <= WHOLE_SENTENCE_CHARS) return whole;
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
function busiest(text: string, parts: readonly Clip[], wanted: readonly string[]): number {
  const hits = parts.map((part) => {
    const lower = text.slice(part.start, part.end).toLowerCase();
    return wanted.filter((word) => lower.includes(word)).length;
  });
  return hits.indexOf(Math.max(...hits));
}
