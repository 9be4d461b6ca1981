import { coveredYear, datesIn } from "../../language/text/index.ts";
import type { Article, PartialDate } from "../../model/index.ts";
import { publishedOn } from "./told-dates.ts";

/** Days, months or quarters that a question or an article names; the last one is included. */
export interface NamedTime {
  readonly first: PartialDate;
  readonly last: PartialDate;
  /** The words of a question. */
  readonly words: string;
}

/** "dịp 1/6", "chào mừng 30/4": what is celebrated, not when it took place. */
const OCCASION =
  /(?<!\p{L})(?:dịp|dip|nhân ngày|nhan ngay|kỷ niệm|ky niem|chào mừng|chao mung|mừng|ngày lễ|ngay le|quốc khánh|quoc khanh)(?: ngày| ngay| lễ| le)? ?\(?$/iu;
/** A report appears on the day of what it tells, or soon after. */
const REPORT_DAYS = 3;

/** The days, months and quarters that a question names by number. */
export function timesAsked(text: string): NamedTime[] {
  return datesIn(text).flatMap(({ date, endDate, start, end }) =>
    date === null || date.month === null || OCCASION.test(text.slice(0, start))
      ? []
      : [{ first: date, last: endDate ?? date, words: text.slice(start, end) }],
  );
}

/** What an article says of when it happened. */
interface ArticleTimes {
  readonly told: readonly NamedTime[];
  /** Publication day, where it is known. */
  readonly published: PartialDate | null;
  /** The year of days told without one; null where it is not known. */
  readonly year: number | null;
  /** True where that is only the one year that the report names: it may have been written in the next. */
  readonly supposed: boolean;
}

/** Reads the days and months that an article names, once for all questions. */
export function timesOf(article: Article): ArticleTimes {
  const { title, text, event } = article;
  const day = publishedOn(article);
  // A year's review tells of its days without their year.
  const inReview = (date: PartialDate) =>
    date.year === null ? { ...date, year: coveredYear(date, title, day) } : date;
  const told = timesAsked(`${title}\n${text}`).map(({ first, last, words }) => ({
    first: last.year === null ? inReview(first) : first,
    last: first.year === null ? inReview(last) : last,
    words,
  }));
  const set = event?.set
    ? [{ first: event.date, last: event.endDate ?? event.date, words: "" }]
    : [];
  const years = new Set(told.flatMap(({ last }) => (last.year === null ? [] : [last.year])));
  const known = (event?.set ? event.date.year : null) ?? day?.year ?? event?.date.year ?? null;
  return {
    told: [...set, ...told],
    published: day,
    // A report that nobody dated is of the one year that it names.
    year: known ?? (years.size === 1 ? [...years][0]! : null),
    supposed: known === null,
  };
}

/** True where an article names days, and the asked one is none of them, nor about the day on which it appeared. */
export function contradictsTime(
  asked: NamedTime,
  { told, published, year, supposed }: ArticleTimes,
): boolean {
  if (told.length === 0 && published === null) return false;
  if (told.some((time) => meets(asked, time, year))) return false;
  if (supposed && year !== null && told.some((time) => meets(asked, time, year + 1))) return false;
  if (published === null) return true;
  const isDay = asked.first.day !== null;
  const tellsDay = told.some(({ first }) => first.day !== null);
  if (isDay && tellsDay)
    return !meets(asked, { first: published, last: published, words: "" }, year);
  return !(isDay
    ? isAbout(asked, published)
    : meets(asked, { first: published, last: published, words: "" }, year));
}

/** True where the asked time and a told one share a day, or a month where one of them names no day. */
function meets(asked: NamedTime, told: NamedTime, ownYear: number | null): boolean {
  const askedYear = asked.first.year;
  const toldYear = told.first.year ?? told.last.year ?? ownYear;
  if (askedYear !== null && toldYear !== null) {
    // A day told without its year in January may be of the December before.
    const off = Math.abs(askedYear - toldYear);
    const own = told.first.year === null && told.last.year === null;
    if (
      off > 0 &&
      !(own && off === 1 && Math.abs((asked.first.month ?? 0) - (told.first.month ?? 0)) >= 10)
    )
      return false;
  }
  // A month is no answer to a question for a day of it.
  if (asked.first.day !== null && told.first.day === null) return false;
  const value = (date: PartialDate, open: number) =>
    100 * (date.month ?? 0) + (asked.first.day === null ? 0 : (date.day ?? open));
  return (
    value(asked.first, 1) <= value(told.last, 31) && value(told.first, 1) <= value(asked.last, 31)
  );
}

function isAbout({ first }: NamedTime, published: PartialDate): boolean {
  if (first.year !== null && published.year !== null && first.year !== published.year) return false;
  const days = ({ month, day }: PartialDate) => 31 * (month ?? 0) + (day ?? 0);
  const apart = days(published) - days(first);
  return apart >= 0 && apart <= REPORT_DAYS;
}
