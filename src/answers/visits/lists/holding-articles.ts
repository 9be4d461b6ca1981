import {
  clausesOf,
  comparePartialDates,
  readOnce,
  sentences,
} from "../../../language/text/index.ts";
import { expandedWords } from "../../../language/translate/index.ts";
import type { Article, IndexReader } from "../../../model/index.ts";
import { bodyNames, dateOf } from "../../passages/index.ts";
import type { ReadCache } from "../../search/index.ts";
import { alternatives, type Demands, meetsTimes, timeAgreement } from "../asked/index.ts";
import type { HoldingArticle } from "../shown/index.ts";

/** Chunks looked through for articles. */
const MOST_CHUNKS = 40;
/** What an article is about stands in its title and its first characters. */
const LEAD_CHARS = 700;
/** A full name is told apart wherever it stands. */
const isFullName = ({ kind, words }: Demands["names"][number]): boolean =>
  kind === "person" && words.length > 2;
/** One name or word alone stands in the lead of many articles; a pair of words ("hải quan") tells enough. */
const LEAST_WORDS = 2;

/** Folded words of an article's title and lead. */
export const leadOf = readOnce(({ title, text }: Article) =>
  [title, text.slice(0, LEAD_CHARS)].flatMap(clausesOf).map(expandedWords).join("|"),
);

/** The folded phrases by which a text may tell each of some names. */
export const phrasesOf = (names: Demands["names"], searchText: string): string[][] =>
  alternatives(names, searchText).map((group) => group.map((name) => name.words.join(" ")));

/** The articles of the `mostChunks` chunks that hold most of the words of some folded phrases, best first. */
export function articlesWith(
  phrases: readonly string[],
  mostChunks: number,
  reader: Pick<IndexReader, "searchLexical">,
  cache: ReadCache,
): ReadonlySet<string> {
  const words = [...new Set(phrases.flatMap((phrase) => phrase.split(" ")))];
  const hits = reader.searchLexical(words, { folded: true, k: mostChunks });
  return new Set(cache.chunks(hits.map(({ row }) => row)).map((chunk) => chunk.articleId));
}

/**
 * Articles whose title and lead hold all names and the whole subject of a question, of the time that it sets,
 * newest first. They make up for records that the reader of visits missed.
 *
 * @param subject Folded words and pairs of words, as in `MeetingsAsked`.
 */
export function holdingArticles(
  demands: Demands,
  subject: readonly string[],
  searchText: string,
  reader: Pick<IndexReader, "searchLexical">,
  cache: ReadCache,
): HoldingArticle[] {
  const { names, times } = demands;
  const groups = phrasesOf(names, searchText);
  const wanted = [...groups, ...subject.map(bodyNames)];
  const isPerson = names.length > 0 && names.every(isFullName);
  const parts = groups.length + subject.flatMap((phrase) => phrase.split(" ")).length;
  if (parts < LEAST_WORDS && !isPerson) return [];
  const ids = articlesWith(wanted.flat(), MOST_CHUNKS, reader, cache);
  const found = [...ids].flatMap((id): HoldingArticle[] => {
    const article = cache.article(id);
    if (article === null) return [];
    const lead = leadOf(article);
    const held = cache.words(id);
    const has = (phrase: string) => (isPerson ? held.has(phrase) : lead.includes(` ${phrase} `));
    if (!wanted.every((group) => group.some(has))) return [];
    const date = dateOf(article);
    const isThen = date.year === null || meetsTimes(times, { first: date, last: date });
    if (times.length > 0 && (!isThen || timeAgreement(times, article) <= 0)) return [];
    const text = isPerson ? article.text : article.text.slice(0, LEAD_CHARS * 2);
    return [{ articleId: id, date, ...tellingSentence(text, wanted.flat()) }];
  });
  return found.sort((a, b) => comparePartialDates(b.date, a.date));
}

function tellingSentence(whole: string, phrases: readonly string[]) {
  const rated = sentences(whole).map(({ start, end }) => {
    const text = whole.slice(start, end);
    const own = expandedWords(text);
    return { start, end, text, held: phrases.filter((one) => own.includes(` ${one} `)).length };
  });
  const { start, end, text } = rated.reduce((best, one) => (one.held > best.held ? one : best));
  return { start, end, text };
}
