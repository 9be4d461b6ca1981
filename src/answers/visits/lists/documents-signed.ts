import {
  comparePartialDates,
  foldedWords,
  isToCome,
  sentences,
  spacedWords,
  UNKNOWN_DATE,
} from "../../../language/text/index.ts";
import { asVietnamese } from "../../../language/translate/index.ts";
import type { Article, IndexReader, PartialDate, Visit } from "../../../model/index.ts";
import { bodiesOf, dateOf, numbersAsked, PAPERS, toldDates } from "../../passages/index.ts";
import type { Question } from "../../question/index.ts";
import type { ReadCache } from "../../search/index.ts";
import { type Demands, meetsTimes } from "../asked/index.ts";
import type { HoldingArticle } from "../shown/index.ts";
import { datesOf } from "./dated-items.ts";
import { CROWDED, findMeetings } from "./find-meetings.ts";
import { articlesWith, leadOf, phrasesOf } from "./holding-articles.ts";

const DOCUMENT = `(?:${PAPERS}|giay to|ke hoach|tai lieu)`;
/** "đã ký những văn bản nào", "còn ký giấy tờ gì", "các văn bản … đã ký". */
const ASKED = new RegExp(
  `(?:^| )(?:ten|liet ke|nhung|cac|may|bao nhieu)(?: cac)? ${DOCUMENT}(?: [a-z]{1,20}){0,8}? (?:da|duoc) ky(?: |$)|` +
    `(?:^| )ky(?: ket)? (?:may|bao nhieu|duoc may|duoc bao nhieu) ${DOCUMENT}(?: |$)|` +
    `(?:^| )ky(?: ket)? nhung ${DOCUMENT} nao(?: |$)|` +
    `(?:^| )ky(?: ket)?(?: [a-z0-9]{1,20}){1,10} (?:may|bao nhieu) ${DOCUMENT}(?: |$)|` +
    `(?:^| )ky(?: ket)?(?: [a-z]{1,20}){0,3}? (?:${DOCUMENT} (?:gi|nao)|(?:nhung|cac) gi|gi)(?: |$)` +
    `|(?:^| )(?:nhung|cac) ${DOCUMENT}(?: [a-z]{1,20}){0,6}? (?:da|duoc) ky(?: |$)` +
    `|(?:^| )(?:nhung|cac) ${DOCUMENT}(?: [a-z]{1,20}){0,6}? ky (?:ket|voi|duoc)(?: |$)`,
  "u",
);
/** "Bao nhiêu thỏa thuận đã được ký giữa A và B": at no time of its own, a report tells the number. */
const COUNTED = new RegExp(
  `(?:^| )(?:may|bao nhieu) ${DOCUMENT}(?: [a-z]{1,20}){0,8}? (?:da|duoc) ky(?: |$)`,
  "u",
);
/** All of them are meant, not those of one meeting. */
const SEVERAL = new RegExp(
  `(?:^| )(?:nhung|cac|may|bao nhieu|ten) ${DOCUMENT}(?: |$)|(?:^| )(?<!thu )(?:hai|ba|bon|nam|cac|nhung|tung|moi) (?:ky|lan|cuoc|nam|buoi)(?: |$)`,
  "u",
);
/** What was done, and what with, as reports write it. */
const SIGNED = /(?<!\p{L})ký(?: kết)?(?!\p{L})|签署|签订|(?<!\p{L})signed(?!\p{L})/iu;
const PAPER =
  /(?<!\p{L})(?:văn bản|văn kiện|thỏa thuận|thoả thuận|bản ghi nhớ|biên bản|hiệp định|kế hoạch|quy chế|phương án|chương trình|memorandum|agreement|minutes|plan)(?!\p{L})|《|备忘录|协议|纪要/iu;
/** What stands before a document that is not signed yet, besides what is to come. */
const NOT_YET =
  /(?<!\p{L})(?:đề nghị|đề xuất|mong|tiến tới|chưa|không)(?!\p{L})|\b(?:not|yet to be|unsigned)\b|未/iu;
/** "Trừ bên công an": from there on those are named whom a question leaves out. */
const EXCEPT = /(?<!\p{L})(?:trừ|ngoại trừ|không kể|không tính|tru|khong ke|khong tinh)(?!\p{L})/iu;
const TALKS = /(?<!bien ban )hoi dam/u;
/** Chunks looked through for articles. */
const MOST_CHUNKS = 40;
/** The same where only a time is named. */
const MOST_CHUNKS_OF_TIME = 150;
/** Words of sentences on what was signed. */
const PAPER_WORDS = ["hai ben ky", "thoa thuan", "ban ghi nho", "bien ban", "ke hoach"];

const yearsOf = (times: Demands["times"]): string[] =>
  times.flatMap(({ first: { year } }) => (year === null ? [] : [String(year)]));

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
  if ((names.length === 0 && times.length === 0) || !ASKED.test(folded)) return null;
  if (times.length === 0 && COUNTED.test(folded)) return null;
  if (numbersAsked(question).length === 1) return null;
  const isOfYears = times.length > 1 || times.some(({ first, last }) => last.year !== first.year);
  // Those of a year or half a year are several; what was signed on a day its meeting tells.
  const isOfPeriod = times.every(({ first, last }) => first.day === null && last.day === null);
  if (!isOfYears && !(isOfPeriod && SEVERAL.test(folded))) return null;
  const except = EXCEPT.exec(question.searchText)?.index ?? question.searchText.length;
  const bodies = bodiesOf({ searchText: question.searchText.slice(0, except) });
  const leftOut = leftOutBy(question.searchText.slice(except));
  // "… ký gì qua các kỳ hội đàm": of other meetings nothing is asked.
  const ofTalks = TALKS.test(folded) ? [["hoi dam"]] : [];
  const groups = [...phrasesOf(names, question.searchText), ...bodies, ...ofTalks];
  const subject = bodies.flatMap(([name]) => (name === undefined ? [] : [name]));
  const asked = { wanted: "list" as const, subject };
  const found = findMeetings(demands, asked, question, register, cache);
  const met = new Set(found.flatMap(({ articleIds }) => articleIds));
  // Where only a time is named, by what reports of it say.
  const phrases = groups.length > 0 ? groups.flat() : [...PAPER_WORDS, ...yearsOf(times)];
  const most = groups.length > 0 ? MOST_CHUNKS : MOST_CHUNKS_OF_TIME;
  const ids = new Set([...met, ...articlesWith(phrases, most, reader, cache)]);
  const told = [...ids].flatMap((id): HoldingArticle[] => {
    const article = cache.article(id);
    if (article === null) return [];
    const visits = register.ofArticle(id).filter(({ planned }) => !planned);
    return signedIn(article, visits, groups, bodies, met.has(id)).filter(
      ({ text }) => !leftOut(`${asVietnamese(text)} | ${article.title}`),
    );
  });
  const meant = told
    .filter(({ date }) => times.length === 0 || meetsTimes(times, { first: date, last: date }))
    .sort((a, b) => comparePartialDates(b.date, a.date));
  return new Set(meant.map(({ articleId }) => articleId)).size < 2 ? null : meant;
}

/** What schools are called, of which "nhà trường" is any. */
const SCHOOL =
  /(?<!\p{L})(?:trường (?:đại|cao|trung|tiểu|mầm|học|chính|nghề|thpt|thcs)|học viện|đại học|cao đẳng)|学校|学院|大学/iu;

/** True for the text of a sentence with its title that names a body which the end of a question leaves out. */
function leftOutBy(searchText: string): (text: string) => boolean {
  const named = bodiesOf({ searchText }).flat();
  const isOfSchools = / (?:nha truong|truong hoc|cac truong) /u.test(spacedWords(searchText));
  return (text) => {
    const words = spacedWords(text);
    return named.some((name) => words.includes(` ${name} `)) || (isOfSchools && SCHOOL.test(text));
  };
}

/**
 * The sentences of an article that is about all that is named in which something is signed; of a bulletin those whose
 * paragraph is about it.
 */
function signedIn(
  article: Article,
  visits: readonly Visit[],
  groups: readonly (readonly string[])[],
  bodies: readonly (readonly string[])[],
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
    // Of several meetings of a page the hospital's is where it is named.
    const own = visits.length > 1 ? spacedWords(asVietnamese(paragraph)) : null;
    if (own !== null && !bodies.every((names) => names.some((one) => own.includes(` ${one} `))))
      return [];
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
  // The paragraph's own day, where it names one before it.
  const before = datesOf(asVietnamese(article.text.slice(block.start, at)), article);
  const here = before.findLast(({ day, year }) => day !== null && year !== null);
  if (here !== undefined) return { year: here.year, month: here.month, day: here.day };
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
