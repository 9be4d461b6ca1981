import { datesIn } from "../text/dates.ts";
import type { Article, Block } from "./article.ts";

/** The opening of a report: its lead and the paragraphs right behind it name the day. */
const OPENING_BLOCKS = 3;
const OPENING_CHARS = 2000;
const ANNIVERSARY = /(?:kỷ niệm|ngày thiết lập|thành lập|sinh|kể từ|từ năm|nhân dịp)[^.]{0,80}$/iu;

/**
 * Finds the date of the reported event: the first day named in the opening of the report.
 *
 * Days of anniversaries are passed over. Missing parts stay null; nothing is taken from the date of publication.
 */
export function findEvent(text: string, blocks: readonly Block[]): Article["event"] {
  const opening = blocks
    .filter(({ kind }) => kind === "lead" || kind === "paragraph")
    .slice(0, OPENING_BLOCKS);
  for (const block of opening) {
    const own = text.slice(block.start, Math.min(block.end, block.start + OPENING_CHARS));
    for (const { kind, date, endDate, start, end } of datesIn(own)) {
      if (kind !== "date" && kind !== "range") continue;
      if (date === null || date.day === null || date.month === null) continue;
      if (ANNIVERSARY.test(own.slice(0, start))) continue;
      return {
        date,
        ...(endDate === null ? {} : { endDate }),
        start: block.start + start,
        end: block.start + end,
      };
    }
  }
  return null;
}
