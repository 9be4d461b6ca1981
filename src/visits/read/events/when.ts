import {
  type DateMention,
  eventYears,
  isAnnounced,
  isPossibleDate,
  parseFullDate,
  settleRelative,
  settleYear,
  UNKNOWN_DATE,
} from "../../../language/text/index.ts";
import type { PartialDate, Passage } from "../../../model/index.ts";
import { indexOf, isParty, type Skeleton } from "../names/index.ts";

/** When a visit took place, as far as told. */
export interface When {
  readonly date: PartialDate;
  readonly endDate: PartialDate | null;
  readonly passage: Passage;
  /** True for the day of the return, which only counts as long as nothing better is told. */
  readonly weak: boolean;
}

const NOT_OF_THE_VISIT =
  /(?:kỷ niệm|thành lập|thiết lập|sinh|kể từ|nhiệm kỳ|giai đoạn|năm ngoái|từ năm|trước đó|hồi|thông báo|thông cáo|tuyên bố|cho biết|họp báo|công bố|xác nhận|đưa tin|ký kết|ký|đạt)[^\uE000-\uEBFF]{0,16}$|(?<!\p{L})(?:trước|chậm nhất)(?: ngày)? $/u;
/** "80 năm Ngày thành lập (3/2/1930 - 3/2/2010)": a span in brackets behind an anniversary. */
const ANNIVERSARY =
  /(?:kỷ niệm|thành lập|thiết lập|ngày ký|ngày sinh|quốc khánh)[^.;()]{0,120}\([^()]{0,24}$/u;
const SAID =
  /^[^\uE000-\uE3FF]{0,12}(?:cho biết|thông báo|đưa tin|tuyên bố|xác nhận|nói|cho hay|công bố)/u;
/** Between a date and the clause: the date is that of the announcement. */
const SAYS = /cho biết|thông báo|xác nhận|tuyên bố|khẳng định|đưa tin|cho hay|nói rằng|viết/u;
const RETURN = /kết thúc|về đến|về nước/u;
const UNTIL = /^ (?:đến|tới)(?: hết)? (?:ngày )?(\d{1,2})[-/](\d{1,2})(?![\d/])/u;
const LASTS_UNTIL = /(?:đến|tới|đến hết|tới hết) $/u;

/**
 * The date that a clause gives its visit: the best of the sentence's dates, the year completed from the day
 * of publication; relative days count only where that day is known.
 *
 * @param from, to Range of the clause in the skeleton's text.
 * @param onlyBehind Only a date behind the clause's beginning counts.
 */
export function whenOf(
  skeleton: Skeleton,
  from: number,
  to: number,
  published: string | null,
  onlyBehind = false,
): When | null {
  let best: { score: number; when: When } | null = null;
  for (let at = 0; at < skeleton.text.length; at++) {
    const ch = skeleton.text[at]!;
    if (ch < "\uE800" || ch > "\uEBFF") continue;
    const mention = skeleton.dates[indexOf(ch)]!;
    const before = skeleton.text.slice(Math.max(0, at - 40), at);
    const behind = skeleton.text.slice(at + 1);
    if (NOT_OF_THE_VISIT.test(before) || SAID.test(behind)) continue;
    if (ANNIVERSARY.test(skeleton.text.slice(Math.max(0, at - 160), at))) continue;
    const settled = settle(mention, skeleton, behind, before, published);
    if (settled === null) continue;
    if (at < from && (onlyBehind || SAYS.test(skeleton.text.slice(at, from)))) continue;
    // "tiếp Đại sứ B vào ngày 5/3": the day is the meeting's, B acts in nothing.
    const led = OF_MEETING.test(skeleton.text.slice(lastParty(skeleton, at), at));
    if (at >= to && !led && someoneActs(skeleton, to, at)) continue;
    const score = nearness(at, from, to, before, settled);
    const weak = RETURN.test(skeleton.text.slice(from, to));
    if (score > 0 && (best === null || score > best.score))
      best = { score, when: { ...settled, weak } };
  }
  return best?.when ?? null;
}

/** From the last party to a date: "… vào", "… diễn ra", or only where it was: "(A và B), từ". */
const OF_MEETING =
  /^(?:[^,;:]{0,30}(?:vào|hôm|diễn ra|tổ chức) |(?: ?\([^()]{1,40}\))?,? (?:từ |trong |vào |ngày )?)$/u;

function lastParty({ text }: Skeleton, at: number): number {
  let i = at;
  while (i > 0 && !isParty(text[i - 1]!)) i--;
  return i;
}

/** Behind another party the date is theirs; a body ("Hội nghị Lãnh đạo APEC") changes nothing. */
function someoneActs({ text, parties }: Skeleton, from: number, to: number): boolean {
  return [...text.slice(from, to)].some(
    (ch) => isParty(ch) && parties[indexOf(ch)]!.kind !== "body",
  );
}

function nearness(
  at: number,
  from: number,
  to: number,
  before: string,
  { date, endDate }: When,
): number {
  const inside = at >= from && at < to;
  const distance = inside ? 0 : at < from ? from - at : at - to;
  if (distance > 90) return 0;
  const exact = date.day !== null || endDate?.day ? 60 : date.month !== null ? 20 : -20;
  const span = endDate !== null ? 15 : 0;
  const led = /(?:từ|vào|trong|hôm|ngày) $|^$|[,(] $/u.test(before) ? 10 : 0;
  return 60 + exact + span + led + (inside ? 20 : 0) - distance / 2;
}

function settle(
  mention: DateMention,
  skeleton: Skeleton,
  behind: string,
  before: string,
  published: string | null,
): When | null {
  const passage = { start: skeleton.start, end: skeleton.end };
  const words = skeleton.words.text.slice(mention.start, mention.end).toLowerCase();
  if (mention.date === null) {
    const written =
      mention.kind === "relative" && published !== null ? parseFullDate(published) : null;
    const date = written === null ? null : settleRelative(words, written);
    return date?.day == null ? null : { date, endDate: null, passage, weak: false };
  }
  const first = mention.date;
  let last = mention.endDate;
  // "hội đàm quý 3 năm 2025": a quarter is what the talks are about.
  if (last !== null && last.day === null && first.day === null && first.month !== null) return null;
  const until = last === null ? UNTIL.exec(behind) : null;
  if (until !== null) {
    const end = { year: first.year, month: Number(until[2]), day: Number(until[1]) };
    if (isPossibleDate(end)) last = end;
  }
  // "16 và 17/1": the first of two neighbouring days begins a span.
  const both = last === null ? /^ và ([\uE800-\uEBFF])/u.exec(behind) : null;
  const second = both === null ? null : (skeleton.dates[indexOf(both[1]!)]?.date ?? null);
  if (second !== null && first.day !== null && second.day === first.day + 1) last = second;
  const month = first.month ?? last?.month ?? null;
  // A day without its month tells nothing.
  if (month === null && first.day !== null) return null;
  const announced = isAnnounced(skeleton.words.text);
  const whole = (date: PartialDate): PartialDate =>
    yearFrom({ ...date, month: date.month ?? month }, published, announced);
  // "kéo dài đến 27/4" tells the end alone.
  if (last === null && LASTS_UNTIL.test(before) && !/từ [^.]{0,20}(?:đến|tới) $/u.test(before))
    return { date: UNKNOWN_DATE, endDate: whole(first), passage, weak: false };
  return { ...spanOf(whole(first), last === null ? null : whole(last)), passage, weak: false };
}

/** A span has its year from the day that settles it: "28/12 đến 3/1", told on 4 January. */
function spanOf(date: PartialDate, endDate: PartialDate | null): Pick<When, "date" | "endDate"> {
  if (endDate === null || (date.year === null) === (endDate.year === null))
    return { date, endDate };
  const wraps = date.month !== null && endDate.month !== null && date.month > endDate.month;
  return date.year === null
    ? { date: { ...date, year: endDate.year! - (wraps ? 1 : 0) }, endDate }
    : { date, endDate: { ...endDate, year: date.year + (wraps ? 1 : 0) } };
}

/** Days around a full date of the article within which another without its year is of that year. */
const NEAR = 10;

/** A day with the year of a full date near it in the article: "từ 5 đến 9/5/2024 … Ngày 6/5". */
export function withYear(when: When, mentions: readonly DateMention[]): When {
  const { date, endDate } = when;
  if (date.year !== null || date.month === null || date.day === null) return when;
  const at = dayOfYear(date);
  const years = mentions.flatMap(({ date: first, endDate: last }) =>
    [first, last].flatMap((full) => {
      const year = full?.year ?? last?.year ?? null;
      if (full == null || year === null || full.month === null) return [];
      // "Đầu tháng 11/2024": a month tells the year of its days.
      if (full.day === null) return full.month === date.month ? [year] : [];
      return Math.abs(dayOfYear(full) - at) <= NEAR ? [year] : [];
    }),
  );
  if (years.length === 0) return when;
  // "114 năm Ngày … (8/3/1910 - 8/3/2024), ngày 7/3": what is remembered lies before.
  const year = Math.max(...years);
  return {
    ...when,
    date: { ...date, year },
    endDate: endDate === null ? null : { ...endDate, year: endDate.year ?? year },
  };
}

/**
 * A day without a year has that of its event, where the title, its own sentence or one that begins "Đây là" names one.
 *
 * @param title Text of the title.
 */
export function withEventYear(when: When, title: string, sentences: readonly Skeleton[]): When {
  const { date, endDate, passage } = when;
  if (date.year !== null || date.day === null) return when;
  const texts = sentences
    .filter(({ start, words }) => start === passage.start || words.text.startsWith("Đây là "))
    .map(({ words }) => words.text);
  const years = new Set([title, ...texts].flatMap(eventYears));
  if (years.size !== 1) return when;
  const [year] = [...years];
  return {
    ...when,
    date: { ...date, year: year! },
    endDate: endDate === null ? null : { ...endDate, year: endDate.year ?? year! },
  };
}

const dayOfYear = ({ month, day }: PartialDate): number =>
  Math.round(((month ?? 1) - 1) * 30.5) + (day ?? 1);

/** The date with the year that the day of publication settles (`settleYear`), or as it is. */
export function yearFrom(
  date: PartialDate,
  published: string | null,
  announced: boolean,
): PartialDate {
  const written = date.year !== null || published === null ? null : parseFullDate(published);
  return written === null ? date : { ...date, year: settleYear(date, written, announced) };
}
