import { matchesIn } from "../../language/text/index.ts";
import type { AddedRange, Answer, AnswerSpan } from "../../model/index.ts";

/** An answer with a line of our own on top: "Không thấy trong tư liệu.". */
export function led(answer: Answer, line: string): Answer {
  const lead = `${line}\n`;
  const by = lead.length;
  return {
    ...answer,
    answer: `${lead}${answer.answer}`,
    spans: answer.spans.map((span) => moved(span, by)),
    added: [
      { start: 0, end: by, kind: "note" },
      ...(answer.added ?? []).map((range) => moved(range, by)),
    ],
  };
}

const moved = <T extends AnswerSpan | AddedRange>(range: T, by: number): T => ({
  ...range,
  start: range.start + by,
  end: range.end + by,
});

/** The answers to several questions of one message, at least one, as one; citations are numbered throughout. */
export function joined(answers: readonly Answer[]): Answer {
  let all = answers[0]!;
  for (const next of answers.slice(1)) all = both(all, withNumbersFrom(next, all.citations.length));
  return all;
}

function both(all: Answer, next: Answer): Answer {
  const by = all.answer.length + 1;
  const isQuoted = next.answered || next.citations.length > 0;
  // A refusal stands among quoted lines and is none.
  const added: readonly AddedRange[] = isQuoted
    ? (next.added ?? []).map((range) => moved(range, by))
    : [{ start: by - 1, end: by + next.answer.length, kind: "note" }];
  return {
    ...all,
    answered: all.answered || next.answered,
    isJoined: true,
    answer: `${all.answer}\n${next.answer}`,
    spans: [...all.spans, ...next.spans.map((span) => moved(span, by))],
    added: [...(all.added ?? []), ...added],
    confidence: Math.min(all.confidence, next.confidence),
    citations: [...all.citations, ...next.citations],
    more: all.more.length > 0 ? all.more : next.more,
    timings: {
      embedMs: all.timings.embedMs + next.timings.embedMs,
      retrieveMs: all.timings.retrieveMs + next.timings.retrieveMs,
      answerMs: all.timings.answerMs + next.timings.answerMs,
      totalMs: all.timings.totalMs + next.timings.totalMs,
    },
  };
}

/** An answer whose citations are numbered from `offset` + 1. */
function withNumbersFrom(answer: Answer, offset: number): Answer {
  if (offset === 0 || answer.citations.length === 0) return answer;
  const numbers = new Set(answer.citations.map(({ n }) => n));
  let text = "";
  let at = 0;
  const shifts: { readonly at: number; readonly by: number }[] = [];
  for (const match of matchesIn(answer.answer, /\[(\d+)\]/gu)) {
    const n = Number(match[1]);
    if (!numbers.has(n)) continue;
    const written = `[${n + offset}]`;
    text += answer.answer.slice(at, match.index) + written;
    at = match.index + match[0].length;
    shifts.push({ at, by: written.length - match[0].length });
  }
  text += answer.answer.slice(at);
  const place = (offsetAt: number) =>
    offsetAt + shifts.reduce((sum, shift) => sum + (shift.at <= offsetAt ? shift.by : 0), 0);
  const shifted = <T extends AnswerSpan | AddedRange>(range: T): T => ({
    ...range,
    start: place(range.start),
    end: place(range.end),
  });
  return {
    ...answer,
    answer: text,
    spans: answer.spans.map(shifted),
    added: (answer.added ?? []).map(shifted),
    citations: answer.citations.map((citation) => ({ ...citation, n: citation.n + offset })),
    more: answer.more.map((citation) => ({ ...citation, n: citation.n + offset })),
  };
}
