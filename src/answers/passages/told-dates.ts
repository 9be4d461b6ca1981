import {
  coveredYear,
  datesIn,
  parseFullDate,
  settleRelative,
  settleYear,
  UNKNOWN_DATE,
} from "../../language/text/index.ts";
import type { Article, PartialDate } from "../../model/index.ts";

/** A day, month or year that a text tells, or a span of them, and where it stands. */
interface ToldDate {
  readonly first: PartialDate;
  readonly last: PartialDate;
  readonly start: number;
  readonly end: number;
}

/** How the dates of an article are read; without any of it as they stand. */
interface DateReading {
  /**
   * The year of a day or month that is told without one: the one that the title covers, else that of the article's event,
   * else of its publication ("own"); the same, but for a text that names another year and no more ("named"); the one in which it lies near the
   * publication, else the one that the title covers ("near").
   */
  readonly year?: "own" | "named" | "near";
  /** True: "sáng nay" is the day that it means where the day of publication is known; else it is left out. */
  readonly relative?: true;
  /** True: "năm 2019" is a date as well. */
  readonly bareYears?: true;
}

/** The day on which an article appeared; null where it is not known whole. */
export const publishedOn = ({ published }: Pick<Article, "published">): PartialDate | null =>
  published === null ? null : parseFullDate(published);

/** When an article's event took place, else when it appeared. */
export function dateOf(article: Article): PartialDate {
  const printed = publishedOn(article);
  if (article.event === null) return printed ?? UNKNOWN_DATE;
  const { date } = article.event;
  if (date.year !== null || printed === null || date.month === null)
    return { ...date, year: date.year ?? printed?.year ?? null };
  // A report appears soon after what it tells, a review within the next year.
  const near = settleYear(date, printed, true) ?? coveredYear(date, article.title, printed);
  return { ...date, year: near ?? printed.year };
}

/**
 * The dates that a text of an article tells, in order: the one reader of days for what is told of a meeting.
 *
 * @param text Of the article, or its rendering.
 */
export function toldDates(text: string, article: Article, reading: DateReading = {}): ToldDate[] {
  const { relative, bareYears = false } = reading;
  const printed = publishedOn(article);
  const yearOf = yearReader(text, article, reading.year ?? null);
  const filled = (date: PartialDate, end: PartialDate | null): PartialDate =>
    date.year === null && date.month !== null ? { ...date, year: yearOf(date, end) } : date;
  return datesIn(text, { bareYears }).flatMap(({ kind, date, endDate, start, end }) => {
    const isSettled = kind === "relative" && date === null;
    const told = !isSettled
      ? date
      : relative && printed !== null
        ? settleRelative(text.slice(start, end).toLowerCase(), printed)
        : null;
    if (told === null) return [];
    return { first: filled(told, endDate), last: filled(endDate ?? told, endDate), start, end };
  });
}

/** The year of a date that leaves it out, by one of the readings. */
function yearReader(
  text: string,
  article: Article,
  reading: DateReading["year"] | null,
): (date: PartialDate, end: PartialDate | null) => number | null {
  if (reading === null) return () => null;
  const printed = publishedOn(article);
  const covered = (date: PartialDate) => coveredYear(date, article.title, printed);
  if (reading === "near")
    return (date, end) =>
      end?.year ?? (printed === null ? null : settleYear(date, printed, false)) ?? covered(date);
  const own = dateOf(article).year;
  if (reading === "own") return (date) => covered(date) ?? own;
  const named = [...new Set(text.match(/(?<!\d)(?:19|20)\d\d(?!\d)/gu) ?? [])].map(Number);
  const year = named.length === 0 ? own : named.length === 1 ? named[0]! : null;
  return (date) => covered(date) ?? year;
}
