import {
  datesIn,
  fold,
  isoDate,
  matchesIn,
  sentences,
  WEEKDAY,
} from "../../../language/text/index.ts";
import { LIST_MARK, type PageLine } from "./assemble.ts";
import { endsWithStop, isJunk, isPortalName, isRelatedHeading, syllableCount } from "./lines.ts";
import { datelineName, portalName } from "./portals.ts";

// The motto above every official letter, its number, and the list of receivers at its foot (Nghị định 30/2020/NĐ-CP).
const MOTTO =
  /^(?:cộng hòa|cộng hoà) xã hội chủ nghĩa việt nam$|^độc lập\s*[-–—]\s*tự do\s*[-–—]\s*hạnh phúc$/iu;
const NUMBER = /^số\s{0,4}:[\d\s]{0,20}\/?[\p{L}\d\s/.-]{0,40}$/iu;
const RULE = /^[\p{P}\p{S}\s]+$/u;
// In a PDF the office that signs stands on the same line.
const RECEIVERS = /^nơi nhận\s?(?::.{0,80})?$/iu;

/** True for text with the motto of official letters, or the list of their receivers: the head or foot of one. */
export function isLetterhead(text: string): boolean {
  return /(?:cộng hòa|cộng hoà) xã hội chủ nghĩa việt nam|^nơi nhận\s*:/iu.test(text);
}

/** Takes the furniture of an official letter off: motto, number, rules, and its foot from the receivers on. */
export function withoutLetterhead(lines: readonly PageLine[]): PageLine[] {
  const foot = lines.findIndex(({ text }, i) => i > 3 && RECEIVERS.test(text.trim()));
  return lines.slice(0, foot < 0 ? lines.length : foot).filter(({ text }, i) => {
    const line = text.trim();
    return !(MOTTO.test(line) || RULE.test(line) || (i < 12 && NUMBER.test(line)));
  });
}

const DATELINE =
  /^[–—-]\s+|^\(?((?:[\p{L}\p{N}-]+\.)+[A-Za-z]{2,4}|\p{Lu}{2,6})(\)?)\s*[-–—:]\s*(?=["“\p{Lu}])/u;

/**
 * Takes the newspaper's mark off the first paragraph: `LSO-Ngày …`, `(Baolaocai.vn) - Sáng …`, `– Sáng …`.
 *
 * A mark in capitals counts only if it is a known one or stands in brackets (`EU - Việt Nam` stays).
 */
export function splitDateline(paragraph: string): { text: string; source: string | null } {
  const match = DATELINE.exec(paragraph);
  if (match === null) return { text: paragraph, source: null };
  const text = paragraph.slice(match[0].length);
  const mark = match[1];
  if (mark === undefined) return { text, source: null };
  const source = datelineName(mark) ?? (mark.includes(".") ? portalName(mark) : null);
  const bracketed = match[2] === ")" && match[0].startsWith("(");
  return source !== null || bracketed ? { text, source } : { text: paragraph, source: null };
}

const CUE =
  /^(?:(?:tin|bài|ảnh|clip|tin ảnh|bài viết)(?:\s*(?:[,&/-]|và)\s*(?:tin|bài|ảnh|clip))*|tác giả|người viết|phóng viên|biên tập|thực hiện|pv|ctv|nguồn tin)\s*:\s*(.{2,60})$/iu;
const NAME = /^\p{Lu}[\p{L}\p{M}.]*(?:\s+\p{Lu}[\p{L}\p{M}.]*){1,4}$/u;
const STAFF =
  /^\(?(?:pv|ctv|p\.v|bbt|tttt|nhóm pv|nhóm phóng viên|ban biên tập|phóng viên)\)?(?: \(?tổng hợp\)?)?$/iu;

/**
 * Reads a line that names the writer: `Vũ Giang`, `Bài, ảnh: Đông Bắc`, `Thu Hà - Minh Đức`.
 *
 * @param report The rest of the article: a bare name that occurs in it is a person or place of the report.
 * @returns The writer, or null where the line is something else.
 */
export function writerOf(line: string, report: string): string | null {
  if (line.length > 80 || /\d/u.test(line)) return null;
  const cued = CUE.exec(line);
  if (cued !== null) return /^ảnh/iu.test(line) ? null : cued[1]!.replace(/\.$/u, "").trim();
  const bare = line.replace(/^\((.*)\)$/u, "$1");
  if (STAFF.test(bare)) return bare;
  if (endsWithStop(bare) || isPortalName(bare) || isRelatedHeading(bare)) return null;
  const names = bare.split(/[-–—,&/]|\svà\s/u).map((name) => name.trim());
  if (names.length > 4 || !names.every((name) => NAME.test(name))) return null;
  const known = fold(report);
  return names.some((name) => known.includes(fold(name))) ? null : bare;
}

const VIEW =
  /^(?:quang cảnh|toàn cảnh|khung cảnh|một góc|hình ảnh|ảnh|trong ảnh|chú thích|minh họa|minh hoạ)(?![\p{L}\p{M}])/iu;
const CREDIT =
  /(?:[-–—.(/]\s*)?\(?(?:ảnh|photo|nguồn ảnh|clip|video|đồ họa)\s*:\s*[^.]{1,60}\)?\.?$/iu;
const PEOPLE =
  /^(?:(?:các |hai |những )?(?:đồng chí|đại biểu|lãnh đạo|đại sứ|ông|bà|thành viên|đoàn|bên|chủ tịch|phó chủ tịch|bí thư|phó bí thư|thủ tướng|tổng bí thư|bộ trưởng))(?![\p{L}\p{M}])/iu;
// How captions end that are written as sentences: what people are seen doing.
const SEEN =
  /(?:phát biểu (?:tại|khai mạc|kết luận|chào mừng)[^.,;:]{0,60}|chụp ảnh[^.;:]{0,60}|(?:tặng|trao) (?:quà|hoa|tranh|lưu niệm|quà lưu niệm)[^.;:]{0,90}|bắt tay[^.;:]{0,60}|bên lề[^.;:]{0,50})\.?$/iu;
const REPORT_OPENING =
  /^(?:tại|phát biểu|tiếp|tiếp đó|tham dự|tham gia|cùng dự|cùng|dự|theo|trước đó|sau đó|sau khi|trong|nhân dịp|về phía|về|ngày|sáng|trưa|chiều|tối|cũng|đồng thời|bên cạnh|ngoài ra|qua|từ|đặc biệt|kết thúc|hiện nay|năm|với|để|do|vì|đáp lại|cuối|thay mặt|đồng chí cũng|ông cũng|bà cũng)(?![\p{L}\p{M}])/iu;
/** True for a line that ends with a photographer's credit: `… - Ảnh: TTXVN`. */
export function hasPhotoCredit(line: string): boolean {
  return syllableCount(line) <= 60 && CREDIT.test(line);
}

/**
 * Tells the caption of a picture from a paragraph, by the line alone and what stands before it.
 *
 * @param afterImage The line follows the name of an image file.
 */
export function isCaption(line: string, afterImage: boolean): boolean {
  const size = syllableCount(line);
  if (size > 70 || size < 2 || LIST_MARK.test(line) || /[:;,]$/u.test(line)) return false;
  if (hasPhotoCredit(line)) return true;
  if (!endsWithStop(line)) return afterImage || VIEW.test(line) || (size >= 8 && size <= 60);
  if (size > 40 || sentences(line).length > 1) return false;
  if (VIEW.test(line) && size <= 20) return true;
  if (PEOPLE.test(line) && SEEN.test(line) && !/\s\d{1,2}[/-]\d/u.test(line)) return true;
  return afterImage && size <= 30 && !REPORT_OPENING.test(line);
}

/** A heading within the report: short, no stop, not what a caption begins with. */
export function isHeading(line: string): boolean {
  const size = syllableCount(line);
  if (size < 2 || size > 14 || endsWithStop(line) || /[,;]$/u.test(line)) return false;
  return (
    /^[\p{Lu}\d"“]/u.test(line) && !VIEW.test(line) && !PEOPLE.test(line) && !CREDIT.test(line)
  );
}

/** A line of a page that shows when it was published. */
interface DateLine {
  /** `YYYY-MM-DD`. */
  readonly published: string;
  /** How surely this is the date of publication: a label says more than a time, a time more than a day. */
  readonly weight: number;
}

const DAY_OF_WEEK = new RegExp(`(?:${WEEKDAY}|t[2-7]|cn)`, "giu");
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
export function readDateLine(written: string): DateLine | null {
  const line = written.replace(/(?<!\d)(\d{4})\/(\d\d)\/(\d\d)(?!\d)/gu, "$1-$2-$3");
  return (
    readDate(line) ?? readDateAmong(line) ?? readChineseDateLine(line) ?? readLabelledDate(line)
  );
}

/** A label right before a full day: "Ra ngày 14/02/2020", "Thời gian phát: 2019-05-18". */
const LABELLED =
  /(?<!\p{L})(?:đăng(?: tải| tin| bài)?|xuất bản|phát hành|ra|cập nhật|thời gian phát|ngày phát|số \d{1,4}(?: \([\d.]{1,9}\))?,?)(?: (?:ngày|lúc|vào))?(?: \d{1,2}[:h]\d{2})?:? (?:(?:ngày|(?:thứ \p{L}{2,4}|chủ nhật),?) ){0,2}(?=\d)/giu;
/** What happens in a report, not on its page. */
const HAPPENS = /(?<!\p{L})(?:tiếp|đón|thăm|hội đàm|hội kiến|gặp|ký|họp|khai mạc|chào)(?!\p{L})/iu;

/** "Sở Ngoại vụ phát hành. Ra ngày 14/02/2020. Lưu hành nội bộ.": among other words the day behind its label. */
function readLabelledDate(line: string): DateLine | null {
  if (line.length > MOST_CHARS || HAPPENS.test(line)) return null;
  const days = datesIn(line).filter(
    ({ kind, precision, date }) => kind === "date" && precision === "day" && date?.year != null,
  );
  const labels = matchesIn(line, LABELLED).map((match) => match.index + match[0].length);
  const own = days.filter(({ start, end }) => labels.some((at) => start <= at && at < end));
  const published = own[0]?.date == null ? null : isoDate(own[0].date);
  return published === null || days.length > 1 ? null : { published, weight: 3 };
}

/** "2024-06-20 08:41 来源:左江日报 作者:农芳 【字体: 大 中 小】": what stands beside the date above a Chinese report. */
const BESIDE_DATE =
  /来源|发布|发表|更新|浏览|作者|编辑|记者|通讯员|第\d{1,3}版|字体|字号|点击|阅读|打印|星期|(?:时间|日期)[:：]/u;

/** Characters of a line that holds the name of a newspaper and a day. */
const SHORT = 24;

function readChineseDateLine(line: string): DateLine | null {
  const isMark = BESIDE_DATE.test(line) || (line.length <= SHORT && /\p{Script=Han}/u.test(line));
  if (line.length > MOST_CHARS || !isMark || endsWithStop(line)) return null;
  const dates = datesIn(line).filter(
    ({ kind, precision }) => kind === "date" && precision === "day",
  );
  const published = dates[0]?.date == null ? null : isoDate(dates[0].date);
  return published === null || dates.length > 1 ? null : { published, weight: 3 };
}

/** What parts sections, date and labels on one line. */
const PARTED = /[|•·»›]|\s[/—–-]\s/u;
/** Longest line of sections with a date, in characters, and longest name of a section, in syllables. */
const MOST_CHARS = 140;
const MOST_SYLLABLES = 12;

/** "Kinh tế cửa khẩu | 22/03/2024 16:05": of sections and labels side by side the one that is a date. */
function readDateAmong(line: string): DateLine | null {
  if (line.length > MOST_CHARS || !/\d{4}/u.test(line)) return null;
  const parts = line
    .split(PARTED)
    .map((part) => part.trim())
    .filter((part) => part !== "");
  if (parts.length < 2) return null;
  if (parts.some((part) => syllableCount(part) > MOST_SYLLABLES || endsWithStop(part))) return null;
  // A part of words with a day among them is a title.
  const dates = parts.flatMap((part) => readDate(part) ?? []).filter(({ weight }) => weight > 0);
  return dates.length === 1 ? { ...dates[0]!, weight: dates[0]!.weight - 1 } : null;
}

function readDate(line: string): DateLine | null {
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
    .replace(DAY_OF_WEEK, " ")
    .replace(REST, " ")
    .trim();
  const time = mentions.some((mention) => mention.kind === "time");
  // Up to three more words: the section or place beside the date; beside a time of day also the site.
  if (syllableCount(rest) > (time ? 5 : 3) && !isJunk(rest)) return null;
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
