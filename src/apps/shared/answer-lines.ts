import { matchesIn } from "../../language/text/index.ts";
import type { Locale } from "../../locale/index.ts";
import type {
  AddedRange,
  Answer,
  AnswerSpan,
  Article,
  Citation,
  TextRange,
  Visit,
} from "../../model/index.ts";

/** Stands before a passage that is looked for. */
export const PASSAGE_MARK = "▶ ";

/** The lines under an article's title: source and day of publication, the event's day, that it is a summary. */
export function articleHead(article: Article, { reading, visits, date }: Locale): string[] {
  const { source, published, event, isSummary } = article;
  const named = isSummary ? reading.summaryOf(source) : source;
  const facts = [named, reading.published(published && date(published))];
  const day = event && visits.date({ date: event.date, endDate: event.endDate ?? null });
  return [
    facts.filter((one) => one !== null).join(" · "),
    ...(day === null ? [] : [reading.event(day)]),
    ...(isSummary ? [reading.summaryNote] : []),
  ];
}

/** When and what: "21/01/2025 · Tiếp xã giao · dự kiến". */
export function visitTitle(visit: Visit, { visits }: Locale): string {
  const planned = visit.planned ? ` · ${visits.planned}` : "";
  return `${visits.date(visit)} · ${visits.kind[visit.kind]}${planned}`;
}

/** A line of an answer as it is shown. */
export interface AnswerLine {
  /** `direct`: what was asked for, in our words. `point`: one of several. */
  readonly kind: "direct" | "point" | "plain";
  readonly text: string;
  /** The words that answer, ranges in `text`. */
  readonly spans: readonly TextRange[];
}

/** What of an answer is shown, and in which order. */
interface AnswerLines {
  readonly lines: readonly AnswerLine[];
  /** Those that the lines name, numbered anew from 1. */
  readonly citations: readonly Citation[];
  /** Those whose words stand in no line, so that quoting them adds something; few or none. */
  readonly quoted: readonly Citation[];
}

/** More passages than these are read where they stand. */
const MOST_QUOTED = 3;

/**
 * An answer as a person reads it: the direct line, then the points or one sentence. Below a direct line that one
 * sentence gives, further sentences would only hide it.
 */
export function answerLines(answer: Answer): AnswerLines {
  const { citations, added = [] } = answer;
  if (answer.written) {
    const lines = linesOf(answer.answer).map((line) => ({
      kind: "plain" as const,
      ...lineOf(line, answer, "plain"),
    }));
    // Its words are the model's: what they were held against is shown whole.
    return { lines, citations, quoted: citations };
  }
  const all = linesOf(answer.answer);
  const within = (line: TextRange, kinds: readonly AddedRange["kind"][]) =>
    added.some((one) => kinds.includes(one.kind) && one.start <= line.start && line.end <= one.end);
  const isOurs = (line: TextRange) => within(line, ["direct", "note"]);
  // A remark of ours on top ("Có.") says it where nothing else does.
  const told = all.filter((line) => within(line, ["direct"]));
  const direct = told.length > 0 ? told : all.slice(0, 1).filter(isOurs);
  const cited = (line: TextRange) =>
    citations.filter(({ n }) => answer.answer.slice(line.start, line.end).includes(`[${n}]`));
  const ofDirect = new Set(told.flatMap(cited));
  const telling = all.filter((one) => !isOurs(one) && cited(one).some((c) => ofDirect.has(c)));
  const isOne = answer.isJoined !== true && telling.length > 0;
  const kept = isOne ? all.filter((line) => isOurs(line) || line === telling[0]) : all;
  const points = kept.filter((line) => !isOurs(line) && cited(line).length > 0);
  const named = citations.filter((one) => kept.some((line) => cited(line).includes(one)));
  // An answer that names no number cites all the same.
  const shown = (named.length > 0 ? named : citations).map((one, i) => ({ ...one, n: i + 1 }));
  const numbers = new Map(named.map(({ n }, i) => [String(n), String(i + 1)]));
  const renumbered: Edit = {
    pattern: /\[(\d{1,3})\]/gu,
    shown: ([whole, n]) => (numbers.has(n!) ? `[${numbers.get(n!)}]` : whole!),
  };
  const lines = kept.map((line): AnswerLine => {
    const isPoint = !answer.register && points.length > 1 && points.includes(line);
    const kind = direct.includes(line) ? "direct" : isPoint ? "point" : "plain";
    return { kind, ...edited(edited(lineOf(line, answer, kind), [renumbered]), EDITS) };
  });
  const isTold = (one: Citation) =>
    kept.some((line) => cited(line).includes(one) && isFrom(line, one.quote, answer));
  // A visit's line tells all that its passages were read for.
  const isComplete = answer.register !== undefined || named.some(isTold);
  const quoted = isComplete || shown.length > MOST_QUOTED ? [] : shown;
  return { lines: [...dayLine(answer, lines), ...lines], citations: shown, quoted };
}

/** The day of the one visit that a question for the last or first one means, as the direct line; none for another time's. */
function dayLine(
  { answered, answer, spans, register }: Answer,
  lines: readonly AnswerLine[],
): AnswerLine[] {
  const isOne = register?.intent === "last" || register?.intent === "first";
  if (!answered || !isOne) return [];
  const day = spans.find(({ type }) => type === "date");
  const number = lines.map(({ text }) => /\[\d{1,3}\]/u.exec(text)?.[0]).find((one) => one);
  if (day === undefined || number === undefined) return [];
  const words = answer.slice(day.start, day.end).replace(/^\[|\]$/gu, "");
  return [{ kind: "direct", text: `${words} ${number}`, spans: [] }];
}

function linesOf(text: string): TextRange[] {
  let at = 0;
  return text.split("\n").flatMap((line) => {
    const start = at;
    at += line.length + 1;
    return line.trim() === "" ? [] : [{ start, end: start + line.length }];
  });
}

type Text = Omit<AnswerLine, "kind">;

function lineOf({ start, end }: TextRange, answer: Answer, kind: AnswerLine["kind"]): Text {
  const text = answer.answer.slice(start, end);
  const spans = answer.spans.flatMap((span: AnswerSpan) => {
    const from = Math.max(span.start, start) - start;
    const to = Math.min(span.end, end) - start;
    return from < to ? [{ start: from, end: to }] : [];
  });
  // A point may be a clause.
  return { text: kind === "point" ? text[0]!.toUpperCase() + text.slice(1) : text, spans };
}

interface Edit {
  readonly pattern: RegExp;
  /** In place of a match and its groups. */
  readonly shown: (match: readonly string[]) => string;
}

/** What is shown shorter than an answer has it. */
const EDITS: readonly Edit[] = [
  // "Ngày 21/1 [21/1/2025]" tells the day twice.
  {
    pattern: /(?<![\d/])(\d{1,2}\/\d{1,2}) \[(\d{1,2}\/\d{1,2})\/(\d{4})\]/gu,
    shown: ([whole, told, day, year]) => (told === day ? `${day}[/${year}]` : whole!),
  },
  // "[21/1/2025]:" at the head of a line looks like a misprint.
  {
    pattern: /(?<=^(?:• )?)\[(\d{1,2}\/\d{1,2})\/(\d{4})\](?=:)/gu,
    shown: ([, day, year]) => `${day}[/${year}]`,
  },
  {
    pattern: /(?<=^(?:• )?)\[(\d{1,2} [A-Z][a-z]{2}) (\d{4})\](?=:)/gu,
    shown: ([, day, year]) => `${day} [${year}]`,
  },
  {
    pattern: /(?<=^(?:• )?)\[(\d{4}年)(\d{1,2}月\d{1,2}日)\](?=：)/gu,
    shown: ([, year, day]) => `[${year}]${day}`,
  },
  {
    pattern: /\[\d{1,3}\](?: \[\d{1,3}\]){2,30}/gu,
    shown: ([numbers]) => rowOf(numbers!),
  },
];

/** "[1]–[3]" of "[1] [2] [3]"; numbers that are no row stay. */
function rowOf(written: string): string {
  const numbers = written.match(/\d+/gu)!.map(Number);
  const isRow = numbers.every((n, i) => n === numbers[0]! + i);
  return isRow ? `[${numbers[0]}]–[${numbers.at(-1)}]` : written;
}

/** A line as it is shown, shorter than an answer has it. */
export const shownLine = (text: string): string => edited({ text, spans: [] }, EDITS).text;

/** A line with its edits; its spans move along. */
function edited({ text, spans }: Text, made: readonly Edit[]): Text {
  const edits = made
    .flatMap(({ pattern, shown }) =>
      matchesIn(text, pattern).map((match) => {
        return { start: match.index, end: match.index + match[0].length, text: shown([...match]) };
      }),
    )
    .sort((one, other) => one.start - other.start);
  let result = "";
  let at = 0;
  for (const edit of edits) {
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  const moved = (place: number) =>
    edits.reduce(
      (sum, { start, end, text: shown }) =>
        place <= start ? sum : sum + start + shown.length - Math.min(place, end),
      place,
    );
  return {
    text: result + text.slice(at),
    spans: spans.map(({ start, end }) => ({ start: moved(start), end: moved(end) })),
  };
}

/** True where a line is, but for what was added, words of a quote. */
function isFrom({ start, end }: TextRange, quote: string, { answer, added = [] }: Answer): boolean {
  let own = "";
  let at = start;
  for (const range of added.filter((one) => one.start < end && one.end > start)) {
    own += answer.slice(at, Math.max(at, range.start));
    at = Math.max(at, range.end);
  }
  own += answer.slice(at, end);
  const words = own
    .replace(/ ?\[\d{1,3}\]/gu, "")
    .replace(/^… | …$/gu, "")
    .trim();
  return words !== "" && quote.includes(words);
}
