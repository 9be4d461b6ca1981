import { comparePartialDates, fold, sentences, terms } from "../../language/text/index.ts";
import type { Article, IndexReader, PartialDate } from "../../model/index.ts";
import { seriesTold } from "../passages/index.ts";
import type { Question } from "../question/index.ts";
import type { ReadCache } from "../search/index.ts";
import { timeAgreement } from "./agreement.ts";
import type { Demands } from "./demands.ts";
import { earlierMentions } from "./earlier-meetings.ts";
import { alternatives } from "./find-meetings.ts";
import { dateOf, type HoldingArticle, leadOf } from "./holding-articles.ts";
import type { MeetingsWanted } from "./meetings-asked.ts";
import { asksNumber, isAnyMeeting, seriesOf } from "./series-names.ts";

/** Where or when all of them were. */
const ALL =
  /(?<![a-z])(?:nhung (?:dau|noi|nam|dia phuong|ky|lan|dip|tinh)|cac (?:nam|noi|dia phuong|ky|lan|tinh)|tung nam)(?![a-z])/u;
const MOST_CHUNKS = 60;
/** Words that say nothing of which series is meant. */
const OPEN = new Set("lan thu ky phien khoa dot cuoc buoi lien".split(" "));

/** One of a series: an article on it, or a sentence that mentions it. */
export interface SeriesMember extends HoldingArticle {
  /** Its number in the series, as far as that is told. */
  readonly number: number | null;
}

/** A question over a series of events, and the members that articles tell of, newest first. */
export interface SeriesAsked {
  readonly wanted: MeetingsWanted;
  readonly members: readonly SeriesMember[];
  readonly mentions: readonly HoldingArticle[];
}

/**
 * Reads a question over a series of events ("Gặp gỡ đầu Xuân", "giao lưu phụ nữ lần thứ …") and finds its members.
 *
 * @param subject Folded words and pairs of words beside the names, as in `MeetingsAsked`.
 * @returns Null where no series is named, or no article tells of one.
 */
export function seriesAsked(
  question: Question,
  demands: Demands,
  wanted: MeetingsWanted | null,
  subject: readonly string[],
  reader: Pick<IndexReader, "searchLexical">,
  cache: ReadCache,
): SeriesAsked | null {
  const { searchText } = question;
  const series = seriesOf(question);
  const isOver = wanted !== null || asksNumber(question) || ALL.test(fold(searchText));
  if (series.length === 0 || !isOver || demands.except.length > 0) return null;
  const groups = alternatives(
    demands.names.filter(({ kind }) => kind !== "office"),
    searchText,
  ).map((group) => group.map((name) => name.words.join(" ")));
  const own = subject.filter(
    (phrase) =>
      !phrase.split(" ").every((word) => OPEN.has(word)) &&
      !series.some((name) => name.includes(phrase)),
  );
  const whole = [...series, ...own].map((phrase) => [phrase]);
  const wantedWords = [...groups, ...whole];
  if (wantedWords.length < 2 && isAnyMeeting(series[0]!)) return null;
  const words = [...new Set(wantedWords.flat().flatMap((phrase) => phrase.split(" ")))];
  const hits = reader.searchLexical(words, { folded: true, k: MOST_CHUNKS });
  const ids = new Set(cache.chunks(hits.map(({ row }) => row)).map((chunk) => chunk.articleId));
  const members: SeriesMember[] = [];
  const mentions: HoldingArticle[] = [];
  for (const id of ids) {
    const article = cache.article(id);
    if (article === null) continue;
    const lead = leadOf(article);
    if (!wantedWords.every((group) => group.some((phrase) => lead.includes(` ${phrase} `))))
      continue;
    mentions.push(...earlierMentions(article, demands.times));
    if (demands.times.length > 0 && timeAgreement(demands.times, article) <= 0) continue;
    members.push({ articleId: id, date: dateOf(article), ...telling(article, whole.flat()) });
  }
  const isUnnumbered = asksNumber(question) && members.every(({ number }) => number === null);
  if (members.length === 0 || isUnnumbered) return null;
  const byDate = (a: HoldingArticle, b: HoldingArticle) => comparePartialDates(b.date, a.date);
  return {
    wanted: wanted ?? (ALL.test(fold(searchText)) ? "list" : "last"),
    members: onceEach(members.sort(byDate)),
    mentions: mentions.sort(byDate),
  };
}

const WITHIN_CHARS = 1400;

/** The sentence at the beginning of an article that tells most of the series, and its number. */
function telling(article: Article, phrases: readonly string[]) {
  const rated = sentences(article.text.slice(0, WITHIN_CHARS)).map(({ start, end }) => {
    const text = article.text.slice(start, end);
    const folded = ` ${terms(text)
      .map((term) => term.folded)
      .join(" ")} `;
    const held = phrases.filter((one) => folded.includes(` ${one} `)).length;
    const dated = /\d{1,2}[/-]\d{1,2}|ngày \d|\d月/u.test(text) ? 0.6 : 0;
    const numbered = seriesTold(text).size > 0 ? 0.8 : 0;
    return { start, end, text, rate: held + dated + numbered };
  });
  const { start, end, text } = rated.reduce((best, one) => (one.rate > best.rate ? one : best));
  const [number] = [...seriesTold(article.title), ...seriesTold(text)];
  return { start, end, text, number: number ?? null };
}

/** Two reports on one member count once. */
function onceEach(members: readonly SeriesMember[]): SeriesMember[] {
  const isSame = (a: SeriesMember, b: SeriesMember) =>
    a.number !== null && b.number !== null ? a.number === b.number : isOneDay(a.date, b.date);
  return members.filter((one, i) => !members.slice(0, i).some((other) => isSame(one, other)));
}

const isOneDay = (a: PartialDate, b: PartialDate): boolean =>
  a.day !== null && a.day === b.day && a.month === b.month && a.year === b.year;
