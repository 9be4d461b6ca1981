import {
  comparePartialDates,
  fold,
  isToCome,
  readOnce,
  sentences,
  spacedWords,
} from "../../../language/text/index.ts";
import { asVietnamese } from "../../../language/translate/index.ts";
import type { Article, IndexReader, PartialDate } from "../../../model/index.ts";
import { bodiesOf, dateOf, numbersAsked, seriesTold, toldDates } from "../../passages/index.ts";
import type { Question } from "../../question/index.ts";
import type { ReadCache } from "../../search/index.ts";
import {
  asksNumber,
  type Demands,
  isAnyMeeting,
  type MeetingsWanted,
  meetsTimes,
  seriesOf,
  subjectAsked,
} from "../asked/index.ts";
import type { HoldingArticle } from "../shown/index.ts";
import { articlesWith, leadOf, phrasesOf } from "./holding-articles.ts";
import { earlierMentions } from "./mentioned-meetings.ts";

/** Where or when all of them were. */
const ALL =
  /(?<![a-z])(?:nhung (?:dau|noi|nam|dia phuong|ky|lan|dip|tinh)|cac (?:nam|noi|dia phuong|ky|lan|tinh)|tung nam)(?![a-z])/u;
const HOW_MANY = /(?<![a-z])(?:may|bao nhieu) (?:ky|phien|khoa|dot|lan)(?![a-z])/u;
const FIRST =
  /(?<![a-z])(?:tu bao gio|tu nam nao|tu khi nao|(?:ky|lan|phien) dau|bat dau tu)(?![a-z])/u;
const MOST_CHUNKS = 60;
/** Words that say nothing of which series is meant. */
const OPEN = new Set(
  "lan thu ky phien khoa dot cuoc buoi lien to nhom uy ban thuong nien dinh hang nam quy".split(
    " ",
  ),
);
/** Longer sentences are several run together. */
const MOST_CHARS = 500;
/** Sentences behind one that names a series in which another one of it may be told by its number alone. */
const GOES_ON = 5;
/** An article that dates more of a series than these is a list of events, whose sentences stand for themselves. */
const FEW_DAYS = 2;
/** Characters of a heading. */
const MOST_HEADING = 90;
/** Sentences with which a report begins. */
const LEAD = 3;
const BY_NUMBER = /^.{0,45}(?<!\p{L})(?:lần|phiên|kỳ) (?:thứ|đầu|\d)/iu;

/** One of a series, by a sentence that tells of it. */
interface SeriesMember extends HoldingArticle {
  /** Its number in the series, as far as that is told. */
  readonly number: number | null;
}

/** A question over a series of events, and the members that articles tell of, newest first. */
export interface SeriesAsked {
  readonly wanted: MeetingsWanted;
  readonly members: readonly SeriesMember[];
  /** Other sentences of reports on the series that look back at earlier ones. */
  readonly mentions: readonly HoldingArticle[];
}

/** A sentence of an article as series are looked for in it. */
interface SentenceReading {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Its folded words, parted and surrounded by single spaces. */
  readonly words: string;
  readonly numbers: readonly number[];
  readonly date: PartialDate | null;
}

const sentencesOf = readOnce((article: Article): readonly SentenceReading[] => {
  return sentences(article.text).flatMap(({ start, end }): SentenceReading[] => {
    const text = article.text.slice(start, end);
    if (text.length > MOST_CHARS) return [];
    const shown = asVietnamese(text);
    const dates = toldDates(shown, article, { year: "named" })
      .map(({ first }) => first)
      .filter(({ month }) => month !== null);
    // "Giao ban quý I họp ngày 20/2": the day tells more.
    const date = dates.find(({ day }) => day !== null) ?? dates[0];
    const numbers = [...seriesTold(text)];
    return [{ start, end, text, words: spacedWords(shown), numbers, date: date ?? null }];
  });
});

/**
 * Reads a question over a series of events ("Gặp gỡ đầu Xuân", "giao lưu phụ nữ lần thứ …") and finds its members, each
 * by the sentence that names it.
 *
 * @returns Null where no series is named, or no article tells of one.
 */
export function seriesAsked(
  question: Question,
  demands: Demands,
  wanted: MeetingsWanted | null,
  reader: Pick<IndexReader, "searchLexical">,
  cache: ReadCache,
): SeriesAsked | null {
  const series = seriesOf(question);
  // Most questions name none.
  if (series.length === 0 || demands.except.length > 0) return null;
  const { searchText } = question;
  const folded = fold(searchText);
  const isOver = wanted !== null || asksNumber(question) || ALL.test(folded) || FIRST.test(folded);
  if (!isOver) return null;
  const groups = phrasesOf(
    demands.names.filter(({ kind }) => kind !== "office"),
    searchText,
  );
  const places = phrasesOf(
    demands.names.filter(({ kind }) => kind === "place"),
    searchText,
  );
  // One word may be the asker's own; a pair names something.
  const own = [
    ...subjectAsked(question)
      .filter(
        (phrase) =>
          phrase.includes(" ") &&
          !phrase.split(" ").some((word) => OPEN.has(word)) &&
          !series.some((name) => name.includes(phrase) || phrase.includes(name)),
      )
      .map((phrase) => [phrase]),
    ...bodiesOf(question),
  ];
  if (groups.length + own.length === 0 && isAnyMeeting(series[0]!)) return null;
  const phrases = [...groups.flat(), ...series, ...own.flat()];
  const ids = articlesWith(phrases, MOST_CHUNKS, reader, cache);
  const mentions: HoldingArticle[] = [];
  const found = [...ids].flatMap((id): SeriesMember[] => {
    const article = cache.article(id);
    if (article === null) return [];
    const held = cache.words(id);
    if (!groups.every((group) => group.some((phrase) => held.has(phrase)))) return [];
    const lead = leadOf(article);
    if ([series, ...own].every((any) => any.some((phrase) => lead.includes(` ${phrase} `))))
      mentions.push(...earlierMentions(article, demands.times));
    const told = membersIn(article, series, own);
    // A page of several events tells in the sentence, or in its title, whose each is.
    const days = new Set(told.map(({ date }) => JSON.stringify(date))).size;
    return days > FEW_DAYS ? told.filter((one) => namesAll(article, one, places)) : told;
  });
  const numbers = numbersAsked(question);
  // "Lần thứ mấy": one without a number is none that is meant, where others have theirs.
  const isNumbered = asksNumber(question) && found.some(({ number }) => number !== null);
  const members = onceEach(
    found
      .filter(
        ({ date, number }) =>
          (!isNumbered || number !== null) &&
          (demands.times.length === 0 || meetsTimes(demands.times, { first: date, last: date })) &&
          (numbers.length < 2 || (number !== null && numbers.includes(number))),
      )
      .sort((a, b) => comparePartialDates(b.date, a.date)),
  );
  const isUnnumbered = asksNumber(question) && members.every(({ number }) => number === null);
  if (members.length === 0 || isUnnumbered) return null;
  const all = FIRST.test(folded)
    ? "first"
    : HOW_MANY.test(folded)
      ? "count"
      : ALL.test(folded)
        ? "list"
        : null;
  const isTold = ({ articleId, start, date }: HoldingArticle) =>
    members.some(
      (one) => (one.articleId === articleId && one.start === start) || isOneDay(one.date, date),
    );
  return {
    wanted: wanted ?? all ?? "last",
    members,
    mentions: mentions
      .filter((one) => !isTold(one))
      .sort((a, b) => comparePartialDates(b.date, a.date)),
  };
}

/** The members of a series that an article tells of. */
function membersIn(
  article: Article,
  series: readonly string[],
  own: readonly (readonly string[])[],
): SeriesMember[] {
  const title = spacedWords(asVietnamese(article.title));
  const holds = (words: string, any: readonly string[]) =>
    any.some((phrase) => `${words}${title}`.includes(` ${phrase} `));
  let named = Number.NEGATIVE_INFINITY;
  const list = sentencesOf(article);
  return list.flatMap((sentence, i): SeriesMember[] => {
    const isNamed =
      series.some((name) => sentence.words.includes(` ${name} `)) &&
      own.every((any) => holds(sentence.words, any));
    if (isNamed) named = i;
    const isNext =
      i - named <= GOES_ON &&
      sentence.numbers.length > 0 &&
      sentence.date !== null &&
      BY_NUMBER.test(asVietnamese(sentence.text));
    if (isToCome(asVietnamese(sentence.text)) || (!isNamed && !isNext)) return [];
    // What only names the series dates none of it, but for the beginning of its own report.
    const isLead = i < LEAD && sentence.numbers.length + Number(sentence.date !== null) > 0;
    // A heading names it, the sentence below dates it.
    const isHeading = sentence.text.length <= MOST_HEADING && !/[.!?]$/u.test(sentence.text);
    const below = isNamed && isHeading ? (list[i + 1]?.date ?? null) : null;
    const date = sentence.date ?? below ?? (isLead ? dateOf(article) : null);
    if (date === null || (sentence.numbers.length === 0 && sentence.date === null)) return [];
    const { start, end, text } = sentence;
    const number = sentence.numbers.length === 1 ? sentence.numbers[0]! : null;
    return [{ articleId: article.id, date, start, end, text, number }];
  });
}

/** True where a sentence, with the title of its article, holds a phrase of each group. */
function namesAll(
  { title }: Article,
  { text }: SeriesMember,
  groups: readonly (readonly string[])[],
): boolean {
  const words = spacedWords(asVietnamese(`${title} | ${text}`));
  return groups.every((group) => group.some((phrase) => words.includes(` ${phrase} `)));
}

/** Two sentences on one member count once; one that tells the number goes before. */
function onceEach(members: readonly SeriesMember[]): SeriesMember[] {
  const isSame = (a: SeriesMember, b: SeriesMember) =>
    (a.number !== null && a.number === b.number) ||
    (isOneDay(a.date, b.date) && (a.number === null || b.number === null));
  const numberedFirst = members.toSorted(
    (a, b) => Number(b.number !== null) - Number(a.number !== null),
  );
  const kept: SeriesMember[] = [];
  for (const one of numberedFirst) if (!kept.some((other) => isSame(one, other))) kept.push(one);
  return kept.sort((a, b) => comparePartialDates(b.date, a.date));
}

const isOneDay = (a: PartialDate, b: PartialDate): boolean =>
  a.day !== null && a.day === b.day && a.month === b.month && a.year === b.year;
