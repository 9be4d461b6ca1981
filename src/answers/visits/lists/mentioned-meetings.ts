import {
  comparePartialDates,
  isToCome,
  readOnce,
  sentences,
  spacedWords,
} from "../../../language/text/index.ts";
import { asVietnamese } from "../../../language/translate/index.ts";
import type { Article, IndexReader, PartialDate, Register, Visit } from "../../../model/index.ts";
import { placeKey, placesIn, searchKey } from "../../../visits/register/index.ts";
import { bodiesOf, dateOf, publishedOn, toldDates } from "../../passages/index.ts";
import type { ReadCache } from "../../search/index.ts";
import { alternatives, type Demands, meetsTimes } from "../asked/index.ts";
import type { HoldingArticle } from "../shown/index.ts";
import { articlesWith, leadOf, phrasesOf } from "./holding-articles.ts";

/** Chunks looked through for articles. */
const MOST_CHUNKS = 40;
/** Longer sentences are rows of a table or several run together. */
const MOST_CHARS = 600;

/** What happens at meetings, with marks. */
const MEETS =
  /(?<!\p{L})(?:tiếp|đón|thăm|hội đàm|hội kiến|hội ý|gặp|làm việc|bàn giao|giao lưu|họp|hội nghị|hội thảo|tọa đàm|toạ đàm|kết nghĩa|ký|sang|dẫn đầu|chuyến công tác|cơ chế|tổ chức|phiên|lần thứ)(?!\p{L})/iu;
/** What stands before what went before. */
const BEFORE =
  /(?<!\p{L})(?:trước đó|trước đây|lần trước|lần gần nhất|từng|kể từ|từ (?:năm|tháng|ngày)|năm ngoái|năm trước|đã|khi đó|lần đầu|lần thứ|đáp lễ|tiếp nối|hồi|bắt đầu)(?!\p{L})/iu;
/** Years of what is aimed at. */
const AIMED = /(?<!\p{L})(?:kế hoạch|giai đoạn|nhiệm kỳ|đến năm|mục tiêu)(?!\p{L})/iu;

/** What is asked for or counted holds years of other things. */
const OTHER_MATTER =
  /(?<!\p{L})(?:đề nghị|đề xuất|kiến nghị|mong|kim ngạch|USD|tấn|doanh thu)(?!\p{L})/iu;
/** What refers to those or to the series that the article is about. */
const GOES_ON =
  /(?<!\p{L})(?:hai (?:bên|địa phương|tỉnh|thôn|xã|đơn vị|cơ quan|thành phố|nước)|lần (?:thứ|đầu|trước|gần nhất)|phiên (?:thứ|trước)|trước đó|cuộc (?:họp|hội đàm|gặp) trước)(?!\p{L})/iu;

/** A page that dates more meetings than these is a list of them, as bulletins and reviews are. */
const FEW_DAYS = 2;
/** Sentences behind the one with the day that tell of the same meeting. */
const GOES_ON_FOR = 4;
/** Longer lines above a paragraph are no heading. */
const HEADING_CHARS = 90;

/** A meeting that a sentence dates. */
interface Mention {
  readonly date: PartialDate;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Folded words of the heading above it, of the sentence and of what goes on behind it, as by `spacedWords`. */
  readonly words: string;
  /** The same as written. */
  readonly context: string;
  /** True where it tells of those that the article names before. */
  readonly goesOn: boolean;
}

/** The meetings that the sentences of an article date. */
interface Mentions {
  /** True for a bulletin or a review: each is a meeting of its own. */
  readonly isList: boolean;
  readonly list: readonly Mention[];
}

/** The meetings that an article dates: of a report those before its own day, of a bulletin all. */
const mentionsIn = readOnce((article: Article): Mentions => {
  const own = dateOf(article);
  const list = paragraphsOf(article).flatMap(({ heading, parts }) =>
    parts.flatMap(({ start, end }, i): Mention[] => {
      const text = article.text.slice(start, end);
      const shown = asVietnamese(text);
      if (text.length > MOST_CHARS || !MEETS.test(shown)) return [];
      if (isToCome(shown) || AIMED.test(shown)) return [];
      const dates = datesOf(shown, article);
      if (dates.length === 0) return [];
      const behind = parts.slice(i + 1, i + 1 + GOES_ON_FOR);
      const next = behind.findIndex((one) => DAY.test(article.text.slice(one.start, one.end)));
      const last = behind.slice(0, next < 0 ? undefined : next).at(-1);
      const before = parts.slice(0, i).filter((one) => one.end - one.start < HEADING_CHARS / 2);
      const label = i > 0 && before.length === i ? article.text.slice(before[0]!.start, start) : "";
      const context = `${heading} | ${label}${article.text.slice(start, last?.end ?? end)}`;
      const words = spacedWords(asVietnamese(context));
      const goesOn = GOES_ON.test(shown);
      return dates.map((date) => ({ date, start, end, text, words, context, goesOn }));
    }),
  );
  const days = new Set(
    list.filter(({ date }) => date.day !== null).map(({ date }) => JSON.stringify(date)),
  );
  if (days.size > FEW_DAYS) return { isList: true, list };
  return {
    isList: false,
    list: list.filter(
      ({ date, text }) => isBefore(date, own) && !OTHER_MATTER.test(asVietnamese(text)),
    ),
  };
});

const DAY = /(?<!\d)\d{1,2}[/.-]\d{1,2}(?!\d)|ngày \d/u;

/** The sentences of an article by paragraphs, each with the heading above it. */
function paragraphsOf({ text, blocks }: Article) {
  const found: { heading: string; parts: { start: number; end: number }[] }[] = [];
  let heading = "";
  for (const { kind, start, end } of blocks) {
    const own = text.slice(start, end);
    if (kind === "heading" && own.length <= HEADING_CHARS) heading = own;
    if (kind !== "lead" && kind !== "paragraph") continue;
    const parts = sentences(own).map((one) => ({ start: start + one.start, end: start + one.end }));
    found.push({ heading, parts });
  }
  return found;
}

/** The days that a sentence names, else the earliest month or year that dates a meeting. */
function datesOf(shown: string, article: Article): PartialDate[] {
  const isDated = article.event?.date.year != null || publishedOn(article) !== null;
  const known = toldDates(shown, article, { year: "near", relative: true, bareYears: true })
    // A span of years dates no meeting.
    .flatMap(({ first, last }) => (last.month === null && last.year !== first.year ? [] : [first]))
    // A year in the name of an event dates no meeting where the article's own year is not known.
    .filter((date) => date.year !== null && (date.month !== null || isDated))
    .sort(comparePartialDates);
  const days = known.filter(({ day }) => day !== null);
  if (days.length > 0) return days;
  // A month with its year that lies before is told for its own sake, a year alone may be anything's.
  const [first] = known;
  return first === undefined || (first.month === null && !BEFORE.test(shown)) ? [] : [first];
}

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
 * Meetings that articles tell of in passing or in a row, those that are recorded left out, newest first. All that the
 * question names stands in the item, or in the article that it refers to.
 *
 * @param subject Folded words and pairs of words, as in `MeetingsAsked`.
 */
export function mentionedMeetings(
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
  // On a page of several events a body's own are told where it is named.
  const bodies = bodiesOf({ searchText });
  const own = subject.filter((phrase) => !bodies.flat().some((body) => body.includes(phrase)));
  const wanted = [...groups, ...own.map((phrase) => [phrase])];
  const ids = articlesWith([...wanted, ...bodies].flat(), MOST_CHUNKS, reader, cache);
  const found = [...ids].flatMap((id): HoldingArticle[] => {
    const article = cache.article(id);
    if (article === null) return [];
    const { isList, list } = mentionsIn(article);
    const recorded = register.ofArticle(id);
    const holds = isList
      ? inList(article, alternatives(names, searchText), own, bodies)
      : inReport(article, groups, wanted, bodies, cache);
    return list
      .filter(
        (mention) =>
          holds(mention) &&
          (times.length === 0 || meetsTimes(times, { first: mention.date, last: mention.date })) &&
          !recorded.some(
            (visit) =>
              isOf(visit, mention.date) ||
              (visit.date.year === null && isToldIn(visit, id, mention)),
          ),
      )
      .map(({ date, start, end, text }) => ({ articleId: id, date, start, end, text }));
  });
  return onceADay(found.sort((a, b) => comparePartialDates(b.date, a.date)));
}

/** Whether a report that is about all that is named, or names it in the sentence, mentions such a meeting. */
function inReport(
  article: Article,
  groups: readonly (readonly string[])[],
  wanted: readonly (readonly string[])[],
  bodies: readonly (readonly string[])[],
  cache: ReadCache,
): (mention: Mention) => boolean {
  const held = cache.words(article.id);
  if (!wanted.every((group) => group.some((phrase) => held.has(phrase)))) return () => false;
  const lead = leadOf(article);
  const isAbout = groups.every((group) => group.some((phrase) => lead.includes(` ${phrase} `)));
  return ({ words, goesOn }) =>
    ((isAbout && goesOn) ||
      groups.some((group) => group.some((phrase) => words.includes(` ${phrase} `)))) &&
    bodies.every((names) => names.some((name) => `${words}${lead}`.includes(` ${name} `)));
}

/** Whether an item of a list holds all that is named, with what the title says of all of them. */
function inList(
  { title }: Article,
  names: ReturnType<typeof alternatives>,
  subject: readonly string[],
  bodies: readonly (readonly string[])[],
): (mention: Mention) => boolean {
  const named = spacedWords(asVietnamese(title));
  const has = (words: string, phrase: string) => words.includes(` ${phrase} `);
  return ({ words, context }) => {
    let places: ReadonlySet<string> | undefined;
    const lies = (name: string) => {
      const key = placeKey(searchKey(name));
      places ??= new Set(placesIn(asVietnamese(`${context} | ${title}`), null).map(searchKey));
      return key !== null && places.has(key);
    };
    const holds = (name: (typeof names)[number][number]) => {
      const phrase = name.words.join(" ");
      if (name.kind !== "place") return has(words, phrase);
      return has(words, phrase) || has(named, phrase) || lies(name.name);
    };
    return (
      names.every((group) => group.some(holds)) &&
      [...bodies, ...subject.map((phrase) => [phrase])].every((any) =>
        any.some((phrase) => has(words, phrase) || has(named, phrase)),
      )
    );
  };
}

/** Two sentences on one day tell of one meeting. */
function onceADay(mentions: readonly HoldingArticle[]): HoldingArticle[] {
  const key = ({ date }: HoldingArticle) => JSON.stringify([date.year, date.month, date.day]);
  return [...new Map(mentions.toReversed().map((one) => [key(one), one])).values()].reverse();
}

/** What an article mentions of earlier ones of the series or meeting that it is about. */
export const earlierMentions = (article: Article, times: Demands["times"]): HoldingArticle[] =>
  mentionsIn(article)
    .list.filter(
      ({ goesOn, date }) =>
        goesOn &&
        isBefore(date, dateOf(article)) &&
        (times.length === 0 || meetsTimes(times, { first: date, last: date })),
    )
    .map(({ date, start, end, text }) => ({ articleId: article.id, date, start, end, text }));

/** Those of the mentioned meetings that none of some visits is. */
export const withoutVisits = (
  mentioned: readonly HoldingArticle[],
  visits: readonly Visit[],
): HoldingArticle[] => mentioned.filter(({ date }) => !visits.some((visit) => isOf(visit, date)));
