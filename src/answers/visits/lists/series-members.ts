import {
  comparePartialDates,
  datesIn,
  fold,
  isToCome,
  matchesIn,
  readOnce,
  sentences,
  spacedWords,
} from "../../../language/text/index.ts";
import { asVietnamese } from "../../../language/translate/index.ts";
import type { Article, PartialDate } from "../../../model/index.ts";
import { bodiesOf, dateOf, seriesTold } from "../../passages/index.ts";
import { isAnyMeeting, SERIES } from "../asked/index.ts";
import type { HoldingArticle } from "../shown/index.ts";
import { datedItems, datesOf, isOneDay } from "./dated-items.ts";
import { leadOf } from "./holding-articles.ts";

/** Longer sentences are several run together. */
const MOST_CHARS = 500;
/** Sentences behind one that names a series in which another one of it may be told by its number alone. */
const GOES_ON = 5;
/** Characters of a heading. */
const MOST_HEADING = 90;
/** Sentences with which a report begins. */
const LEAD = 3;
const BY_NUMBER = /^.{0,45}(?<!\p{L})(?:lần|phiên|kỳ) (?:thứ|đầu|\d)/iu;

/** One of a series, by a sentence that tells of it. */
export interface SeriesMember extends HoldingArticle {
  /** Its number in the series, as far as that is told. */
  readonly number: number | null;
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
    // "Giao ban quý I họp ngày 20/2": the day tells more.
    const dates = datesOf(shown, article).filter(({ month }) => month !== null);
    const date = dates.find(({ day }) => day !== null) ?? dates[0];
    const numbers = [...seriesTold(text)];
    return [{ start, end, text, words: spacedWords(shown), numbers, date: date ?? null }];
  });
});

/** The members of a series that an article tells of. */
export function membersIn(
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

/** "Kỳ mở đầu", "phiên đầu tiên": the first of them, by no number. */
const BEGINNING =
  /(?<!\p{L})(?:kỳ|phiên|khóa|cuộc giao lưu|lần giao lưu) (?:mở )?đầu(?: tiên)?(?!\p{L})/iu;

/** "Thứ Hai, 20/10/2025". */
const WEEKDAY = /(?<!\p{L})thứ (?:hai|ba|tư|năm|sáu|bảy)(?=,? (?:ngày )?\(?\d)/giu;

/** The number that a text gives the event of a date: where several are told that of the clause with the date. */
function numberAt(whole: string, date: PartialDate): number | null {
  const text = whole.replace(WEEKDAY, "");
  const told = [...seriesTold(text)];
  if (told.length === 1) return told[0]!;
  if (told.length === 0) return BEGINNING.test(asVietnamese(text)) ? 1 : null;
  const clause = text
    .split(/[;.。；] ?(?=\D)/u)
    .find((part) =>
      datesIn(part).some((one) => one.date?.day === date.day && one.date?.month === date.month),
    );
  const own = clause === undefined ? [] : [...seriesTold(clause)];
  return own.length === 1 ? own[0]! : null;
}

/**
 * The members of a series among the meetings that the sentences of an article date: those that are named with all that
 * is asked, and in an article about the series those that are told by their number alone.
 *
 * @param groups Phrases of each name that is asked.
 */
export function datedMembers(
  article: Article,
  series: readonly string[],
  own: readonly (readonly string[])[],
  groups: readonly (readonly string[])[],
): SeriesMember[] {
  const title = spacedWords(asVietnamese(article.title));
  const lead = leadOf(article);
  const holds = (words: string, any: readonly string[]) =>
    any.some((phrase) => words.includes(` ${phrase} `));
  const all = [series, ...own, ...groups];
  const { isList, list } = datedItems(article);
  // A page of several events is about those whom its title names.
  const isAbout = isList
    ? holds(lead, series) && groups.every((any) => holds(title, any))
    : all.every((any) => holds(lead, any));
  const opening = openingOf(article);
  const foreign = (words: string) => isOfOtherSeries(words, [...series, ...own.flat()]);
  return list.flatMap(({ date, start, end, text, words, head, isOwn }) => {
    // A heading names it, the sentence below dates it.
    const ofHead = [...seriesTold(head)];
    const told = numberAt(text, date) ?? (ofHead.length === 1 ? ofHead[0]! : null);
    const sentence = spacedWords(asVietnamese(text));
    const isNamed =
      holds(`${head}${sentence}`, series) &&
      [...own, ...groups].every((any) => holds(`${words}${title}`, any));
    if (!isNamed && (!isAbout || foreign(`${head}${sentence}`))) return [];
    const member = { articleId: article.id, date };
    if (told !== null) return [{ ...member, start, end, text, number: told }];
    // The day stands below, the number in the first sentence: "Sổ tay của đoàn dự Giao lưu lần thứ năm".
    return isOwn && opening !== null ? [{ ...member, ...opening }] : [];
  });
}

/** True where folded words name a series or a body that is none of those asked for. */
function isOfOtherSeries(words: string, asked: readonly string[]): boolean {
  const named = [...SERIES.map(({ name }) => name), ...bodiesOf({ searchText: words }).flat()];
  return (
    named.some(
      (name) =>
        words.includes(` ${name} `) &&
        !asked.some((one) => one.includes(name)) &&
        !isAnyMeeting(name),
    ) ||
    (words.includes(" giao luu ") && !asked.includes("giao luu"))
  );
}

/** The first sentence of an article, where it tells of one of a series. */
function openingOf({ text, blocks }: Article) {
  const lead = blocks.find(({ kind }) => kind === "lead");
  if (lead === undefined) return null;
  const [at] = sentences(text.slice(lead.start, lead.end));
  if (at === undefined) return null;
  const [start, end] = [lead.start + at.start, lead.start + at.end];
  const numbers = [...seriesTold(text.slice(start, end))];
  return numbers.length === 1
    ? { start, end, text: text.slice(start, end), number: numbers[0]! }
    : null;
}

/** At which level two sides meet. */
const LEVEL = /(?<!\p{L})cấp (tỉnh|châu|thành phố|huyện|xã|trấn|trung ương)(?!\p{L})/giu;

const levelsIn = (text: string): ReadonlySet<string> =>
  new Set(matchesIn(asVietnamese(text), LEVEL).map(([, level]) => fold(level!)));

/** True where a sentence tells of another level than a question asks for. */
export function isOfOtherLevel(asked: string, { text }: SeriesMember): boolean {
  const wanted = [
    ...asked.matchAll(/cấp (tỉnh|châu|thành phố|huyện|xã|trấn|trung ương)|cap (tinh|huyen|xa)/giu),
  ].map(([, marked, bare]) => fold(marked ?? bare!));
  const told = levelsIn(text);
  return wanted.length > 0 && told.size > 0 && !wanted.some((level) => told.has(level));
}

/** True where a sentence, with the title of its article, holds a phrase of each group. */
export function namesAll(
  { title }: Article,
  { text }: SeriesMember,
  groups: readonly (readonly string[])[],
): boolean {
  const words = spacedWords(asVietnamese(`${title} | ${text}`));
  return groups.every((group) => group.some((phrase) => words.includes(` ${phrase} `)));
}

/** Two sentences on one member count once; one that tells the number goes before. */
export function onceEach(members: readonly SeriesMember[]): SeriesMember[] {
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

/** Before the place of an event, folded: "Lần thứ tư, Kim Bình", "họp tại thị trấn Phong Thổ". */
const AT =
  / (?:tai|o|sang|den|(?:lan|ky|phien) (?:thu )?(?:[a-z]+|\d+))(?: (?:thi tran|huyen|thanh pho|tinh|thi xa|thi|tp|xa|chau)){0,2} $/u;

/** The members that were held at a place, where sentences tell that of any; else all. */
export function heldAt(members: readonly SeriesMember[], place: string): readonly SeriesMember[] {
  const isAt = ({ text }: SeriesMember) => {
    const words = spacedWords(asVietnamese(text));
    const name = ` ${place} `;
    for (let at = words.indexOf(name); at >= 0; at = words.indexOf(name, at + 1))
      if (AT.test(words.slice(0, at + 1))) return true;
    return false;
  };
  const held = members.filter(isAt);
  return held.length > 0 ? held : members;
}
