import {
  comparePartialDates,
  type DateMention,
  datesIn,
  fold,
  foldAligned,
  hasMarks,
  isoDate,
  isPossibleDate,
  matchesIn,
} from "../../../language/text/index.ts";
import type { PartialDate } from "../../../model/index.ts";

/** A range of the question's text that is understood. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** When the visits that are meant took place. */
interface Period {
  /** First and last day, `YYYY-MM-DD`; null where the question sets none. */
  readonly from: string | null;
  readonly to: string | null;
  /** Words that name a date which no calendar has. */
  readonly impossible: string | null;
  readonly ranges: readonly TextRange[];
}

/** "6 tháng cuối năm 2025", "nửa đầu 2025", folded. */
const PART_OF_YEAR =
  /(?<![a-z0-9])(?:(\d|ba|sau|chin) thang|nua)(?: nam)? (dau|cuoi)(?: nam)? ((?:19|20)\d\d)(?![0-9])/u;
const COUNTED: Readonly<Record<string, number>> = { ba: 3, sau: 6, chin: 9 };

/** The first or last months of a year; null where none are named. */
function partOfYear(folded: string) {
  const match = PART_OF_YEAR.exec(folded);
  if (match === null) return null;
  const [words, count = "6", side, year] = match;
  const months = COUNTED[count] ?? Number(count);
  const of = (month: number) => ({ year: Number(year), month, day: null });
  const at = { start: match.index, end: match.index + words.length };
  return side === "dau"
    ? { ...at, first: of(1), last: of(months) }
    : { ...at, first: of(13 - months), last: of(12) };
}

const BEFORE = /(?:^| )(?:(?:tu )?truoc|den truoc)(?: (?:nam|thang|ngay|khi het))*[ ]?$/u;
const AFTER = /(?:^| )(?:sau|tu sau|ke tu sau)(?: (?:nam|thang|ngay))*[ ]?$/u;
const SINCE = /(?:^| )(?:ke tu|tinh tu|tu)(?: (?:dau|giua))?(?: (?:nam|thang|ngay))*[ ]?$/u;
const UNTIL = /(?:^| )(?:cho den|tinh den|den het|den cuoi|den|toi)(?: (?:nam|thang|ngay))*[ ]?$/u;
/** Behind the date: "năm 2015 trở về trước"; a bare "trước" where Chinese has 以前. */
const BEFORE_TAIL = /^ (?:(?<incl>tro ve truoc|ve truoc)|truoc)(?! khi)(?= |$)/u;
const AFTER_TAIL = /^ (?:tro di|tro lai day|tro lai|den nay|toi nay|sau)(?! khi)(?= |$)/u;
const IMPOSSIBLE =
  /(?<![\p{L}\p{N}/.-])(?:thang (?:1[3-9]|[2-9]\d|\d{3}|0)(?!\d)(?:(?: nam |\/)\d{4})?|nam (?:0|[3-9]\d{3}|\d{5,}|2[1-9]\d\d)(?!\d)|ngay (?:3[2-9]|[4-9]\d)(?!\d)(?:[/-]\d{1,2})?(?:[/-]\d{4})?|(\d{1,2})[/-](\d{1,2})(?:[/-](\d{4}))?)(?![\p{L}\p{N}/-])/gu;

const lastDayOf = ({ year, month, day }: PartialDate & { year: number }): string => {
  const lastMonth = month ?? 12;
  const lastDay = day ?? new Date(Date.UTC(year, lastMonth, 0)).getUTCDate();
  return isoDate({ year, month: lastMonth, day: lastDay })!;
};

const firstDayOf = ({ year, month, day }: PartialDate & { year: number }): string =>
  isoDate({ year, month: month ?? 1, day: day ?? 1 })!;

function shiftDay(iso: string, days: number): string {
  return new Date(Date.parse(`${iso}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** "năm ngoái", "tháng này": a year or month that the day of asking settles. */
function relativePeriod(words: string, today: string): PartialDate | null {
  const [year, month] = today.split("-").map(Number) as [number, number];
  const shift = /(?:truoc|ngoai|qua)$/u.test(words) ? -1 : /(?:sau|toi)$/u.test(words) ? 1 : 0;
  if (words.startsWith("nam")) return { year: year + shift, month: null, day: null };
  if (!words.startsWith("thang")) return words === "hom nay" ? dayOf(today) : null;
  const index = year * 12 + month - 1 + shift;
  return { year: Math.floor(index / 12), month: (index % 12) + 1, day: null };
}

function dayOf(iso: string): PartialDate {
  const [year, month, day] = iso.split("-").map(Number) as [number, number, number];
  return { year, month, day };
}

interface Named {
  readonly first: PartialDate & { year: number };
  readonly last: PartialDate & { year: number };
  readonly start: number;
  readonly end: number;
}

/** With its marks: "Việt Nam tới Lào" is no "năm tới". */
const RELATIVE =
  /(?<![\p{L}\p{N}])(?:(?:năm|tháng) (?:nay|trước|ngoái|qua|sau|tới)|hôm nay)(?![\p{L}\p{N}])/giu;
const UNMARKED_RELATIVE =
  /(?<![\p{L}\p{N}]|viet )(?:(?:nam|thang) (?:nay|truoc|ngoai|qua|sau|toi)|hom nay)(?![\p{L}\p{N}])/giu;

/** The dates of a question whose year is known or, for a bare day or month, the present one. */
function namedDates(text: string, today: string): Named[] {
  const thisYear = Number(today.slice(0, 4));
  const whole = (date: PartialDate) => ({ ...date, year: date.year ?? thisYear });
  const part = partOfYear(foldAligned(text));
  if (part !== null) return [part];
  const written = datesIn(text, { bareYears: true }).flatMap((mention): Named[] => {
    const { date, endDate, start, end } = mention;
    if (date === null || (date.year === null && date.month === null)) return [];
    const first = whole(date);
    return [{ first, last: endDate === null ? first : whole(endDate), start, end }];
  });
  for (const match of matchesIn(text, hasMarks(text) ? RELATIVE : UNMARKED_RELATIVE)) {
    const date = relativePeriod(fold(match[0]), today);
    if (date === null) continue;
    const range = { start: match.index, end: match.index + match[0].length };
    if (written.some(({ start, end }) => range.start < end && start < range.end)) continue;
    const first = whole(date);
    written.push({ first, last: first, ...range });
  }
  return written.sort((a, b) => a.start - b.start);
}

function impossibleIn(text: string, folded: string): (TextRange & { words: string }) | null {
  for (const match of matchesIn(folded, IMPOSSIBLE)) {
    const [words, day, month, year] = match;
    const range = { start: match.index, end: match.index + words.length };
    const date = {
      year: year === undefined ? null : Number(year),
      month: Number(month),
      day: Number(day),
    };
    // "3/2024" is a month, "4/6" may be one of both.
    if (day !== undefined && (isPossibleDate(date) || (Number(month) < 32 && Number(day) < 13)))
      continue;
    return { ...range, words: text.slice(range.start, range.end) };
  }
  return null;
}

/**
 * Reads the time that a question sets: "năm 2022", "trước 2015", "từ tháng 3 đến tháng 5/2024", "năm ngoái".
 *
 * @param text Vietnamese question.
 * @param today `YYYY-MM-DD`; settles "năm ngoái", and the year of a bare month.
 */
export function readPeriod(text: string, today: string): Period {
  const folded = foldAligned(text);
  const impossible = impossibleIn(text, folded);
  const named = namedDates(text, today);
  const ranges: TextRange[] = impossible === null ? [] : [impossible];
  let from: string | null = null;
  let to: string | null = null;
  named.forEach(({ first, last, start, end }, i) => {
    const lead = folded.slice(0, start);
    const sinceThis = SINCE.exec(lead);
    const word = BEFORE.exec(lead) ?? AFTER.exec(lead) ?? sinceThis ?? UNTIL.exec(lead);
    const tail = folded.slice(end);
    const tailWord = BEFORE_TAIL.exec(tail) ?? AFTER_TAIL.exec(tail);
    ranges.push({
      start: word === null ? start : word.index,
      end: end + (tailWord?.[0].length ?? 0),
    });
    const follows = i > 0;
    const isSpan = first !== last;
    if (BEFORE.test(lead)) to = shiftDay(firstDayOf(first), -1);
    else if (AFTER.test(lead)) from = shiftDay(lastDayOf(last), 1);
    else if (BEFORE_TAIL.test(tail))
      to = tailWord?.groups?.incl ? lastDayOf(last) : shiftDay(firstDayOf(first), -1);
    else if (AFTER_TAIL.test(tail)) from = firstDayOf(first);
    else if (sinceThis !== null && !isSpan) from = firstDayOf(first);
    else if (UNTIL.test(lead)) to = lastDayOf(last);
    else if (!follows) [from, to] = [firstDayOf(first), lastDayOf(last)];
    // "giữa 2011 và 2015", "2011, 2012": up to the last one named.
    else to = lastDayOf(last);
    if (from !== null && to !== null && from > to) [from, to] = [to, from];
  });
  return { from, to, impossible: impossible?.words ?? null, ranges };
}

/** A time that a question sets, as far as it names it; of a span both ends. */
export interface AskedTime {
  readonly first: PartialDate;
  readonly last: PartialDate;
}

/** Before and behind a time up to which or from which all is meant, folded. */
const UP_TO = /(?:^| )(?:tinh den|tinh toi|cho den|cho toi|den het)(?: (?:nam|thang|ngay))* ?$/u;
/** "Trước cuộc gặp tháng 10/2025": what was before it is meant. */
const BEFORE_MEETING = /(?:^| )truoc (?:cuoc|lan|buoi|chuyen|dot|hoi|ky)(?: [a-z]{2,7}){0,3}? $/u;
const EVER_SINCE = /(?:^| )(?:ke tu|tinh tu)(?: (?:dau|giua))?(?: (?:nam|thang|ngay))* ?$/u;
/** "từ tháng 9/2024 đến hết 2025": the two ends of one span, by the words between them. */
const TO =
  /^(?: |,? (?:cho )?(?:den|toi)(?: (?:het|cuoi|dau|giua))?(?: (?:nam|thang|quy|ngay))* ?)$/u;
const TO_DATE = /^ (?:tro lai day|tro di|tro lai|den nay|toi nay|den gio|toi gio)(?= |\W|$)/u;
const FIRST_YEAR = 1900;
const LAST_YEAR = 9999;

/** "từ năm 2021 trở lại đây", "tính tới 2025": the span as far as it is open. */
function opened(first: PartialDate, last: PartialDate, lead: string, tail: string): AskedTime {
  if (SINCE.test(lead) && TO_DATE.test(tail))
    return { first, last: { year: LAST_YEAR, month: null, day: null } };
  // "kể từ 2019" ends nowhere, whatever stands behind it.
  if (EVER_SINCE.test(lead) && !/^ (?:cho )?(?:den|toi) /u.test(tail))
    return { first, last: { year: LAST_YEAR, month: null, day: null } };
  if (UP_TO.test(lead) || BEFORE_MEETING.test(lead))
    return { first: { year: FIRST_YEAR, month: null, day: null }, last };
  return { first, last };
}

/** True where two dates that follow one another are the ends of a span. */
function isSpan(
  first: DateMention | undefined,
  last: DateMention | undefined,
  folded: string,
): boolean {
  if (first?.date == null || last?.date == null || first.endDate !== null) return false;
  if (first.date.year === null || last.date.year === null) return false;
  // "từ tháng 9/2025 đến hết năm 2025": a year ends with its last month.
  const ends = { ...last.date, month: last.date.month ?? 12, day: last.date.day ?? 31 };
  if (comparePartialDates(first.date, ends) >= 0) return false;
  const between = folded.slice(first.end, last.start);
  return SINCE.test(folded.slice(0, first.start)) && TO.test(between);
}

/** The days, months, quarters and years that a text names. */
export function timesIn(text: string): AskedTime[] {
  const folded = foldAligned(text);
  const part = partOfYear(folded);
  if (part !== null) return [part];
  const dates = datesIn(text, { bareYears: true });
  const found = dates.flatMap(({ date, endDate, start, end }, i): AskedTime[] => {
    if (date === null || !isPossibleDate(date)) return [];
    const isEnd = isSpan(dates[i - 1], dates[i], folded);
    if (isEnd) return [];
    const last = isSpan(dates[i], dates[i + 1], folded) ? dates[i + 1]!.date : null;
    if (last !== null) return [{ first: date, last }];
    return [opened(date, endDate ?? date, folded.slice(0, start), folded.slice(end))];
  });
  const quarter = found.find(isQuarter);
  if (quarter === undefined) return found;
  // "Năm 2024, quý 3": the quarter is meant, of the year that stands beside it.
  const year =
    quarter.first.year ?? found.find(({ first }) => first.year !== null)?.first.year ?? null;
  return [{ first: { ...quarter.first, year }, last: { ...quarter.last, year } }];
}

/** True for three months from the beginning of a quarter. */
const isQuarter = ({ first, last }: AskedTime): boolean =>
  first.month !== null &&
  first.month % 3 === 1 &&
  last.month === first.month + 2 &&
  first.day === null &&
  last.day === null &&
  first.year === last.year;
