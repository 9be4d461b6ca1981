import {
  comparePartialDates,
  foldedWords,
  isToCome,
  sentences,
  spacedWords,
  UNKNOWN_DATE,
} from "../../../language/text/index.ts";
import type { Article, IndexReader, PartialDate, Visit } from "../../../model/index.ts";
import { bodiesOf, dateOf, numbersAsked, PAPERS, toldDates } from "../../passages/index.ts";
import type { Question } from "../../question/index.ts";
import type { ReadCache } from "../../search/index.ts";
import { type Demands, meetsTimes } from "../asked/index.ts";
import type { HoldingArticle } from "../shown/index.ts";
import { CROWDED, findMeetings } from "./find-meetings.ts";
import { articlesWith, leadOf, phrasesOf } from "./holding-articles.ts";

const DOCUMENT = `(?:${PAPERS}|giay to|ke hoach|tai lieu)`;
/** "đã ký những văn bản nào", "còn ký giấy tờ gì", "các văn bản … đã ký". */
const ASKED = new RegExp(
  `(?:^| )ky(?: ket)?(?: [a-z]{1,20}){0,3}? (?:${DOCUMENT} (?:gi|nao)|(?:nhung|cac) gi|gi)(?: |$)` +
    `|(?:^| )(?:nhung|cac) ${DOCUMENT}(?: [a-z]{1,20}){0,6}? (?:da|duoc) ky(?: |$)` +
    `|(?:^| )(?:nhung|cac) ${DOCUMENT}(?: [a-z]{1,20}){0,6}? ky (?:ket|voi|duoc)(?: |$)`,
  "u",
);
/** All of them are meant, not those of one meeting. */
const SEVERAL = new RegExp(
  `(?:^| )(?:nhung|cac|may|bao nhieu) ${DOCUMENT}(?: |$)|(?:^| )(?<!thu )(?:hai|ba|bon|nam|cac|nhung|tung|moi) (?:ky|lan|cuoc|nam|buoi)(?: |$)`,
  "u",
);
/** What was done, and what with, as reports write it. */
const SIGNED = /(?<!\p{L})ký(?: kết)?(?!\p{L})|签署|签订|(?<!\p{L})signed(?!\p{L})/iu;
const PAPER =
  /(?<!\p{L})(?:văn bản|văn kiện|thỏa thuận|thoả thuận|bản ghi nhớ|biên bản|hiệp định|kế hoạch|quy chế|phương án|chương trình|memorandum|agreement|minutes|plan)(?!\p{L})|《|备忘录|协议|纪要/iu;
/** What stands before a document that is not signed yet, besides what is to come. */
const NOT_YET = /(?<!\p{L})(?:đề nghị|đề xuất|mong|tiến tới|chưa|không)(?!\p{L})/iu;
const TALKS = /(?<!bien ban )hoi dam/u;
/** Chunks looked through for articles. */
const MOST_CHUNKS = 40;
/** Longer sentences are told from the clause in which it was signed. */
const MOST_CHARS = 140;

/**
 * What the meetings of several years signed, a sentence each, newest first; null where a question asks for something
 * else, or where fewer than two are told.
 */
export function documentsSigned(
  question: Question,
  demands: Demands,
  reader: Pick<IndexReader, "searchLexical" | "register" | "isTakenOut">,
  cache: ReadCache,
): HoldingArticle[] | null {
  const folded = foldedWords(question.searchText);
  const register = reader.register();
  const { names, times } = demands;
  if (names.length === 0 || !ASKED.test(folded) || numbersAsked(question).length === 1) return null;
  const years = times.map(({ first, last }) => last.year !== first.year);
  if (times.length < 2 && !years.includes(true) && !(times.length === 0 && SEVERAL.test(folded)))
    return null;
  const bodies = bodiesOf(question);
  // "… ký gì qua các kỳ hội đàm": of other meetings nothing is asked.
  const ofTalks = TALKS.test(folded) ? [["hoi dam"]] : [];
  const groups = [...phrasesOf(names, question.searchText), ...bodies, ...ofTalks];
  const subject = bodies.flatMap(([name]) => (name === undefined ? [] : [name]));
  const asked = { wanted: "list" as const, subject };
  const found = findMeetings(demands, asked, question, register, cache);
  const met = new Set(found.flatMap(({ articleIds }) => articleIds));
  const ids = new Set([...met, ...articlesWith(groups.flat(), MOST_CHUNKS, reader, cache)]);
  const told = [...ids].flatMap((id): HoldingArticle[] => {
    const article = cache.article(id);
    if (article === null) return [];
    const visits = register.ofArticle(id).filter(({ planned }) => !planned);
    return signedIn(article, visits, groups, met.has(id));
  });
  const meant = told
    .filter(({ date }) => times.length === 0 || meetsTimes(times, { first: date, last: date }))
    .sort((a, b) => comparePartialDates(b.date, a.date));
  return new Set(meant.map(({ articleId }) => articleId)).size < 2 ? null : meant;
}

/**
 * The sentences of an article that is about all that is named in which something is signed; of a bulletin those whose
 * paragraph is about it.
 */
function signedIn(
  article: Article,
  visits: readonly Visit[],
  groups: readonly (readonly string[])[],
  isMet: boolean,
): HoldingArticle[] {
  const { id, text, title } = article;
  const isCrowded = visits.length >= CROWDED;
  const about = isCrowded ? `${spacedWords(title)}|` : leadOf(article);
  return article.blocks.flatMap((block): HoldingArticle[] => {
    const paragraph = text.slice(block.start, block.end);
    if (!SIGNED.test(paragraph)) return [];
    const words = `${about}${spacedWords(paragraph)}`;
    const isMeant = groups.every((group) => group.some((one) => words.includes(` ${one} `)));
    if (!isMeant && (isCrowded || !isMet)) return [];
    return sentences(paragraph).flatMap((at): HoldingArticle[] => {
      const start = block.start + at.start;
      const sentence = paragraph.slice(at.start, at.end);
      const match = SIGNED.exec(sentence);
      if (match === null || !PAPER.test(sentence)) return [];
      const before = sentence.slice(0, match.index);
      if (isToCome(before) || NOT_YET.test(before)) return [];
      const clause = sentence.length > MOST_CHARS ? sentence.lastIndexOf(", ", match.index) + 2 : 0;
      const from = clause > 1 ? clause : 0;
      const end = block.start + at.end;
      const date = dateAt(article, visits, block, start);
      return [{ articleId: id, date, start, end, text: sentence.slice(from) }];
    });
  });
}

/** When that was which a sentence tells: the day of the meeting that was told last before it. */
function dateAt(
  article: Article,
  visits: readonly Visit[],
  block: { readonly start: number; readonly end: number },
  at: number,
): PartialDate {
  const told = visits.flatMap(({ date, sources }) =>
    sources
      .filter(({ articleId, start }) => articleId === article.id && start <= at)
      .map(({ start }) => ({ date, start })),
  );
  const last = told.reduce<(typeof told)[number] | null>(
    (best, one) => (best === null || one.start > best.start ? one : best),
    null,
  );
  if (visits.length >= CROWDED && (last === null || last.start < block.start)) {
    const [own] = toldDates(article.text.slice(block.start, block.end), article);
    return own?.first ?? UNKNOWN_DATE;
  }
  return last !== null && last.date.year !== null ? last.date : dateOf(article);
}
