import type { PartialDate } from "../../model/index.ts";
import {
  type DatePatterns,
  type DateShape,
  datePatterns,
  fullYear,
  MONTH_OF_WORD,
  QUARTER_OF_WORD,
} from "./date-patterns.ts";
import { type FoundDate, joinRanges } from "./date-ranges.ts";
import { fold, hasMarks } from "./fold.ts";
import { matchesIn } from "./matches.ts";
import { isPossibleDate } from "./partial-date.ts";
import { rememberedTexts } from "./remember.ts";

/** A date, span, clock time or relative day written in a text. */
export interface DateMention {
  /** UTF-16 range of the words, with `ngày`, `sáng` … in front of the digits. */
  readonly start: number;
  readonly end: number;
  /**
   * `relative`: hôm nay, tuần trước …, which no text alone settles. `time`: a clock time. `lunar`: a day or month of
   * the lunar calendar, which is quoted as written and never converted.
   */
  readonly kind: "date" | "range" | "time" | "relative" | "lunar";
  /** The finest part that is known. */
  readonly precision: "day" | "month" | "year" | "minute" | "none";
  /** The date, or the first of a range; null for `time`, `relative` and `lunar`. */
  readonly date: PartialDate | null;
  /** The last date of a range, else null. */
  readonly endDate: PartialDate | null;
  /** Clock time, hours 0 to 24; else null. */
  readonly time: { readonly hour: number; readonly minute: number } | null;
}

/** What `datesIn` may take besides. */
export interface DateOptions {
  /** Take a year with no word around it: for short questions (`tiếp đoàn Bằng Tường 2025`). Default false. */
  readonly bareYears?: boolean;
}

/**
 * Finds the dates, spans of dates, clock times and relative days in a text, in order, none overlapping.
 *
 * Reads Vietnamese as written with or without marks, and the English and Chinese forms of questions.
 * A part that the text leaves out stays null; an impossible date (`31/2`, `35/10`) is none. Scores, fractions
 * (`4/6 đại biểu`), numbers of documents, border markers and telephones are not taken for dates.
 */
export function datesIn(text: string, options: DateOptions = {}): readonly DateMention[] {
  return options.bareYears ? readDates(text, options) : rememberedDates(text);
}

const rememberedDates = rememberedTexts((text) => readDates(text, {}));

function readDates(text: string, options: DateOptions): DateMention[] {
  const patterns = datePatterns(hasMarks(text));
  const taken = new Uint8Array(text.length);
  const lower = text.toLowerCase();
  const { needs } = patterns;
  const mentions = needs.lunar.test(lower) ? lunarIn(text, patterns) : [];
  for (const { start, end } of mentions) taken.fill(1, start, end);
  if (HAS_DATE.test(text)) {
    for (const found of findDates(text, lower, patterns, options, taken))
      mentions.push(dateMention(text, found, patterns));
    for (const { start, end } of mentions) taken.fill(1, start, end);
  }
  const others = [
    ...(needs.time.test(lower) ? timesIn(text, patterns) : []),
    ...(needs.relative.test(lower) ? relativesIn(text, patterns) : []),
  ];
  for (const mention of others) {
    if (taken.subarray(mention.start, mention.end).includes(1)) continue;
    taken.fill(1, mention.start, mention.end);
    mentions.push(mention);
  }
  return mentions.sort((a, b) => a.start - b.start);
}

/** Without a digit or the number of a quarter no date of the solar calendar is read. */
const HAS_DATE = /\d|qu[ýy] i/iu;

/**
 * @param lower The text in lower case.
 * @param taken Characters that belong to other mentions; those of the dates found are marked in it. */
function findDates(
  text: string,
  lower: string,
  patterns: DatePatterns,
  options: DateOptions,
  taken: Uint8Array,
): FoundDate[] {
  const found: FoundDate[] = [];
  const shapes = options.bareYears ? [...patterns.shapes, patterns.bareYear] : patterns.shapes;
  for (const shape of shapes) {
    if (!shape.needs.test(lower)) continue;
    for (const match of matchesIn(text, shape.pattern)) {
      const range = { start: match.index, end: match.index + match[0].length };
      const read = readMatch(match);
      if (read === null || taken.subarray(range.start, range.end).includes(1)) continue;
      if (!hasEvidence(text, shape, range, read.date, patterns)) continue;
      taken.fill(1, range.start, range.end);
      found.push({ ...range, ...read });
    }
  }
  found.sort((a, b) => a.start - b.start);
  return joinRanges(text, found, patterns);
}

function readMatch(match: RegExpExecArray): Pick<FoundDate, "date" | "endDate"> | null {
  const { d, d2, m, y, y2, q, yy } = match.groups ?? {};
  const year = y !== undefined ? Number(y) : y2 !== undefined ? fullYear(Number(y2)) : null;
  if (q !== undefined) {
    const last = 3 * QUARTER_OF_WORD[fold(q)]!;
    return {
      date: { year, month: last - 2, day: null },
      endDate: { year, month: last, day: null },
    };
  }
  const word = m === undefined ? "" : fold(m);
  const date = {
    year,
    month:
      m === undefined
        ? null
        : /^\d/u.test(m)
          ? Number(m)
          : (MONTH_OF_WORD[word] ?? MONTH_OF_WORD[word.slice(0, 3)] ?? null),
    day: d === undefined ? null : Number(d),
  };
  if (!isPossibleDate(date)) return null;
  if (d2 !== undefined) {
    const last = { ...date, day: Number(d2) };
    return isPossibleDate(last) && last.day > date.day!
      ? { date, endDate: last }
      : { date, endDate: null };
  }
  const endDate = yy === undefined ? null : { year: Number(yy), month: null, day: null };
  return endDate !== null && endDate.year <= date.year! ? null : { date, endDate };
}

function hasEvidence(
  text: string,
  shape: DateShape,
  range: { start: number; end: number },
  date: PartialDate,
  patterns: DatePatterns,
): boolean {
  if (shape.evidence === "none") return true;
  const before = text.slice(Math.max(0, range.start - 40), range.start);
  if (shape.evidence === "years")
    return patterns.yearsCue.test(before) || !/^\d/u.test(text[range.start]!);
  // `từ ngày 2 đến 4-11`: the cue stands before the first day of the span.
  const first = patterns.dayBefore.exec(before) ?? patterns.daysBefore.exec(before);
  // `từ ngày 29.8 – 2.9`: what is written like the day before it is one as well.
  const like = patterns.likeBefore.exec(before);
  const cue = before.slice(
    0,
    Math.min(first?.index ?? before.length, like?.index ?? before.length),
  );
  if (patterns.strongCue.test(cue)) return true;
  if (shape.evidence === "word") return isInDottedSpan(text, range, patterns);
  if (patterns.counted.test(text.slice(range.end, range.end + 16))) return false;
  if (date.day! > date.month! || first !== null || patterns.weakCue.test(cue)) return true;
  // A diary: "12/12, 8 giờ 30. Hội đàm …".
  return (
    before.slice(before.lastIndexOf("\n") + 1).trim() === "" &&
    HOUR_BEHIND.test(text.slice(range.end, range.end + 12))
  );
}

/** An hour or a part of the day right behind a day that opens a line. */
const HOUR_BEHIND = /^,? (?:\d{1,2} ?(?:giờ|h(?!\p{L}))|sáng|trưa|chiều|tối)/iu;

/** "từ 29.8 đến 2.9": two days with stops, joined as a span. */
function isInDottedSpan(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
  { dottedSpan }: DatePatterns,
): boolean {
  const from = Math.max(0, start - 32);
  return matchesIn(text.slice(from, end + 32), dottedSpan).some(
    ({ index, 0: { length } }) => from + index <= start && end <= from + index + length,
  );
}

function dateMention(text: string, found: FoundDate, patterns: DatePatterns): DateMention {
  const from = Math.max(0, found.start - 24);
  const lead = patterns.lead.exec(text.slice(from, found.start));
  const { date } = found;
  return {
    start: lead === null || lead[0].endsWith("(") ? found.start : from + lead.index,
    end: found.end,
    kind: found.endDate === null ? "date" : "range",
    precision: date.day !== null ? "day" : date.month !== null ? "month" : "year",
    date,
    endDate: found.endDate,
    time: null,
  };
}

function timesIn(text: string, patterns: DatePatterns): DateMention[] {
  const found: DateMention[] = [];
  for (const match of matchesIn(text, patterns.time)) {
    const groups = match.groups ?? {};
    const written = groups.min ?? groups.min2 ?? groups.min3;
    const minute = groups.half === undefined ? Number(written ?? 0) : 30;
    const before = text.slice(Math.max(0, match.index - 12), match.index);
    // `kéo dài 3 giờ` is a length of time, `trước 3h25` is not.
    if (written === undefined && patterns.lasting.test(before)) continue;
    found.push({
      ...nothing(match),
      kind: "time",
      precision: "minute",
      time: { hour: Number(groups.h), minute },
    });
  }
  return found;
}

function lunarIn(text: string, patterns: DatePatterns): DateMention[] {
  return matchesIn(text, patterns.lunar).map((match) => ({
    ...nothing(match),
    kind: "lunar",
    precision: /^th[áa]ng/iu.test(match[0]) ? "month" : "day",
  }));
}

function relativesIn(text: string, patterns: DatePatterns): DateMention[] {
  return matchesIn(text, patterns.relative).map(nothing);
}

function nothing(match: RegExpExecArray): DateMention {
  return {
    start: match.index,
    end: match.index + match[0].length,
    kind: "relative",
    precision: "none",
    date: null,
    endDate: null,
    time: null,
  };
}
