import {
  clausesOf,
  comparePartialDates,
  coveredYear,
  datesIn,
  isToCome,
  parseFullDate,
  pastYear,
  readOnce,
  sentences,
  settleRelative,
  settleYear,
  spacedWords,
} from "../../../language/text/index.ts";
import { asVietnamese, foreignLanguage } from "../../../language/translate/index.ts";
import type { Article, PartialDate, TextRange } from "../../../model/index.ts";
import { dateOf } from "../../passages/index.ts";

/** Longer sentences are rows of a table or several run together. */
const MOST_CHARS = 600;

/** What happens at meetings, with marks. */
const MEETS =
  /(?<!\p{L})(?:tiếp|đón|thăm|hội đàm|hội kiến|hội ý|gặp|làm việc|bàn giao|giao lưu|họp|hội nghị|hội thảo|tọa đàm|toạ đàm|kết nghĩa|ký|sang|dẫn đầu|dẫn (?:đoàn|\d{1,3}|[\p{L} ]{1,25} sang)|chuyến công tác|cơ chế|tổ chức|phiên|lần thứ|trao đổi|ghé|ngồi lại|tái ngộ|hội chẩn|giao hữu|tuần tra)(?!\p{L})/iu;
/** What stands before what went before. */
const BEFORE =
  /(?<!\p{L})(?:trước đó|trước đây|lần trước|lần gần nhất|từng|kể từ|từ (?:năm|tháng|ngày)|năm ngoái|năm trước|đã|khi đó|lần đầu|lần thứ|đáp lễ|tiếp nối|hồi|bắt đầu|đầu tiên|mở đầu)(?!\p{L})/iu;
/** Years of what is aimed at. */
const AIMED = /(?<!\p{L})(?:kế hoạch|giai đoạn|nhiệm kỳ|đến năm|mục tiêu)(?!\p{L})/iu;
/** What is asked for or counted holds years of other things. */
const OTHER_MATTER =
  /(?<!\p{L})(?:đề nghị|đề xuất|kiến nghị|mong|kim ngạch|USD|tấn|doanh thu)(?!\p{L})/iu;
/** What refers to those or to the series that the article is about. */
const GOES_ON =
  /(?<!\p{L})(?:hai (?:bên|địa phương|tỉnh|thôn|xã|đơn vị|cơ quan|thành phố|nước|ông|bà|anh|chị|người|vị|viện|hội|tòa|đồn|trường)|lần (?:thứ|đầu|trước|gần nhất)|phiên (?:thứ|trước)|kỳ (?:thứ|đầu|trước|mở đầu)|trước đó|cuộc (?:họp|hội đàm|gặp) trước|nhắc lại|nhớ lại)(?!\p{L})/iu;
/** "lùi từ 12/9 sang ngày 26/9": the day on which it was not. */
const PUT_OFF = /(?<!\p{L})(?:lùi|dời|hoãn|chuyển) (?:lịch )?từ (?:ngày )?$/iu;
/** Until when something is counted, since when it holds: "tính đến 31/12/2025", "từ ngày 1/6". */
const COUNTED_TO =
  /(?<!\p{L})(?:tính (?:đến|tới)(?: hết)?|tới cuối|đến hết|hiệu lực từ|trước)(?: ngày| tháng)? ?$/iu;

/** "chạy từ ngày 5/9", "since September 5": a day alone since when something is so. */
const SINCE = /(?<!\p{L})(?:kể từ|từ|since)(?: ngày)? ?$/iu;

/** "nhân kỷ niệm Ngày Quốc tế Phụ nữ 8/3": the day of a feast. */
const FEAST =
  /(?<!\p{L})(?:(?:nhân|mừng|dịp|hướng tới) ngày|ngày quốc tế|quốc khánh|kỷ niệm|ngày thành lập|ngày truyền thống)(?: [\p{L}\d]+){0,12}? ?\(?$/iu;

/** "thư mời của … ngày 14/8", "bản tin đăng ngày 24/8": the day of a letter or of a page. */
const LETTER =
  /(?<!\p{L})(?:thư mời|giấy mời|công văn|tờ trình|công hàm|bản tin|đăng|số ra|cập nhật)(?!\p{L})[^.;,]{0,70}$/iu;
/** What stands below a picture. */
const CAPTION = /^\(?(?:ảnh|trong ảnh|video|clip)(?: \d{1,2})?\s?[:：]/iu;

/** A page that dates more meetings than these is a list of them, as bulletins and reviews are. */
const FEW_DAYS = 2;
/** Sentences behind the one with the day that tell of the same meeting. */
const GOES_ON_FOR = 4;
/** Sentences behind a bare day ("10/1/2023 – Mở cửa.") among which one says what happened. */
const TELLS_WITHIN = 3;
/** Days behind that of a report on which its journey went on. */
const JOURNEY_DAYS = 5;
const DAY_MS = 86_400_000;
/** Longer lines above a paragraph are no heading. */
const HEADING_CHARS = 90;
/** Shorter sentences with a day are labels: the next one tells what was done on it. */
const LABEL_CHARS = 45;
/** What an article is about stands in its first characters. */
const OWN_CHARS = 900;

/** A meeting that a sentence dates. */
export interface DatedItem extends TextRange {
  readonly date: PartialDate;
  /** The last of several days, else null. */
  readonly endDate: PartialDate | null;
  readonly text: string;
  /** Folded words of the heading above it, of the sentence and of what goes on behind it, clause by clause as by `spacedWords`. */
  readonly words: string;
  /** The same as written. */
  readonly context: string;
  /** Folded words of the heading and of what it refers to, without itself. */
  readonly head: string;
  /** True where it tells of those that the article names before. */
  readonly goesOn: boolean;
  /** True for the day that the whole article is about. */
  readonly isOwn: boolean;
}

/** The meetings that the sentences of an article date. */
interface DatedItems {
  /** True for a bulletin or a review: each is a meeting of its own. */
  readonly isList: boolean;
  readonly list: readonly DatedItem[];
}

/** The meetings that an article dates: of a report its own and those before, of a bulletin all. */
export const datedItems = readOnce((article: Article): DatedItems => {
  const own = dateOf(article);
  const list = paragraphsOf(article).flatMap((paragraph) => itemsOf(paragraph, article, own));
  const days = new Set(
    list.filter(({ date }) => date.day !== null).map(({ date }) => JSON.stringify(date)),
  );
  if (days.size > FEW_DAYS) return { isList: true, list };
  return {
    isList: false,
    list: list.filter(
      ({ date, text, isOwn }) =>
        isOwn ||
        ((isBefore(date, own) || isSoonAfter(date, own)) && !OTHER_MATTER.test(asVietnamese(text))),
    ),
  };
});

interface Paragraph {
  readonly heading: string;
  readonly parts: readonly TextRange[];
}

function itemsOf({ heading, parts }: Paragraph, article: Article, own: PartialDate): DatedItem[] {
  const shownOf = ({ start, end }: TextRange) => asVietnamese(article.text.slice(start, end));
  return parts.flatMap((part, i): DatedItem[] => {
    const { start } = part;
    if (part.end - start > MOST_CHARS || !mayDate(article.text.slice(start, part.end))) return [];
    const shown = shownOf(part);
    if ([AIMED, CAPTION].some((words) => words.test(shown)) || isToCome(shown)) return [];
    const dates = datesOf(shown, article);
    if (dates.length === 0) return [];
    const behind = parts.slice(i + 1, i + 1 + GOES_ON_FOR);
    const next = behind.findIndex((one) => DAY.test(article.text.slice(one.start, one.end)));
    const following = behind.slice(0, next < 0 ? undefined : next);
    const isOwn = (date: PartialDate): boolean => isOneDay(date, own) && start < OWN_CHARS;
    // A bare day, as labels of a timeline or a diary are: what was done stands behind it.
    const isLabel = part.end - start <= LABEL_CHARS;
    const told = MEETS.test(shown)
      ? -1
      : following.slice(0, TELLS_WITHIN).findIndex((one) => MEETS.test(shownOf(one)));
    const isTold =
      told >= 0 ||
      MEETS.test(shown) ||
      (dates.some(isOwn) && MEETS.test(`${article.title} ${heading}`));
    if (!isTold || (told >= 0 && isToCome(shownOf(following[told]!)))) return [];
    const shownTo = told >= 0 ? following[told] : isLabel ? following[0] : undefined;
    const end = shownTo?.end ?? part.end;
    const before = parts.slice(0, i).filter((one) => one.end - one.start < HEADING_CHARS / 2);
    const label = i > 0 && before.length === i ? article.text.slice(before[0]!.start, start) : "";
    const goesOn = GOES_ON.test(shown);
    // "Đây là lần thứ hai hai ông ngồi lại": whom the sentence before names.
    const referred =
      goesOn && label === "" && i > 0 ? article.text.slice(parts[i - 1]!.start, start) : "";
    const above = `${heading} | ${label}${referred}`;
    const context = `${above}${article.text.slice(start, following.at(-1)?.end ?? end)}`;
    const text = article.text.slice(start, end);
    const held = lazyWords(above, context);
    return dates.map(({ endDate, ...date }) => ({
      ...{ date, endDate, start, end, text, context, goesOn, isOwn: isOwn(date) },
      // Most items are of another time than a question asks for, and rendering them is what takes time.
      get words() {
        return held.words();
      },
      get head() {
        return held.head();
      },
    }));
  });
}

/** The folded words of an item and of what stands above it, each read when it is asked for first. */
function lazyWords(above: string, context: string) {
  let words: string | undefined;
  let head: string | undefined;
  return {
    words: () => (words ??= clausesOf(asVietnamese(context)).map(spacedWords).join("|")),
    head: () => (head ??= spacedWords(asVietnamese(above))),
  };
}

/** What a sentence in another language has where it dates something; few have, and to render one takes long. */
const MAY_DATE = {
  en: /\d|\b(?:today|tonight|yesterday|tomorrow|days?|weeks?|weekend|months?|years?|mornings?|afternoons?|evenings?|nights?|noon|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter|quarter)\b/iu,
  zh: /[\d〇零一二三四五六七八九十年月日天周今昨明翌当]/u,
} as const;

function mayDate(text: string): boolean {
  const language = foreignLanguage(text);
  return language === null || MAY_DATE[language].test(text);
}

const DAY = /(?<!\d)\d{1,2}[/.-]\d{1,2}(?!\d)|ngày \d/u;

/** The sentences of an article by paragraphs, each with the heading above it. */
function paragraphsOf({ text, blocks }: Article): Paragraph[] {
  const found: Paragraph[] = [];
  let heading = "";
  for (const { kind, start, end } of blocks) {
    const own = text.slice(start, end);
    const isLine = own.length <= HEADING_CHARS && !/[.!?;,:]$/u.test(own);
    if (isLine && (kind === "heading" || (kind === "paragraph" && !/\d/u.test(own)))) heading = own;
    if (kind !== "lead" && kind !== "paragraph" && kind !== "heading") continue;
    const parts = sentences(own).map((one) => ({ start: start + one.start, end: start + one.end }));
    found.push({ heading: heading === own ? "" : heading, parts });
  }
  return found;
}

/** The days that a sentence names, else the earliest month or year that dates a meeting; known years alone. */
export function datesOf(shown: string, { title, published, event }: Article): TellingDate[] {
  const written = published === null ? null : parseFullDate(published);
  const dateline = DATELINE.exec(shown)?.[0].length ?? 0;
  const years = new Set(shown.match(ANY_YEAR) ?? []);
  // "Năm 2022 hai bên họp trực tuyến vào ngày 16/6".
  const only = years.size === 1 ? Number([...years][0]) : null;
  const dates = datesIn(shown, { bareYears: true }).flatMap(({ kind, date, endDate, ...at }) => {
    const lead = shown.slice(0, at.start);
    if ([PUT_OFF, COUNTED_TO, FEAST, LETTER].some((words) => words.test(lead.slice(-MOST_LEAD))))
      return [];
    if (at.end <= dateline) return [];
    if (kind === "relative") {
      const said = shown.slice(at.start, at.end).toLowerCase();
      const day = written === null ? null : settleRelative(said, written);
      return day === null ? [] : { ...day, endDate: null };
    }
    if (date === null || (endDate !== null && endDate.month === null)) return [];
    if (endDate === null && date.day !== null && SINCE.test(lead)) return [];
    // "Phiên quý I": no meeting lasted all these months.
    if (endDate !== null && date.day === null) return [];
    if (date.year !== null || date.month === null) return { ...date, endDate };
    const near = written === null ? null : settleYear(date, written, false);
    const year =
      endDate?.year ?? only ?? near ?? coveredYear(date, title, written) ?? pastYear(date, written);
    return { ...date, year, endDate: endDate && { ...endDate, year: endDate.year ?? year } };
  });
  const isDated = event?.date.year != null || written !== null;
  const known = dates
    // A year in the name of an event dates no meeting where the article's own year is not known.
    .filter((date) => date.year !== null && (date.month !== null || isDated))
    .sort(comparePartialDates);
  const days = known.filter(({ day }) => day !== null);
  if (days.length > 0) return days;
  // A month with its year that lies before is told for its own sake, a year alone may be anything's.
  const [first] = known;
  return first === undefined || (first.month === null && !BEFORE.test(shown)) ? [] : [first];
}

/** "Mông Tự ngày 17 tháng 5 (phóng viên …) – ": where and when it was written. */
const DATELINE =
  /^[^–—().]{0,60}\((?:phóng viên|ttxvn|pv|tin|nhật báo|báo|đài|thông tấn)[^()]{0,80}\)\s*[–—-]/iu;

/** A date with the last one of its span. */
type TellingDate = PartialDate & { readonly endDate: PartialDate | null };

/** Characters before a day in which stands what it is of. */
const MOST_LEAD = 90;
const ANY_YEAR = /(?<!\d)(?:19|20)\d\d(?!\d)/gu;

const utc = ({ year, month, day }: PartialDate) => Date.UTC(year!, month! - 1, day!);

/** True for one of the days behind another one on which its journey may have gone on. */
function isSoonAfter(date: PartialDate, own: PartialDate): boolean {
  if (date.day === null || own.year === null || own.month === null || own.day === null)
    return false;
  const behind = utc(date) - utc(own);
  return behind > 0 && behind <= JOURNEY_DAYS * DAY_MS;
}

/** True where a date lies before another one as far as both are known; a year alone before that year. */
export function isBefore(date: PartialDate, own: PartialDate): boolean {
  if (own.year === null) return true;
  if (date.year !== own.year) return date.year! < own.year;
  if (date.month === null || own.month === null) return false;
  if (date.month !== own.month) return date.month < own.month;
  return date.day !== null && own.day !== null && date.day < own.day;
}

/** True where two dates are the same known day. */
export const isOneDay = (a: PartialDate, b: PartialDate): boolean =>
  a.day !== null && a.day === b.day && a.month === b.month && a.year === b.year;
