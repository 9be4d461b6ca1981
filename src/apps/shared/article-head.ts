import type { Locale } from "../../locale/index.ts";
import type { Article } from "../../model/index.ts";

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
