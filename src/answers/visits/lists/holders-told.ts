import { holdersIn } from "../../../language/names/index.ts";
import {
  comparePartialDates,
  foldedTerms,
  foldedWords,
  sentences,
  spacedWords,
} from "../../../language/text/index.ts";
import { foreignLanguage } from "../../../language/translate/index.ts";
import type { Article, IndexReader } from "../../../model/index.ts";
import { placesIn } from "../../../visits/register/index.ts";
import { dateOf } from "../../passages/index.ts";
import { GENERIC, OFFICE_HEADS, type Question } from "../../question/index.ts";
import type { ReadCache } from "../../search/index.ts";
import type { Demands } from "../asked/index.ts";
import type { HoldingArticle } from "../shown/index.ts";
import { datedItems } from "./dated-items.ts";
import { articlesWith, leadOf } from "./holding-articles.ts";

/** Several holders of one office are asked for, folded. */
const HOLDERS =
  /(?:^| )(?:qua cac (?:thoi|ky|nam|lan|doi|nhiem ky|cuoc)|cac thoi|lan luot|cac doi|nhung ai)(?: |$)|(?:^| )nao (?:da )?tung(?: |$)/u;
/** The offices that somebody held are asked for. */
const OFFICES =
  /(?:^| )(?:chuc(?: vu| danh)? (?:gi|nao|vu gi)|cuong vi (?:gi|nao)|vai tro gi)(?: |$)/u;
/** Several of them. */
const SEVERAL =
  /(?:^| )(?:nhung|cac|moi lan|lan luot|tung|qua cac|luc do|khi do|xuat hien)(?: |$)/u;
/** Heads of governments and stations abroad: at home nobody is called so. */
const ABROAD =
  /^(?:pho )?(?:huyen truong|thi truong|chau truong|tinh truong|tram truong|tran truong|quan truong)$/u;
/** Chunks looked through for articles. */
const MOST_CHUNKS = 60;
/** Words of an office that tell it from another one. */
const OFFICE_WORDS = 4;

/** Somebody with an office, as a sentence of an article tells it. */
interface Told extends HoldingArticle {
  /** Folded name. */
  readonly person: string;
  /** Folded words of the office. */
  readonly office: readonly string[];
  /** Folded sentence with the title above it. */
  readonly around: string;
  readonly hasPlace: boolean;
  /** Folded words of the item that it stands in; of a report, which is one, null. */
  readonly item: string | null;
}

/**
 * Who held an office over the time that articles tell of, or which offices somebody held; newest first.
 *
 * @returns Null where a question asks for neither, or where fewer than two are told.
 */
export function holdersTold(
  question: Question,
  { names }: Demands,
  reader: Pick<IndexReader, "searchLexical">,
  cache: ReadCache,
): HoldingArticle[] | null {
  const folded = foldedWords(question.searchText);
  const offices = names.filter(({ kind }) => kind === "office");
  const persons = names.filter(({ kind }) => kind === "person").map(({ words }) => words.join(" "));
  const [office] = offices;
  if (offices.length === 1 && office !== undefined && HOLDERS.test(folded))
    return holdersOf(office.words, persons, reader, cache);
  const [person] = persons;
  if (persons.length === 1 && person !== undefined && OFFICES.test(folded) && SEVERAL.test(folded))
    return officesOf(person, reader, cache);
  return null;
}

function holdersOf(
  words: readonly string[],
  persons: readonly string[],
  reader: Pick<IndexReader, "searchLexical">,
  cache: ReadCache,
): HoldingArticle[] | null {
  const length = OFFICE_HEADS.longestAt(words, 0);
  const head = words.slice(0, length).join(" ");
  const place = words.slice(length).filter((word) => !GENERIC.has(word));
  if (length === 0 || place.length === 0) return null;
  const isHeld = ({ office, around, hasPlace, item }: Told) => {
    // On a page of several meetings somebody else met them.
    if (item !== null && !persons.every((one) => item.includes(` ${one} `))) return false;
    const own = OFFICE_HEADS.longestAt(office, 0);
    if (office.slice(0, own).join(" ") !== head) return false;
    if (place.every((word) => office.includes(word))) return true;
    return !hasPlace && ABROAD.test(head) && around.includes(` ${place.join(" ")} `);
  };
  const told = toldIn([head, ...place, ...persons], reader, cache, (id) =>
    [...place, ...persons].every((phrase) => cache.words(id).has(phrase)),
  );
  return severalBy(told.filter(isHeld), ({ person }) => person);
}

function officesOf(
  person: string,
  reader: Pick<IndexReader, "searchLexical">,
  cache: ReadCache,
): HoldingArticle[] | null {
  const told = toldIn([person], reader, cache, (id) => cache.words(id).has(person));
  return severalBy(
    told.filter((one) => one.person === person),
    ({ office }) => office.slice(0, OFFICE_WORDS).join(" "),
  );
}

/** The newest of those that share a key, newest first; null for fewer than two. */
function severalBy(told: readonly Told[], key: (one: Told) => string): HoldingArticle[] | null {
  const newest = told.toSorted((a, b) => comparePartialDates(b.date, a.date));
  const kept = new Map<string, Told>();
  for (const one of newest) if (!kept.has(key(one))) kept.set(key(one), one);
  return kept.size < 2 ? null : [...kept.values()];
}

/** Everybody with an office in the articles that hold some phrases. */
function toldIn(
  phrases: readonly string[],
  reader: Pick<IndexReader, "searchLexical">,
  cache: ReadCache,
  isMeant: (articleId: string) => boolean,
): Told[] {
  return [...articlesWith(phrases, MOST_CHUNKS, reader, cache)].filter(isMeant).flatMap((id) => {
    const article = cache.article(id);
    // Names stand as written where the article is none of another language.
    if (article === null || foreignLanguage(article.text) !== null) return [];
    return sentences(article.text).flatMap((at) => inSentence(article, at));
  });
}

function inSentence(article: Article, at: { start: number; end: number }): Told[] {
  const text = article.text.slice(at.start, at.end);
  return holdersIn(text).flatMap(({ person, positions }): Told[] => {
    const [first] = positions;
    if (first === undefined) return [];
    const start = Math.min(person.start, first.start);
    const end = Math.max(person.end, first.end);
    const position = text.slice(first.start, first.end);
    return [
      {
        articleId: article.id,
        ...meetingAt(article, at.start),
        start: at.start + start,
        end: at.start + end,
        text: text.slice(start, end),
        person: foldedTerms(text.slice(person.start, person.end)).join(" "),
        office: foldedTerms(position),
        around: `${spacedWords(text)}${leadOf(article)}`,
        hasPlace: placesIn(position, null).length > 0,
      },
    ];
  });
}

/** When that was which a sentence tells: by the last day before it on a page of several, else by the report's own. */
function meetingAt(article: Article, start: number): Pick<Told, "date" | "item"> {
  const { isList, list } = datedItems(article);
  const own = list.find((one) => one.start <= start && start < one.end);
  const item = own ?? (isList ? list.findLast((one) => one.start <= start) : undefined);
  return { date: item?.date ?? dateOf(article), item: isList ? (item?.words ?? " ") : null };
}
