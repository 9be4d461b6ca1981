import {
  coveredYear,
  type DateMention,
  datesIn,
  isAnnounced,
  settledDate,
  settleYear,
} from "../../language/text/index.ts";
import type { Article, PartialDate } from "../../model/index.ts";
import type { Insertion } from "./shown.ts";
import { publishedOn } from "./told-dates.ts";

/** The day an article was written: that of publication, unless its own text tells of quite another time. */
function writtenOn(article: Article): PartialDate | null {
  const day = publishedOn(article);
  const { event } = article;
  if (day === null || event === null) return day;
  const { date } = event;
  if (date.day === null || date.month === null) return day;
  // Whether it lies ahead does not matter here.
  const near = settleYear(date, day, true);
  return near !== null && (date.year === null || date.year === near) ? day : null;
}

/**
 * Years that an article itself puts to a day and month, or, where its own day doesn't settle it, to that month or
 * quarter ("trong tháng 7/2024"), or to all that it tells; null where it gives none or several.
 */
function yearIn(
  article: Article,
  settled: (date: PartialDate) => number | null,
): (date: PartialDate) => number | null {
  const { title, text } = article;
  const full = datesIn(`${title}\n${text}`).flatMap(({ date, endDate }) => {
    const last = endDate ?? date;
    return date?.month != null && date.year !== null && last?.month != null
      ? [{ first: date, last: { ...last, year: last.year ?? date.year } }]
      : [];
  });
  const only = (years: Iterable<number | null>): number | null => {
    const distinct = [...new Set(years)];
    return distinct.length === 1 ? distinct[0]! : null;
  };
  return (asked) => {
    const { day, month } = asked;
    const same = full.filter(({ first, last }) =>
      [first, last].some((one) => one.day !== null && one.day === day && one.month === month),
    );
    if (same.length > 0) return only(same.map(({ first }) => first.year));
    const own = settled(asked);
    if (own !== null) return own;
    const written = publishedOn(article);
    const covered = coveredYear(asked, title, written);
    if (covered !== null) return covered;
    const around = full.filter(
      ({ first, last }) =>
        first.day === null &&
        first.year === last.year &&
        month !== null &&
        first.month! <= month &&
        month <= last.month!,
    );
    const told = only(around.map(({ first }) => first.year));
    // What is to come is told of another day.
    return told !== null && written !== null && told > written.year! ? null : told;
  };
}

/** A date of a sentence that leaves a part open, and what it means in full where that is settled. */
interface OpenDate {
  readonly mention: DateMention;
  readonly settled: string | null;
}

/** The dates of a sentence that don't say the year, or the day, by themselves. */
export function openDates(sentence: string, article: Article): OpenDate[] {
  const mentions = datesIn(sentence);
  const written = writtenOn(article);
  const announced = isAnnounced(sentence);
  let yearOf: ((date: PartialDate) => number | null) | null = null;
  return mentions.flatMap((mention): OpenDate[] => {
    const isOpen =
      mention.kind === "relative" || (mention.date?.day != null && mention.date.year === null);
    if (!isOpen) return [];
    yearOf ??= yearIn(article, (date) =>
      written === null ? null : settleYear(date, written, announced),
    );
    const words = sentence.slice(mention.start, mention.end);
    return [{ mention, settled: settledDate(mention, words, written, yearOf, announced) }];
  });
}

/** Full dates to stand behind those dates of a sentence that publication or text settles, each once. */
export function dateInsertions(dates: readonly OpenDate[], sentence: string): Insertion[] {
  const seen = new Set<string>();
  return dates.flatMap(({ mention, settled }): Insertion[] => {
    // "sáng nay (21/1)", "hôm nay, 21/1": the date stands there already.
    const followed = /^(?:,? ngày|,)?\s*\(?\d/u.test(sentence.slice(mention.end));
    if (settled === null || seen.has(settled) || followed) return [];
    seen.add(settled);
    return [{ at: mention.end, text: settled, kind: "date" }];
  });
}
