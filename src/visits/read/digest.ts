import { datesIn, dayAfter, NEXT_DAY, SAME_DAY, sentences } from "../../language/text/index.ts";
import type { Article, Block, PartialDate, Passage } from "../../model/index.ts";

/** What reviews and bulletins are called in their titles. */
const DIGEST =
  /(?<!\p{L})(?:điểm tin|bản tin|tin vắn|tin hoạt động|hoạt động đối ngoại(?= (?:tuần|tháng|quý|năm|trong|nổi bật|từ))|tổng hợp|tổng kết(?! chuyến)|nhìn lại|điểm lại|kết quả (?!chuyến|hội đàm|làm việc)[^.]{0,60}năm|sự kiện nổi bật|dấu mốc|số \d{1,4} ?[-–:])(?!\p{L})/iu;
/** The day of an item stands in its first characters, behind a label at most. */
const OPENING_CHARS = 70;
/** What stands before a day of another time: "Ở hội đàm năm 2023, hôm 24/8". */
const ANOTHER_TIME = /\d{4}|(?<!\p{L})(?:trước|lần|từng|kể từ|khi đó)(?!\p{L})/iu;
const LEAST_ITEMS = 3;
/** Meetings of one journey follow one another more closely. */
const JOURNEY_GAP_DAYS = 4;

/** An item of a bulletin: a meeting of its own. */
export interface DigestItem {
  /** The day that it opens with, and where that stands. */
  readonly day: {
    readonly date: PartialDate;
    /** The last day of a journey; null for a single day. */
    readonly endDate: PartialDate | null;
    readonly passage: Passage;
  };
  /** What is told of it below its heading, ranges of the article's text. */
  readonly blocks: Block[];
  /** What the item is headed with. */
  readonly headings: readonly Block[];
}

/**
 * The items of a bulletin or a review: meetings of their own that share neither people nor days. What stands before
 * the first day is left out.
 *
 * @returns Null for a report of one event, as long as it may be.
 */
export function digestItems({ title, text, blocks }: Article): DigestItem[] | null {
  const items: DigestItem[] = [];
  let heading: Block[] = [];
  for (const block of blocks) {
    const isTitle = isHeadline(text.slice(block.start, block.end));
    if (block.kind === "heading" || isTitle) heading.push({ ...block, kind: "heading" });
    if (isTitle || (block.kind !== "lead" && block.kind !== "paragraph")) continue;
    for (const part of partsOf(block, text)) {
      const own = text.slice(part.start, part.end);
      const isOpening =
        items.length === 0 && part.kind === "lead" && !OPENS.test(own.replace(LABEL, ""));
      const when = isOpening ? null : dayAt(own);
      if (when !== null)
        items.push({
          day: { ...when, passage: part },
          blocks: [part],
          headings: heading,
        });
      else items.at(-1)?.blocks.push(part);
      heading = [];
    }
  }
  const days = items.map(({ day }) => day.date);
  if (new Set(days.map(({ day, month }) => `${day}/${month}`)).size < LEAST_ITEMS) return null;
  if (!DIGEST.test(title) && !areApart(days)) return null;
  // Where an item is a paragraph, what stands without a day tells of none of them.
  const short = items.filter(({ blocks }) => paragraphs(blocks).length === 1);
  return short.length * 3 < items.length * 2 ? items : items.map(firstParagraph);
}

const paragraphs = (blocks: readonly Block[]) => blocks.filter(({ kind }) => kind !== "heading");

function firstParagraph(item: DigestItem): DigestItem {
  const first = item.blocks.findIndex(({ kind }) => kind !== "heading");
  return { ...item, blocks: item.blocks.slice(0, first + 1) };
}

/** "* PHÓ CHỦ TỊCH UBND TỈNH TIẾP ĐOÀN TỈNH NAGANO": a line in capitals over its item. */
const isHeadline = (line: string): boolean =>
  line.length <= 140 && /\p{Lu}{2}/u.test(line) && !/\p{Ll}|\d[/.-]\d|[.;:]\s*$/u.test(line);

/** Sections beside the one before the first heading. */
const LEAST_SECTIONS = 2;
const SAME = new RegExp(
  `^(?:[^.;]{0,40}?(?:${SAME_DAY})|tiếp đó|sau đó|sau (?:hội đàm|buổi)|dịp này|nhân dịp này|(?:buổi|đầu giờ|cuối giờ) (?:sáng|trưa|chiều|tối))(?!\\p{L})`,
  "iu",
);
const NEXT = new RegExp(`^(?:${NEXT_DAY})(?!\\p{L})`, "iu");

/** A part of a report under a heading of its own, with the day that it opens with or goes on with. */
export interface Section {
  readonly day: DigestItem["day"] | null;
  readonly blocks: readonly Block[];
}

/**
 * The parts of a report that headings part, what stands before the first one first, what looks back at another year
 * left out; null where there are too few.
 */
export function sectionsOf({ text, blocks, published }: Article): Section[] | null {
  const parts: Block[][] = [[]];
  for (const block of blocks) {
    const isHeading =
      block.kind === "heading" || isNumbered(text.slice(block.start, block.end), block.kind);
    if (isHeading) parts.push([]);
    parts.at(-1)!.push(isHeading ? { ...block, kind: "heading" } : block);
  }
  if (parts.length <= LEAST_SECTIONS) return null;
  let day: DigestItem["day"] | null = null;
  const year = Number(published?.slice(0, 4) ?? Number.NaN);
  const sections = parts.map((own): Section => {
    const first = own.find(({ kind }) => kind === "lead" || kind === "paragraph");
    const opening = first === undefined ? "" : text.slice(first.start, first.end);
    const heading = own.find(({ kind }) => kind === "heading");
    const inHeading = heading && dayAt(text.slice(heading.start, heading.end));
    const inOpening = dayAt(opening);
    if (inHeading) day = { ...inHeading, passage: heading };
    else if (inOpening !== null && first !== undefined) day = { ...inOpening, passage: first };
    else if (day !== null && NEXT.test(opening))
      day = { ...day, date: dayAfter(day.date), endDate: null };
    else if (!SAME.test(opening)) day = null;
    return { day, blocks: own };
  });
  const isTold = ({ day, blocks: [first] }: Section): boolean =>
    !(year - (day?.date.year ?? year) > 0) &&
    !(first?.kind === "heading" && ASSESSES.test(text.slice(first.start, first.end)));
  return sections.filter(isTold);
}

/** "II. KHẢO SÁT TẠI HUYỆN A (ngày 7/11)": a heading in capitals with its number. */
const isNumbered = (line: string, kind: Block["kind"]): boolean =>
  (kind === "lead" || kind === "paragraph") &&
  /^[IVX]{1,4}[.)] \p{Lu}/u.test(line) &&
  line.length <= 140 &&
  !/\p{Ll}/u.test(line.replace(/\([^()]{0,80}\)/gu, ""));
/** "IV. ĐÁNH GIÁ CHUNG VÀ KIẾN NGHỊ": what came of the meetings told before. */
const ASSESSES =
  /^(?:[IVX\d]{1,4}[.)] )?(?:đánh giá|nhận xét|kiến nghị|đề xuất|kết luận|một số kiến nghị|kinh nghiệm)(?!\p{L})/iu;

/** A paragraph, parted before each sentence that opens with a day. */
function partsOf(block: Block, text: string): Block[] {
  const parts: Block[] = [];
  const own = text.slice(block.start, block.end);
  for (const { start, end } of sentences(own)) {
    const opens = OPENS.test(own.slice(start, end));
    if (parts.length === 0 || opens)
      parts.push({ ...block, start: block.start + start, end: block.start + end });
    else parts.push({ ...parts.pop()!, end: block.start + end });
  }
  // The label before the first day is its heading.
  const [first, second, ...rest] = parts;
  if (first === undefined || second === undefined) return parts;
  const isLabel =
    first.end - first.start < MOST_LABEL ||
    NUMBERED_LABEL.test(text.slice(first.start, second.end));
  return isLabel ? [{ ...first, end: second.end }, ...rest] : parts;
}

const OPENS =
  /^(?:(?:sáng|trưa|chiều|tối|hai ngày|ngày|từ ngày|từ)\s){1,2}(?:ngày )?\d{1,2}(?:\/\d| (?:đến|và|tháng|-))/iu;
const MOST_LABEL = 40;
/** "Hải quan. Ngày 20/2, …": what an item is called before its day. */
const LABEL = /^[^.!?]{3,40}[.!?] (?=\p{L})/u;

/** "Nhân ngày 8/3, sáng 6/3 …": the first is remembered, nothing happened on it. */
const REMEMBERED = /(?<!\p{L})(?:nhân|mừng|kỷ niệm|chào mừng)(?: ngày)? $/iu;

/** "2. Hội đàm với thành phố A (tỉnh B, Trung Quốc). Chiều 23/10, …": the heading of a numbered item, in its own line. */
const NUMBERED_LABEL = /^\d{1,2}[.)] [^.!?;]{3,100}[.:] (?=\p{Lu})/u;

/** The day with which a paragraph opens. */
function dayAt(paragraph: string): Omit<DigestItem["day"], "passage"> | null {
  const opening = paragraph.replace(NUMBERED_LABEL, "").slice(0, OPENING_CHARS);
  const found = datesIn(opening).find(
    ({ date, start }) => date?.day != null && !REMEMBERED.test(opening.slice(0, start)),
  );
  if (found?.date?.month == null || ANOTHER_TIME.test(opening.slice(0, found.start))) return null;
  return { date: found.date, endDate: found.endDate?.day == null ? null : found.endDate };
}

/** True where most of some days lie further apart than those of a journey; never where only some have a year. */
function areApart(days: readonly PartialDate[]): boolean {
  const known = days.filter(({ year }) => year !== null).length;
  if (known > 0 && known < days.length) return false;
  const at = days
    .map(({ year, month, day }) => (year ?? 0) * 365 + ((month ?? 1) - 1) * 30.5 + (day ?? 1))
    .sort((a, b) => a - b);
  const wide = at.filter((one, i) => i > 0 && one - at[i - 1]! >= JOURNEY_GAP_DAYS);
  return wide.length * 3 >= (at.length - 1) * 2;
}
