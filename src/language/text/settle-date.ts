import type { PartialDate } from "../../model/index.ts";
import type { DateMention } from "./dates.ts";
import { fold } from "./fold.ts";
import { matchesIn } from "./matches.ts";
import { formatPartialDate, isPossibleDate } from "./partial-date.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
/**
 * The one rule for years that are left out: a report names days without a year only around its own, a month
 * before it or, announced, ahead of it.
 */
const NEAR_DAYS = 31;

/** A page is dated by when it was begun: what took place a day or two later is of the same year. */
const AHEAD_DAYS = 2;

const DAYS_FROM_TODAY: readonly (readonly [RegExp, number])[] = [
  [
    /^(?:hom nay|ngay hom nay|(?:rang sang|sang som|sang|trua|chieu|toi|dem|khuya) (?:hom )?nay)$/u,
    0,
  ],
  [
    /^(?:hom qua|ngay hom qua|(?:rang sang|sang som|sang|trua|chieu|toi|dem|khuya) (?:hom )?qua)$/u,
    -1,
  ],
  [/^hom kia$/u, -2],
  [/^(?:ngay mai|(?:rang sang|sang som|sang|trua|chieu|toi|dem|khuya) mai)$/u, 1],
  [/^ngay kia$/u, 2],
];
const WEEKS: Readonly<Record<string, number>> = { nay: 0, truoc: -1, qua: -1, toi: 1, sau: 1 };
const WEEKDAYS: Readonly<Record<string, number>> = {
  ...{ hai: 0, ba: 1, tu: 2, nam: 3, sau: 4, bay: 5 },
  ...{ "2": 0, "3": 1, "4": 2, "5": 3, "6": 4, "7": 5 },
};

function utc({ year, month, day }: PartialDate): number {
  return Date.UTC(year!, month! - 1, day!);
}

function dateOf(ms: number): PartialDate {
  const date = new Date(ms);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/**
 * The date that relative words mean on a given day: "sáng nay", "hôm qua", "thứ Tư tuần trước",
 * "tháng trước", "năm nay"; null for words that hang on something else ("cùng ngày", "tuần trước").
 *
 * @param today The day on which the words were written, all parts known.
 */
export function settleRelative(words: string, today: PartialDate): PartialDate | null {
  const said = fold(words).replace(/\s+/gu, " ").trim();
  for (const [pattern, days] of DAYS_FROM_TODAY)
    if (pattern.test(said)) return dateOf(utc(today) + days * DAY_MS);
  const weekday =
    /(?:thu (hai|ba|tu|nam|sau|bay|[2-7])|chu nhat) tuan (nay|truoc|qua|toi|sau)$/u.exec(said);
  if (weekday !== null) {
    const day = weekday[1] === undefined ? 6 : WEEKDAYS[weekday[1]]!;
    const monday = utc(today) - ((new Date(utc(today)).getUTCDay() + 6) % 7) * DAY_MS;
    return dateOf(monday + (7 * WEEKS[weekday[2]!]! + day) * DAY_MS);
  }
  const month = /^thang (nay|truoc|sau|toi)$/u.exec(said);
  if (month !== null) {
    const first = new Date(Date.UTC(today.year!, today.month! - 1 + WEEKS[month[1]!]!, 1));
    return { year: first.getUTCFullYear(), month: first.getUTCMonth() + 1, day: null };
  }
  const year = /^nam (nay|ngoai|sau)$/u.exec(said);
  if (year === null) return null;
  const step = { nay: 0, ngoai: -1, sau: 1 }[year[1] as "nay" | "ngoai" | "sau"];
  return { year: today.year! + step, month: null, day: null };
}

/** Words of a sentence that tells what is still to come. */
const ANNOUNCED =
  /(?<!\p{L})(?:sẽ|sắp|dự kiến|chuẩn bị|kế hoạch|thông báo|lịch|nhận lời mời|theo lời mời|tới đây|bắt đầu từ)(?!\p{L})/iu;

/** True where a sentence announces what it tells of: only then a day that was left open may lie ahead. */
export function isAnnounced(sentence: string): boolean {
  return ANNOUNCED.test(sentence);
}

/** A way to tell of what is still to come, and a sentence that does. */
interface ToComeRow {
  /** Alternatives of an expression, with marks. */
  readonly words: string;
  readonly example: string;
}

/** A row here, and such a sentence is neither a meeting that was held nor a document that was signed. */
export const TO_COME: readonly ToComeRow[] = [
  { words: "sẽ", example: "Hai bên sẽ ký Thỏa thuận về bưu chính." },
  { words: "sắp(?! xếp| đặt)", example: "Đoàn Mông Tự sắp sang thăm." },
  { words: "dự (?:kiến|định)", example: "Phiên thứ 12 dự kiến họp tại Nam Ninh." },
  { words: "hẹn", example: "Hai trưởng đoàn hẹn lần thứ bảy ở Cao Bằng." },
  { words: "(?:lần|kỳ|phiên) (?:tới|sau)", example: "Lần tới họp tại Bách Sắc." },
  { words: "sang năm(?! \\d)|năm (?:tới|sau)", example: "Lễ hội sang năm ở Hà Khẩu." },
  { words: "đăng cai", example: "Bách Sắc nhận đăng cai hội nghị lần thứ 8." },
  { words: "chuẩn bị cho", example: "Hai bên chuẩn bị cho hội đàm lần thứ 9." },
];
const ANY_TO_COME = new RegExp(
  `(?<!\\p{L})(?:${TO_COME.map(({ words }) => words).join("|")})(?!\\p{L})`,
  "iu",
);

/**
 * True where a Vietnamese sentence tells of what is still to come and of nothing that was done. `isAnnounced` is wider: it
 * allows a day ahead, and forbids none before.
 */
export const isToCome = (sentence: string): boolean => ANY_TO_COME.test(sentence);

/**
 * The year of a day or month that a report of a given day leaves out: the one in which it lies within `NEAR_DAYS`
 * of that day; null where there is none. A guess never makes a future day of it, unless it is announced.
 *
 * @param written The day of the report, all parts known.
 * @param announced The report tells of what is to come.
 */
export function settleYear(
  { month, day }: PartialDate,
  written: PartialDate,
  announced: boolean,
): number | null {
  if (month === null) return null;
  const told = utc(written);
  for (const year of [written.year!, written.year! - 1, written.year! + 1]) {
    if (!isPossibleDate({ year, month, day })) continue;
    const first = Date.UTC(year, month - 1, day ?? 1);
    const last = day === null ? Date.UTC(year, month, 0) : first;
    const ahead = Math.max(0, first - told);
    const behind = Math.max(0, told - last);
    if (ahead + behind > NEAR_DAYS * DAY_MS) continue;
    return ahead > AHEAD_DAYS * DAY_MS && !announced ? null : year;
  }
  return null;
}

/** "Quý I/2024", "6 tháng đầu năm 2025", "tháng 4/2025", "năm 2024", "đối ngoại Hà Giang 2024": the time that a bulletin or a year's review covers. */
const COVERED =
  /(?<!\p{L})(?:quý (?:i{1,3}|iv|[1-4])|tháng \d{1,2}|tháng (?:đầu|cuối)|nửa (?:đầu|cuối)|năm|nhìn lại|điểm lại|tổng kết|đối ngoại|hoạt động|bản tin[^.]{0,60} số \d{1,3})(?: [\p{L}-]{1,12}){0,6}? ?(?:năm|\/|-|,)? ?((?:19|20)\d\d)(?!\d)/giu;
const ANY_YEAR = /(?<!\d)(?:19|20)\d\d(?!\d)/gu;

/**
 * The year of a day that a report leaves out where its title says of which year it tells; null where the title names
 * none or several, or the day would lie behind its publication.
 *
 * @param written The day of the report, or null.
 */
export function coveredYear(
  date: PartialDate,
  title: string,
  written: PartialDate | null,
): number | null {
  if (date.month === null) return null;
  const years = new Set(matchesIn(title, COVERED).map(([, year]) => Number(year)));
  const named = new Set(matchesIn(title, ANY_YEAR).map(([year]) => Number(year)));
  if (years.size !== 1 || named.size !== 1) return null;
  const [year] = [...years] as [number];
  if (written === null) return year;
  const isTold = Date.UTC(year, date.month - 1, date.day ?? 1) <= utc(written);
  return isTold && written.year! - year <= 1 ? year : null;
}

/** A day of a bulletin without its year lies so many days before it at most: it may be one of half a year. */
const PAST_DAYS = 190;

/**
 * The year in which a day last was before a page was written, where that is not long before; null where it is, or where
 * no day is told.
 *
 * @param written The day of the page, or null.
 */
export function pastYear(date: PartialDate, written: PartialDate | null): number | null {
  if (written === null || date.day === null) return null;
  const before = [written.year!, written.year! - 1].find(
    (year) => utc({ ...date, year }) <= utc(written),
  );
  if (before === undefined) return null;
  return utc(written) - utc({ ...date, year: before }) <= PAST_DAYS * DAY_MS ? before : null;
}

/** "Hội nghị … năm 2022", "Gặp gỡ đầu xuân 2023": the year of the event itself. */
const OF_EVENT =
  /(?<!\p{L})(?:hội nghị|hội đàm|chương trình|gặp gỡ|kỳ gặp|kỳ họp|phiên họp|cuộc họp|lễ hội|giao lưu|tuần tra)(?!\p{L})[^.;()]{0,70}?(?:năm |quý [1-4ivx]{1,3}[/ ]|xuân )((?:19|20)\d\d)(?! ?[-–]|\d)/giu;
/** The event is what the sentence is about. */
const MOST_BEFORE = 30;

/** The years of the events with which a title or sentence begins. */
export const eventYears = (text: string): number[] =>
  matchesIn(text, OF_EVENT)
    .filter(({ index }) => index <= MOST_BEFORE)
    .map(([, year]) => Number(year));

/**
 * What a mention means in full, as `21/1/2025` or `4/6/2017–8/6/2017`, or null where nothing settles it.
 *
 * @param written The day on which it was written, if known.
 * @param yearOf The year that the text itself puts to a date, or null.
 * @param announced What the mention belongs to is still to come.
 */
export function settledDate(
  mention: DateMention,
  words: string,
  written: PartialDate | null,
  yearOf: (date: PartialDate) => number | null,
  announced: boolean,
): string | null {
  if (mention.kind === "relative") {
    const date = written === null ? null : settleRelative(words, written);
    return date === null ? null : formatPartialDate(date);
  }
  const { date, endDate } = mention;
  if (date === null || date.year !== null || date.day === null || date.month === null) return null;
  const complete = (one: PartialDate) => {
    const year =
      one.year ?? yearOf(one) ?? (written === null ? null : settleYear(one, written, announced));
    return year === null ? null : formatPartialDate({ ...one, year });
  };
  if (endDate === null) return complete(date);
  const [from, to] = [complete(date), complete(endDate)];
  return from === null || to === null ? null : `${from}–${to}`;
}
