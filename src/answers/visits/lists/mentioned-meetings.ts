import { knownPlace } from "../../../language/names/index.ts";
import { HOME_COUNTRY } from "../../../language/places/index.ts";
import { comparePartialDates, readOnce, spacedWords } from "../../../language/text/index.ts";
import { asVietnamese, foreignLanguage } from "../../../language/translate/index.ts";
import type { Article, IndexReader, PartialDate, Visit } from "../../../model/index.ts";
import { readVisits } from "../../../visits/read/index.ts";
import {
  placeKey,
  placeName,
  placesIn,
  prefecturesOf,
  searchKey,
} from "../../../visits/register/index.ts";
import { bodiesOf, dateOf } from "../../passages/index.ts";
import type { ReadCache } from "../../search/index.ts";
import { alternatives, type Demands, meetsTimes, roleOf, type rolesIn } from "../asked/index.ts";
import type { HoldingArticle } from "../shown/index.ts";
import { type DatedItem, datedItems, isBefore } from "./dated-items.ts";
import { isWeak } from "./find-meetings.ts";
import { articlesWith, leadOf, phrasesOf } from "./holding-articles.ts";

/** Chunks looked through for articles. */
const MOST_CHUNKS = 40;
/** The same where only a time is named. */
const MOST_CHUNKS_OF_TIME = 150;
/** Words of meetings, by which those of a time are looked for. */
const MEETING_WORDS = ["hoi dam", "tiep doan", "lam viec", "giao luu", "tham"];

/** A meeting that a sentence tells of. */
export interface MentionedMeeting extends HoldingArticle {
  /** True where the sentence itself, or what it stands under, names all that is asked: it counts like a record. */
  readonly isSure: boolean;
  /** The last of its days, where it had several. */
  readonly endDate: PartialDate | null;
}

/** True where a visit is of the told days, or month where no day is told. */
function isOf({ date, endDate }: Visit, told: PartialDate, last: PartialDate | null): boolean {
  if (told.month === null) return false;
  return meetsTimes([{ first: told, last: last ?? told }], { first: date, last: endDate ?? date });
}

/**
 * Meetings that sentences of articles date, newest first. All that the question names stands in the item, or in the
 * article that it refers to.
 *
 * @param subject Folded words and pairs of words, as in `MeetingsAsked`.
 * @param roles What each name is, as far as the question says who came or received.
 */
export function mentionedMeetings(
  demands: Demands,
  subject: readonly string[],
  searchText: string,
  reader: Pick<IndexReader, "searchLexical" | "register" | "isTakenOut">,
  cache: ReadCache,
  roles: Roles,
): MentionedMeeting[] {
  const register = reader.register();
  const directed = roles.filter(({ role }) => role !== "side");
  const { times, except } = demands;
  // An office is told in many words, and its place by itself; whom a question leaves out no words tell.
  const names = demands.names.filter(({ kind, name }) => kind !== "office" && !isHome(name));
  const isOfTime = names.length === 0 && times.length > 0;
  if ((names.length === 0 && !isOfTime) || except.length > 0) return [];
  const groups = phrasesOf(names, searchText);
  // On a page of several events a body's own are told where it is named.
  const bodies = bodiesOf({ searchText });
  const own = subject.filter(
    (phrase) =>
      !bodies.flat().some((body) => body.includes(phrase)) && !(names.length > 0 && isWeak(phrase)),
  );
  const wanted = [...groups, ...own.map((phrase) => [phrase])];
  const ids = isOfTime
    ? articlesWith([...MEETING_WORDS, ...yearsOf(times)], MOST_CHUNKS_OF_TIME, reader, cache)
    : articlesWith([...wanted, ...bodies].flat(), MOST_CHUNKS, reader, cache);
  const found = [...ids].flatMap((id): MentionedMeeting[] => {
    const article = cache.article(id);
    if (article === null) return [];
    const { isList, list } = datedItems(article);
    const recorded = register.ofArticle(id);
    const isIn = inItem(article, alternatives(names, searchText), own, bodies);
    const isNear = inReport(
      article,
      alternatives(names, searchText),
      groups,
      wanted,
      bodies,
      cache,
    );
    return list.flatMap((item) => {
      const { date, endDate, start, end, text } = item;
      if (times.length > 0 && !meetsTimes(times, { first: date, last: date })) return [];
      const holds = isIn(item);
      if (!holds && (isList || !isNear(item))) return [];
      const isSure =
        date.month !== null &&
        tellsPersons(names, article, item, isList) &&
        (holds || (item.goesOn && date.day !== null));
      // Who came a record tells better than its sentence.
      const isRecorded = () => recorded.some((visit) => isOf(visit, date, endDate));
      if ((!isSure || directed.length > 0) && isRecorded()) return [];
      if (directed.some((one) => isOtherwise(one, text))) return [];
      if (reader.isTakenOut(id) && !isRecorded() && daysRead(article).has(dayOf(date))) return [];
      return [{ articleId: id, date, endDate, start, end, text, isSure }];
    });
  });
  return onceADay(found.sort((a, b) => comparePartialDates(b.date, a.date)));
}

const dayOf = (date: PartialDate): string => JSON.stringify(date);

/** The days of the visits that are read from an article: those that are not recorded an admin marked as wrong. */
const daysRead = readOnce(
  (article: Article): ReadonlySet<string> =>
    new Set(readVisits(article).flatMap(({ date, planned }) => (planned ? [] : [dayOf(date)]))),
);

/**
 * True where an item names all persons who are asked for. "Hai bên họp ngày …" does not say who led them; in a report
 * whose beginning names both, "đồng chí gặp ông X" does.
 */
function tellsPersons(
  names: Demands["names"],
  article: Article,
  { words }: DatedItem,
  isList: boolean,
): boolean {
  const persons = names
    .filter(({ kind }) => kind === "person")
    .map(({ words: name }) => ` ${name.join(" ")} `);
  const told = persons.filter((one) => words.includes(one));
  if (told.length === persons.length) return true;
  return !isList && told.length > 0 && persons.every((one) => leadOf(article).includes(one));
}

/** True where a sentence tells of a name the other role than the question has it in, and nowhere the same one. */
function isOtherwise({ name, role }: Roles[number], text: string): boolean {
  const words = spacedWords(asVietnamese(text));
  const phrase = ` ${name.words.join(" ")} `;
  let other = false;
  for (let at = words.indexOf(phrase); at >= 0; at = words.indexOf(phrase, at + 1)) {
    const told = roleOf(words.slice(1, at + 1), words.slice(at + phrase.length - 1));
    if (told === "side") continue;
    if ((told === "guest") === (role === "guest")) return false;
    other = true;
  }
  return other;
}

type Roles = ReturnType<typeof rolesIn>;

/** Every meeting has a side at home. */
const isHome = (name: string): boolean => placeKey(searchKey(name)) === searchKey(HOME_COUNTRY);

const yearsOf = (times: Demands["times"]): string[] =>
  times
    .flatMap(({ first, last }) => [first.year, last.year])
    .flatMap((year) => (year === null ? [] : [String(year)]));

/** Whether a report that is about all that is named, or names it in the sentence, mentions such a meeting. */
function inReport(
  article: Article,
  names: ReturnType<typeof alternatives>,
  groups: readonly (readonly string[])[],
  wanted: readonly (readonly string[])[],
  bodies: readonly (readonly string[])[],
  cache: ReadCache,
): (mention: DatedItem) => boolean {
  const held = cache.words(article.id);
  const isPlaced = (name: string) =>
    !isKnown(name) || placesOf(article).all.has(placeKey(searchKey(name))!);
  if (
    foreignLanguage(article.text) === null &&
    !names.every((group) => group.some(({ kind, name }) => kind !== "place" || isPlaced(name)))
  )
    return () => false;
  if (!wanted.every((group) => group.some((phrase) => held.has(phrase)))) return () => false;
  const lead = leadOf(article);
  const isAbout = groups.every((group) => group.some((phrase) => lead.includes(` ${phrase} `)));
  return ({ words, goesOn }) =>
    ((isAbout && goesOn) ||
      groups.some((group) => group.some((phrase) => words.includes(` ${phrase} `)))) &&
    bodies.every((names) => names.some((name) => `${words}${lead}`.includes(` ${name} `)));
}

/**
 * Whether an item holds all that is named, with what the title says of all of them; the day that the whole article is
 * about with what its beginning says.
 */
function inItem(
  article: Article,
  names: ReturnType<typeof alternatives>,
  subject: readonly string[],
  bodies: readonly (readonly string[])[],
): (item: DatedItem) => boolean {
  const title = spacedWords(asVietnamese(article.title));
  const lead = leadOf(article);
  const isForeign = foreignLanguage(article.text) !== null;
  const isOfPerson = names.flat().some(({ kind }) => kind === "person");
  const has = (words: string, phrase: string) => words.includes(` ${phrase} `);
  return ({ words, context, isOwn }) => {
    const named = isOwn ? `${title}${lead}` : title;
    let places: ReadonlySet<string> | undefined;
    const lies = (name: string) => {
      const key = placeKey(searchKey(name));
      const told = isOwn ? article.text.slice(0, LEAD_CHARS) : "";
      if (places === undefined) {
        const own = placesIn(asVietnamese(`${context} | ${article.title} | ${told}`), null);
        // Whom somebody met in a county is of its prefecture as well.
        places = new Set([...own, ...(isOfPerson ? prefecturesOf(own) : [])].map(searchKey));
      }
      return key !== null && places.has(key);
    };
    const holds = (name: (typeof names)[number][number]) => {
      const phrase = name.words.join(" ");
      if (name.kind !== "place") return has(words, phrase) || (isOwn && has(lead, phrase));
      // Whose page it is, it says at its head.
      if (lies(name.name) || (isOwnPlace(name.name) && isNamedIn(article, name.name))) return true;
      // Folded, "diễn biến" is Điện Biên: of places that are known none is told by its words alone.
      return (isForeign || !isKnown(name.name)) && (has(words, phrase) || has(named, phrase));
    };
    return (
      names.every((group) => group.some(holds)) &&
      (names.length > 0 || isAbroad(placesIn(asVietnamese(context), null), lead)) &&
      [...bodies, ...subject.map((phrase) => [phrase])].every((any) =>
        any.some((phrase) => has(words, phrase) || has(named, phrase)),
      )
    );
  };
}

const isKnown = (name: string): boolean => placeKey(searchKey(name)) !== null;

/** The places that an article names at its head, and those that it names anywhere. */
const placesOf = readOnce(({ title, text }: Article) => {
  const keys = (of: string) => new Set(placesIn(asVietnamese(of), null).map(searchKey));
  return { head: keys(`${title} | ${text.slice(0, LEAD_CHARS)}`), all: keys(`${title} | ${text}`) };
});

const isNamedIn = (article: Article, name: string): boolean =>
  placesOf(article).head.has(placeKey(searchKey(name)) ?? "");

/** Characters in which an article says what it is about. */
const LEAD_CHARS = 700;

const isOwnPlace = (name: string): boolean => knownPlace(placeName(name))?.country === HOME_COUNTRY;

/** True where one of some places, or the beginning of an article, is abroad. */
const isAbroad = (places: readonly string[], lead: string): boolean =>
  places.some((name) => knownPlace(name) !== null && !isOwnPlace(name)) ||
  lead.includes(" trung quoc ");

/** Two sentences on one day tell of one meeting. */
function onceADay(mentions: readonly MentionedMeeting[]): MentionedMeeting[] {
  const key = ({ date }: MentionedMeeting) => JSON.stringify([date.year, date.month, date.day]);
  const kept = new Map<string, MentionedMeeting>();
  for (const one of mentions) {
    const other = kept.get(key(one));
    if (other === undefined || (one.isSure && !other.isSure)) kept.set(key(one), one);
  }
  const list = [...kept.values()];
  // "Năm 2018" beside a day of that year is most often that one.
  return list.filter(
    (one) =>
      one.date.day !== null ||
      !list.some(({ date }) => date !== one.date && covers(one.date, date)),
  );
}

/** True for a year or month in which a date that is better known lies. */
const covers = (wide: PartialDate, { year, month, day }: PartialDate): boolean =>
  wide.year === year &&
  (wide.month === null ? month !== null : wide.month === month && day !== null);

/** What an article mentions of earlier ones of the series or meeting that it is about. */
export const earlierMentions = (article: Article, times: Demands["times"]): HoldingArticle[] =>
  datedItems(article)
    .list.filter(
      ({ goesOn, date }) =>
        goesOn &&
        isBefore(date, dateOf(article)) &&
        (times.length === 0 || meetsTimes(times, { first: date, last: date })),
    )
    .map(({ date, start, end, text }) => ({ articleId: article.id, date, start, end, text }));

/** Those of the mentioned meetings that none of some visits is. */
export const withoutVisits = (
  mentioned: readonly MentionedMeeting[],
  visits: readonly Visit[],
): MentionedMeeting[] =>
  mentioned.filter(
    ({ date, endDate, articleId, start, end }) =>
      !visits.some(
        (visit) =>
          isOf(visit, date, endDate) ||
          (date.month === null && visit.date.year === date.year) ||
          // What is told of an undated visit dates it.
          (visit.date.day === null &&
            visit.sources.some(
              (one) => one.articleId === articleId && one.start < end && start < one.end,
            )),
      ),
  );
