import type { Article } from "../ingest/article.ts";
import { type DateMention, datesIn } from "../text/dates.ts";
import { type PartialDate, parseFullDate } from "../text/partial-date.ts";
import { settledDate, settleYear } from "../text/settle-date.ts";
import type { Insertion } from "./shown.ts";

/** The day an article was written: that of publication, unless its own text tells of quite another time. */
function writtenOn({ published, event }: Article): PartialDate | null {
  const day = published === null ? null : parseFullDate(published);
  if (day === null || event === null) return day;
  const { date } = event;
  if (date.day === null || date.month === null) return day;
  const near = settleYear(date, day);
  return near !== null && (date.year === null || date.year === near) ? day : null;
}

/** Years that an article itself puts to a day and month; null where it gives none or several. */
function yearIn({ title, text }: Article): (date: PartialDate) => number | null {
  const full = datesIn(`${title}\n${text}`).flatMap(({ date, endDate }) =>
    [date, endDate].filter((one) => one?.year != null && one.day !== null),
  );
  return ({ day, month }) => {
    const years = new Set(
      full.filter((one) => one!.day === day && one!.month === month).map((one) => one!.year),
    );
    return years.size === 1 ? [...years][0]! : null;
  };
}

/** A date of a sentence that leaves a part open, and what it means in full where that is settled. */
export interface OpenDate {
  readonly mention: DateMention;
  readonly settled: string | null;
}

/** The dates of a sentence that don't say the year, or the day, by themselves. */
export function openDates(sentence: string, article: Article): OpenDate[] {
  const mentions = datesIn(sentence);
  const written = writtenOn(article);
  let yearOf: ((date: PartialDate) => number | null) | null = null;
  return mentions.flatMap((mention): OpenDate[] => {
    const isOpen =
      mention.kind === "relative" || (mention.date?.day != null && mention.date.year === null);
    if (!isOpen) return [];
    yearOf ??= yearIn(article);
    const words = sentence.slice(mention.start, mention.end);
    return [{ mention, settled: settledDate(mention, words, written, yearOf) }];
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
