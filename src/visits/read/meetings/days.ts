import {
  type DateMention,
  dayAfter,
  isPossibleDate,
  NEXT_DAY,
  parseFullDate,
  SAME_DAY,
} from "../../../language/text/index.ts";
import type { Article, PartialDate } from "../../../model/index.ts";
import { PAST } from "./meeting-words.ts";
import type { DaysInTurn, Line } from "./story.ts";

/** Days of a journey, and of what is told of it, lie so near each other. */
const MOST_BETWEEN = 10;
/** A report is written within so many days of what it tells. */
const MOST_DAYS = 31;
const DAY_MS = 24 * 60 * 60 * 1000;
/** Words that refer to the day told before stand at the beginning of a sentence. */
const OPENING_CHARS = 40;
const SAME = new RegExp(`(?:${SAME_DAY})$`, "iu");
const NEXT = new RegExp(`(?:${NEXT_DAY})$`, "iu");
/** "trước ngày 15", "từ ngày 20": a term; "ngày 18 hằng tháng": every month. */
const TERM_BEFORE = /(?<!\p{L})(?:trước|đến|hết|từ|sau|vào|kể từ|chậm nhất) $/iu;
const EVERY_MONTH = /^ (?:hằng|hàng|mỗi|của) tháng|^ (?:âm lịch|giêng)/iu;

/**
 * Settles the days that hang on one told before: "Sáng ngày 18" behind "ngày 18 và 19 tháng 12", "Hôm sau", "cùng ngày".
 *
 * @param lines Of the whole article, in reading order.
 */
export function daysInTurn(
  lines: readonly Line[],
  { blocks, published }: Pick<Article, "blocks" | "published">,
): DaysInTurn {
  const written = published === null ? null : parseFullDate(published);
  const today = written?.day == null ? null : utc(written, written.year!);
  const settled = new Map<number, readonly DateMention[]>();
  let last: PartialDate | null = null;
  // "U Đôm Xay, ngày 10/7" over "Hôm sau, …": the heading has gone on already.
  let inHeading = false;
  for (const { role, block, skeleton } of lines) {
    const { text, words, dates, start } = skeleton;
    if (role !== "body" || PAST.test(text)) continue;
    const isHeading = blocks[block]?.kind === "heading";
    const own: DateMention[] = [];
    for (const mention of dates) {
      const date = settle(mention, words.text, last, today, inHeading);
      const told: DateMention =
        date === null ? mention : { ...mention, kind: "date", precision: "day", date };
      own.push(told);
      if (told.date !== null && isNear(told.date, last, today)) {
        last = told.date;
        inHeading = isHeading;
      }
    }
    if (!isHeading) inHeading = false;
    if (own.some((mention, i) => mention !== dates[i])) settled.set(start, own);
  }
  return settled;
}

/** The day that a mention means, or null where it tells its own or none. */
function settle(
  { start, end, kind, date }: DateMention,
  text: string,
  last: PartialDate | null,
  today: number | null,
  inHeading: boolean,
): PartialDate | null {
  if (kind === "relative") {
    if (last === null || start > OPENING_CHARS) return null;
    const words = text.slice(start, end);
    if (SAME.test(words) || (inHeading && NEXT.test(words))) return last;
    return NEXT.test(words) ? dayAfter(last) : null;
  }
  const isBare = kind === "date" && date?.day != null && date.month === null && date.year === null;
  if (!isBare || TERM_BEFORE.test(text.slice(0, start)) || EVERY_MONTH.test(text.slice(end)))
    return null;
  return nearest(date.day!, last, today);
}

/** A day of a month alone is the nearest such day to the one told last, none in the future. */
function nearest(day: number, last: PartialDate | null, today: number | null): PartialDate | null {
  const year = last?.year ?? (today === null ? 2023 : new Date(today).getUTCFullYear());
  const base = last === null ? today : utc(last, year);
  if (base === null) return null;
  const month = new Date(base).getUTCMonth();
  let best: { readonly gap: number; readonly date: PartialDate } | null = null;
  for (const step of [0, 1, -1]) {
    const at = new Date(Date.UTC(new Date(base).getUTCFullYear(), month + step, day));
    const gap = Math.abs(at.getTime() - base);
    const isFar = last === null ? gap > MOST_DAYS * DAY_MS : gap > MOST_BETWEEN * DAY_MS;
    if (at.getUTCDate() !== day || isFar) continue;
    if (today !== null && last === null && at.getTime() > today) continue;
    const date = { year: last?.year ?? null, month: at.getUTCMonth() + 1, day };
    if (best === null || gap < best.gap) best = { gap, date };
  }
  return best?.date ?? null;
}

/** True where a day may be one of what the article tells of. */
function isNear(date: PartialDate, last: PartialDate | null, today: number | null): boolean {
  if (date.day === null || date.month === null || !isPossibleDate(date)) return false;
  const year =
    date.year ?? (today === null ? (last?.year ?? 2023) : new Date(today).getUTCFullYear());
  const at = utc(date, year);
  if (today !== null)
    return [at, utc(date, year - 1)].some((one) => Math.abs(today - one) <= MOST_DAYS * DAY_MS);
  return last === null || Math.abs(at - utc(last, last.year ?? year)) <= MOST_BETWEEN * DAY_MS;
}

const utc = ({ month, day }: PartialDate, year: number): number => Date.UTC(year, month! - 1, day!);
