import { datesIn } from "../text/dates.ts";
import { isoDate } from "../text/partial-date.ts";
import { syllableCount } from "./lines.ts";

/** A line of a page that shows when it was published. */
export interface DateLine {
  /** `YYYY-MM-DD`. */
  readonly published: string;
  /** How surely this is the date of publication: a label says more than a time, a time more than a day. */
  readonly weight: number;
}

const WEEKDAY = /(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật|t[2-7]|cn)/giu;
const LABEL =
  /(?:(?:ngày|giờ|lúc|thời gian)\s{0,9})?(?:đăng|xuất bản|ban hành|phát hành|tạo|đưa tin|đăng tin|đăng bài)(?: lúc| tải| ngày| tin| bài)?\s*:?/giu;
const UPDATED = /(?:cập nhật|sửa đổi)(?: lúc| ngày| lần cuối)?\s*:?/giu;
const REST =
  /gmt\s*\+?\s*\d*|utc|lượt (?:xem|đọc)\s*:?\s*[\d.,]*|(?<![\d.,])[\d.,]+ lượt (?:xem|đọc)|(?:sa|ch|am|pm)(?!\p{L})|ngày|lúc|giờ|phút|[\p{P}\p{S}\s]+/giu;

/** With seconds: the clock of a page, which shows when it was saved. */
const CLOCK = /\d{1,2}:\d{2}:\d{2}/u;

/**
 * Reads a line like `Thứ 4, 22.01.2025 | 10:53:03` or `Cập nhật: 08:30 | 12/03/2024`.
 *
 * @returns Null where the line holds more than a full date, a time, a weekday and labels, or none of it.
 */
export function readDateLine(line: string): DateLine | null {
  if (line.length > 90 || !/\d{4}/u.test(line)) return null;
  const mentions = datesIn(line);
  const dates = mentions.filter(
    (mention) => mention.kind === "date" && mention.precision === "day",
  );
  const published = dates[0]?.date == null ? null : isoDate(dates[0].date);
  if (published === null || dates.length > 2) return null;
  let rest = line;
  for (const { start, end } of mentions.toReversed()) {
    if (mentions.some((other) => other.start === start))
      rest = `${rest.slice(0, start)} ${rest.slice(end)}`;
  }
  const labelled = rest.search(LABEL) >= 0;
  const updated = rest.search(UPDATED) >= 0;
  rest = rest
    .replace(LABEL, " ")
    .replace(UPDATED, " ")
    .replace(WEEKDAY, " ")
    .replace(REST, " ")
    .trim();
  // Up to three more words: the section or place beside the date.
  if (syllableCount(rest) > 3) return null;
  const time = mentions.some((mention) => mention.kind === "time");
  return {
    published,
    weight:
      (labelled ? 4 : 0) +
      (time ? 2 : 0) +
      (updated ? -1 : 0) -
      (CLOCK.test(line) ? 2 : 0) +
      (rest === "" ? 1 : 0),
  };
}
