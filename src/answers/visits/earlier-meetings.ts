import {
  comparePartialDates,
  datesIn,
  parseFullDate,
  readOnce,
  sentences,
  settleRelative,
  spacedWords,
} from "../../language/text/index.ts";
import { asVietnamese } from "../../language/translate/index.ts";
import type { Article, IndexReader, PartialDate, Register, Visit } from "../../model/index.ts";
import { bodiesOf } from "../passages/index.ts";
import type { ReadCache } from "../search/index.ts";
import { meetsTimes } from "./agreement.ts";
import type { Demands } from "./demands.ts";
import {
  articlesWith,
  dateOf,
  type HoldingArticle,
  leadOf,
  phrasesOf,
} from "./holding-articles.ts";

/** Chunks looked through for articles. */
const MOST_CHUNKS = 40;
/** Longer sentences are rows of a table or several run together. */
const MOST_CHARS = 600;

/** What happens at meetings, with marks. */
const MEETS =
  /(?<!\p{L})(?:tiếp|đón|thăm|hội đàm|hội kiến|gặp|làm việc|giao lưu|họp|hội nghị|hội thảo|tọa đàm|toạ đàm|kết nghĩa|ký|sang|dẫn đầu|chuyến công tác|cơ chế|tổ chức|phiên|lần thứ)(?!\p{L})/iu;
/** What stands before what went before. */
const BEFORE =
  /(?<!\p{L})(?:trước đó|trước đây|lần trước|lần gần nhất|từng|kể từ|từ (?:năm|tháng|ngày)|năm ngoái|năm trước|đã|khi đó|lần đầu|lần thứ|đáp lễ|tiếp nối|hồi|bắt đầu)(?!\p{L})/iu;
const AHEAD =
  /(?<!\p{L})(?:sẽ|dự kiến|sắp|kế hoạch|giai đoạn|nhiệm kỳ|đến năm|mục tiêu)(?!\p{L})/iu;

/** What is asked for or counted holds years of other things. */
const OTHER_MATTER =
  /(?<!\p{L})(?:đề nghị|đề xuất|kiến nghị|mong|kim ngạch|USD|tấn|doanh thu)(?!\p{L})/iu;
/** What refers to those or to the series that the article is about. */
const GOES_ON =
  /(?<!\p{L})(?:hai (?:bên|địa phương|tỉnh|thôn|xã|đơn vị|cơ quan|thành phố|nước)|lần (?:thứ|đầu|trước|gần nhất)|phiên (?:thứ|trước)|trước đó|cuộc (?:họp|hội đàm|gặp) trước)(?!\p{L})/iu;

/** A sentence that tells of an earlier meeting, and when that was. */
interface Mention {
  readonly date: PartialDate;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Its folded words, parted and surrounded by single spaces. */
  readonly words: string;
  /** True where it tells of those that the article names before. */
  readonly goesOn: boolean;
}

/** The sentences of an article that tell of meetings before the day of its own. */
const mentionsIn = readOnce((article: Article): readonly Mention[] => {
  const published = article.published === null ? null : parseFullDate(article.published);
  const own = dateOf(article);
  return sentences(article.text).flatMap(({ start, end }): Mention[] => {
    const text = article.text.slice(start, end);
    if (text.length > MOST_CHARS) return [];
    const shown = asVietnamese(text);
    if (!MEETS.test(shown) || AHEAD.test(shown) || OTHER_MATTER.test(shown)) return [];
    const dates = datesIn(shown, { bareYears: true }).flatMap(({ kind, date, endDate, ...at }) => {
      if (kind === "relative")
        return published === null
          ? []
          : (settleRelative(shown.slice(at.start, at.end).toLowerCase(), published) ?? []);
      return date === null || (endDate !== null && endDate.month === null) ? [] : date;
    });
    const earlier = dates
      // A year in the name of an event dates no meeting where the article's own year is not known.
      .filter((date) => date.year !== null && (date.month !== null || own.year !== null))
      .filter((date) => isBefore(date, own))
      .sort(comparePartialDates);
    const [date] = earlier;
    // A month with its year that lies before is told for its own sake, a year alone may be anything's.
    if (date === undefined || (date.month === null && !BEFORE.test(shown))) return [];
    return [{ date, start, end, text, words: spacedWords(shown), goesOn: GOES_ON.test(shown) }];
  });
});

/** True where a date lies before another one as far as both are known; a year alone before that year. */
function isBefore(date: PartialDate, own: PartialDate): boolean {
  if (own.year === null) return true;
  if (date.year !== own.year) return date.year! < own.year;
  if (date.month === null || own.month === null) return false;
  if (date.month !== own.month) return date.month < own.month;
  return date.day !== null && own.day !== null && date.day < own.day;
}

/** True where a visit is of the told day, or month where no day is told. */
function isOf({ date, endDate }: Visit, told: PartialDate): boolean {
  if (told.month === null) return false;
  return meetsTimes([{ first: told, last: told }], { first: date, last: endDate ?? date });
}

/** True where a visit was read from a sentence. */
const isToldIn = ({ sources }: Visit, id: string, { start, end }: Mention): boolean =>
  sources.some((one) => one.articleId === id && one.start < end && start < one.end);

/**
 * Earlier meetings that articles tell of in passing, those that are recorded left out, newest first. The article
 * holds all that the question names, the sentence at least one name of it.
 *
 * @param subject Folded words and pairs of words, as in `MeetingsAsked`.
 */
export function earlierMeetings(
  demands: Demands,
  subject: readonly string[],
  searchText: string,
  reader: Pick<IndexReader, "searchLexical">,
  register: Register,
  cache: ReadCache,
): HoldingArticle[] {
  const { times, except } = demands;
  // An office is told in many words, and its place by itself; whom a question leaves out no words tell.
  const names = demands.names.filter(({ kind }) => kind !== "office");
  if (names.length === 0 || except.length > 0) return [];
  const groups = phrasesOf(names, searchText);
  const wanted = [...groups, ...subject.map((phrase) => [phrase])];
  // On a page of several events a body's own are told where it is named.
  const bodies = bodiesOf({ searchText });
  const ids = articlesWith(wanted.flat(), MOST_CHUNKS, reader, cache);
  const found = [...ids].flatMap((id): HoldingArticle[] => {
    const article = cache.article(id);
    if (article === null) return [];
    const held = cache.words(id);
    if (!wanted.every((group) => group.some((phrase) => held.has(phrase)))) return [];
    const recorded = register.ofArticle(id);
    const lead = leadOf(article);
    const isAbout = groups.every((group) => group.some((phrase) => lead.includes(` ${phrase} `)));
    return mentionsIn(article)
      .filter(
        (mention) =>
          ((isAbout && mention.goesOn) ||
            groups.some((group) =>
              group.some((phrase) => mention.words.includes(` ${phrase} `)),
            )) &&
          bodies.every((names) =>
            names.some((name) => `${mention.words}${lead}`.includes(` ${name} `)),
          ) &&
          (times.length === 0 || meetsTimes(times, { first: mention.date, last: mention.date })) &&
          !recorded.some(
            (visit) =>
              isOf(visit, mention.date) ||
              (visit.date.year === null && isToldIn(visit, id, mention)),
          ),
      )
      .map(({ date, start, end, text }) => ({ articleId: id, date, start, end, text }));
  });
  return found.sort((a, b) => comparePartialDates(b.date, a.date));
}

/** What an article mentions of earlier ones of the series or meeting that it is about. */
export const earlierMentions = (article: Article, times: Demands["times"]): HoldingArticle[] =>
  mentionsIn(article)
    .filter(
      ({ goesOn, date }) =>
        goesOn && (times.length === 0 || meetsTimes(times, { first: date, last: date })),
    )
    .map(({ date, start, end, text }) => ({ articleId: article.id, date, start, end, text }));

/** Those of earlier meetings that none of some visits is. */
export const withoutVisits = (
  earlier: readonly HoldingArticle[],
  visits: readonly Visit[],
): HoldingArticle[] => earlier.filter(({ date }) => !visits.some((visit) => isOf(visit, date)));
