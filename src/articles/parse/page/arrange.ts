/**
 * Lines that mean something only together are put together: a broken sentence, the heading of a list with its names, a
 * day with what happened on it.
 */
import { datesIn, WEEKDAY } from "../../../language/text/index.ts";
import { joinBroken, LIST_MARK, type PageLine } from "./assemble.ts";
import { endsWithStop, isJunk, isKeywordLabel, isRelatedHeading, syllableCount } from "./lines.ts";

/** A list up to this size reads as one sentence with its heading. */
const MAX_SHORT_LIST = 500;
const MAX_LIST = 1_900;
const NAME = String.raw`\p{Lu}[\p{L}\p{M}]*(?: \p{Lu}[\p{L}\p{M}]*){1,4}`;
const PERSON = new RegExp(
  String.raw`^(?:(?:Các )?(?:[ÔôBb](?:ng|à)|Ô|[Đđ]ồng chí|Đ/c|đ/c|TS\.?|PGS\.? ?TS\.?|Mr\.?|Ms\.?):?\s)?${NAME}\s?(?:[,;:(–—-]|$)`,
  "u",
);
const OPENS_LIST = /(?:[:：]|\s(?:có|gồm|gồm có|là|sau đây|như sau|sau))$/iu;
const CLOCK =
  /^(?:(?:từ |lúc |khoảng |buổi )?(?:\d{1,2}(?:h|g|:| giờ)\d{0,2}|sáng|trưa|chiều|tối|đêm)(?![\p{L}\p{M}]))/iu;
const MEETING =
  /(?<![\p{L}\p{M}])(?:tiếp|đón|hội đàm|hội kiến|làm việc|thăm|chào xã giao|gặp|dự|khảo sát|trao đổi|ký)(?![\p{L}\p{M}])/iu;
const GUESTS = /(?<![\p{L}\p{M}])(?:đoàn|ông|bà|đồng chí|đại sứ|lãnh đạo)(?![\p{L}\p{M}])/iu;
const DAY_OF_WEEK = new RegExp(`(?:${WEEKDAY}|t[2-7]|cn)(?![\\p{L}\\p{M}])`, "giu");

/** Puts lines together that belong together; all others stay as they are. */
export function arrangeLines(raw: readonly PageLine[]): PageLine[] {
  const lines = joinBroken(raw);
  const days = lines.map(({ text, hint }) => hint !== "row" && isDayHeading(text));
  const arranged: PageLine[] = [];
  for (let i = 0; i < lines.length; ) {
    const used = days[i] ? takeDay(lines, days, i, arranged) : takeList(lines, i, arranged);
    if (used === 0) arranged.push(lines[i]!);
    i += Math.max(1, used);
  }
  return arranged;
}

/** A day alone on its line: "Ngày 06/5/2024", "Thứ Hai (06/5):", "2. Ngày 7 tháng 5 năm 2024". */
export function isDayHeading(line: string): boolean {
  if (line.length > 60 || !/\d/u.test(line)) return false;
  const plain = line.replace(LIST_MARK, "");
  const dates = datesIn(plain).filter(({ kind }) => kind === "date" || kind === "range");
  const [day] = dates;
  if (dates.length !== 1 || day?.date?.day == null) return false;
  const rest = plain.slice(0, day.start) + plain.slice(day.end);
  return /^(?:\s|[\p{P}\p{S}]|ngày|buổi|sáng|chiều|tối|trưa)*$/iu.test(
    rest.replace(DAY_OF_WEEK, ""),
  );
}

/** A heading of a day with its items. @returns How many lines it took; 0 where no items follow. */
function takeDay(
  lines: readonly PageLine[],
  days: readonly boolean[],
  at: number,
  into: PageLine[],
): number {
  const day = lines[at]!.text.replace(LIST_MARK, "").replace(/\s{0,9}[:.]$/u, "");
  const isNamed = /ngày|:$/iu.test(lines[at]!.text) || lines[at]!.hint === "heading";
  const isItem = (line: PageLine) => isListed(line) || (isNamed && isTimed(line));
  let end = at + 1;
  while (end < lines.length && !days[end] && isItem(lines[end]!)) end += 1;
  if (end > at + 1) {
    const items = lines.slice(at + 1, end).map(({ text }) => text.replace(LIST_MARK, ""));
    for (const text of grouped(items)) into.push({ text: `${day}: ${text}`, hint: "row" });
    return end - at;
  }
  // Days above paragraphs: one alone may be the day of publication, and so may one with a time beside it.
  if (!isNamed || days.filter(Boolean).length < 2) return 0;
  const from = end;
  while (end < lines.length && !days[end] && tellsOfDay(lines[end]!)) end += 1;
  for (const line of lines.slice(from, end)) {
    into.push(
      hasDay(line.text.slice(0, 60))
        ? line
        : { ...line, text: `${day}: ${line.text}`, hint: "row" },
    );
  }
  return end === from ? 0 : end - at;
}

function tellsOfDay({ text, hint }: PageLine): boolean {
  if (hint === "heading" || hint === "image" || hint === "caption") return false;
  return syllableCount(text) >= 5 && MEETING.test(text) && !isRelatedHeading(text);
}

/** The items of a day, those that tell of one visit together. */
function grouped(items: readonly string[]): string[] {
  const groups: string[] = [];
  for (const item of items) {
    const last = groups.at(-1);
    const isWhole = last !== undefined && MEETING.test(last) && GUESTS.test(last);
    const begins = CLOCK.test(item) || (isWhole && (MEETING.test(item) || /^đoàn\s/iu.test(item)));
    if (last === undefined || (begins && !last.endsWith(":"))) groups.push(item);
    else groups[groups.length - 1] = last + joint(last) + item;
  }
  return groups;
}

const joint = (text: string) => (/[:;,.!?]$/u.test(text) ? " " : "; ");

/** "8h30: …", "Chiều: …" below a day; a paragraph with a day of its own is none. */
function isTimed({ text, hint }: PageLine): boolean {
  if (hint === "row" || hint === "image" || !CLOCK.test(text)) return false;
  return !/^\S+ nay(?![\p{L}\p{M}])/iu.test(text) && !hasDay(text.slice(0, 60));
}

const hasDay = (text: string) => datesIn(text).some(({ kind }) => kind === "date");

/** A heading with its list of names, or with a short list. @returns How many lines it took; 0 where it is none. */
function takeList(lines: readonly PageLine[], at: number, into: PageLine[]): number {
  const { text, hint } = lines[at]!;
  if (hint === "image" || hint === "caption" || hint === "row" || syllableCount(text) < 3) return 0;
  if (!OPENS_LIST.test(text) || isListLabel(text)) return 0;
  let end = at + 1;
  const isMarked = end < lines.length && isListed(lines[end]!);
  const isNext = isMarked
    ? isListed
    : (line: PageLine) =>
        line.hint !== "row" && PERSON.test(line.text) && syllableCount(line.text) <= 40;
  while (end < lines.length && isNext(lines[end]!) && !/[:：]$/u.test(lines[end]!.text)) end += 1;
  const items = lines.slice(at + 1, end).map((line) => line.text.replace(LIST_MARK, ""));
  const persons = items.filter((item) => PERSON.test(item)).length;
  const size = items.reduce((sum, item) => sum + item.length + 2, text.length);
  const isList = persons * 2 > items.length && size <= MAX_LIST;
  const isShort =
    isMarked && size <= MAX_SHORT_LIST && items.slice(0, -1).every((item) => !endsWithStop(item));
  if (items.length < (isMarked ? 1 : 2) || !(isList || isShort)) return 0;
  const head = text.replace(/([^:：])$/u, "$1:");
  const last = items.at(-1)!;
  const names = [...items.slice(0, -1).map((item) => item.replace(/\s{0,9}[;,.]$/u, "")), last];
  into.push({ text: `${head} ${names.join("; ")}`, hint: "row" });
  return end - at;
}

const isListed = ({ text, hint }: PageLine) =>
  hint === "item" || (hint === undefined || hint === "paragraph" ? LIST_MARK.test(text) : false);

const isListLabel = (line: string) =>
  isRelatedHeading(line) || isKeywordLabel(line) || isJunk(line);
