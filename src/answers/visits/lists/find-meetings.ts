import { knownPlace } from "../../../language/names/index.ts";
import { HOME_COUNTRY } from "../../../language/places/index.ts";
import { comparePartialDates, foldAligned, readOnce } from "../../../language/text/index.ts";
import { areOneName } from "../../../language/translate/index.ts";
import type { Article, Register, Visit } from "../../../model/index.ts";
import { placeKey, placeName, searchKey } from "../../../visits/register/index.ts";
import { bodyNames, dateOf, isBody } from "../../passages/index.ts";
import type { Question } from "../../question/index.ts";
import type { ReadCache } from "../../search/index.ts";
import {
  alternatives,
  type Demands,
  directionOf,
  isOn,
  isReversed,
  isStraight,
  type MeetingsAsked,
  meetsTimes,
  timeAgreement,
} from "../asked/index.ts";
import { type ReadVisit, readVisits, type ToldVisit, wholeVisits } from "./told-visits.ts";

/**
 * How well a visit holds a name: 1 where its record does. A place that lies in the asked prefecture may stand for it
 * (Bằng Tường's guests are Sùng Tả's, where it sent none itself), the more where the passages name that; what only the
 * passages name, or only other sentences of their articles, may be of another meeting.
 */
const CREDIT = { withinAndTold: 0.95, within: 0.9, told: 0.75, inArticle: 0.5 };

/** A list of so many meetings of the asked prefecture itself needs none of its counties'. */
const FEW_EXACT = 2;

/** How well a visit, or else one of its articles, holds a name: 1 to 0. */
function holdsName(
  name: Demands["names"][number],
  sides: ReadVisit["sides"],
  visit: ToldVisit,
  near: () => string,
  cache: ReadCache,
  isCrowded: (articleId: string) => boolean,
): number {
  const key = name.words.join(" ");
  if (name.kind === "place") {
    const place = placeKey(searchKey(name.name)) ?? key;
    if (sides.places.has(place) || sides.all.includes(` ${key} `)) return 1;
    // What the passages of a visit name its record may lack.
    const isTold = near().includes(` ${key} `);
    if (sides.prefectures.has(place)) return isTold ? CREDIT.withinAndTold : CREDIT.within;
    return isTold ? CREDIT.told : 0;
  }
  if (name.kind === "office") {
    if (name.words.every((word) => sides.all.includes(` ${word} `))) return 1;
    if (name.words.every((word) => near().includes(` ${word} `))) return CREDIT.within;
  } else if (sides.people.includes(` ${key} `) || isNamedAbroad(visit, name)) return 1;
  const told = visit.articleIds.some((id) => {
    // On the page of a bulletin somebody else met them.
    if (name.kind === "person" && isCrowded(id) && !near().includes(` ${key} `)) return false;
    const held = cache.words(id);
    return name.kind === "office" ? name.words.every((word) => held.has(word)) : held.has(key);
  });
  return told ? CREDIT.inArticle : 0;
}

const peopleOf = readOnce(({ host, guest }: ToldVisit): readonly string[] =>
  [host, guest].flatMap(({ head, people }) => [
    ...(head === null ? [] : [head]),
    ...people.map(({ name }) => name),
  ]),
);

/** True where somebody of a visit has the name in another script: 韦国峰 is Vi Quốc Phong. */
export const isNamedAbroad = (
  visit: ToldVisit,
  { kind, name }: Demands["names"][number],
): boolean => kind === "person" && peopleOf(visit).some((one) => areOneName(one, name));

/** Credit for words of the subject that stand only elsewhere in the article of a visit. */
const ELSEWHERE = 0.5;

/** Share of the subject that a visit itself tells; what its articles tell elsewhere counts less. */
function subjectShare(
  subject: readonly string[],
  visit: ToldVisit,
  near: () => string,
  cache: ReadCache,
): number {
  if (subject.length === 0) return 1;
  const own = near();
  const shares = subject.map((phrase) => {
    const names = bodyNames(phrase);
    if (names.some((name) => own.includes(` ${name} `))) return 1;
    // A body that met is named by the title or where it is told of; elsewhere stands another matter.
    const isElsewhere =
      !isBody(phrase) &&
      visit.articleIds.some((id) => names.some((name) => cache.words(id).has(name)));
    return isElsewhere ? ELSEWHERE : 0;
  });
  const found = shares.filter((share) => share > 0).length / subject.length;
  if (found < LEAST_SUBJECT) return 0;
  return shares.reduce((sum: number, share) => sum + share, 0) / subject.length;
}

/** Meetings of a page that is a bulletin or a review: who is told of one was not at the others. */
export const CROWDED = 4;

/** Days of which a page that tells of so many is of several meetings. */
const SEVERAL_DAYS = 3;

/** True for the meetings of a page that tells of several that have nothing to do with each other. */
const tellsSeveral = (visits: readonly Visit[]): boolean =>
  visits.length >= CROWDED ||
  new Set(visits.flatMap(({ date }) => (date.day === null ? [] : [`${date.month}/${date.day}`])))
    .size >= SEVERAL_DAYS;

const isOpen = (group: readonly Demands["names"][number][]) =>
  group.some(({ kind }) => kind !== "place");

/** A syllable that nothing joins: a verb of the asker's own as often as what is meant. */
export const isWeak = (phrase: string): boolean => /^[a-z]+$/u.test(phrase);

/** Least share of the words of a subject, so that an inflected one may be missing. */
const LEAST_SUBJECT = 0.75;

/**
 * The visits that a question over several meetings means, newest first, those of no known year last.
 *
 * @returns Empty where none meets all its names, its times and most of its further words.
 */
export function findMeetings(
  demands: Demands,
  asked: MeetingsAsked,
  question: Question,
  register: Register,
  cache: ReadCache,
): Visit[] {
  // Whom two names leave open no further words need tell: a verb of the asker's own is none of the record's.
  const isNamed = demands.names.filter(({ kind }) => kind === "person").length > 1;
  // A syllable alone is a crumb of the translation: 见过几次面.
  const isCrumb = (words: string) => isNamed && demands.translated && isWeak(words);
  const subject = asked.subject.filter((words) => !isCrumb(words));
  const found = findBySubject(demands, { ...asked, subject }, question, register, cache);
  return found.length === 0 && isNamed && subject.length > 0
    ? findBySubject(demands, { ...asked, subject: [] }, question, register, cache)
    : found;
}

function findBySubject(
  demands: Demands,
  { subject, wanted }: MeetingsAsked,
  question: Question,
  register: Register,
  cache: ReadCache,
): Visit[] {
  const { names, except, times } = demands;
  // Who is named binds a list by itself; syllables then only choose among the meetings.
  const isOfAll = wanted === "list" || wanted === "count";
  const weak = isOfAll && names.length > 0 ? subject.filter(isWeak) : [];
  const strong = subject.filter((phrase) => !weak.includes(phrase));
  const isOfPerson = names.some(({ kind }) => kind === "person");
  const groups = alternatives(names, question.searchText);
  const told = directionOf(question, demands);
  const direction = told && withAlternatives(told, groups);
  // "Với phía Văn Sơn": whoever is from the prefecture, its counties as well.
  const isBroad = wanted === "list" && names.some((name) => isAnyOf(name, question.searchText));
  const read = readVisits(register);
  const isCrowded = (id: string) => tellsSeveral(register.ofArticle(id));
  const choose = (groups: ReturnType<typeof alternatives>, least: number) => {
    // Places are of the record, which is at hand; for other names its articles may have to be read.
    const quickFirst = groups.toSorted((a, b) => Number(isOpen(a)) - Number(isOpen(b)));
    const scored = read.flatMap((one) => {
      const { visit } = one;
      if (except.length > 0 && !isBesides(visit, except)) return [];
      const near = () => one.near();
      if (times.length > 0 && visit.date.year !== null && timeOf(demands, visit, cache) <= 0)
        return [];
      const held: number[] = [];
      for (const group of quickFirst) {
        const most = Math.max(
          ...group.map((name) => holdsName(name, one.sides, visit, near, cache, isCrowded)),
        );
        if (most < least) return [];
        held.push(most);
      }
      if (times.length > 0 && visit.date.year === null && timeOf(demands, visit, cache) <= 0)
        return [];
      // Where nothing but a time is asked, a page of that time is not enough for what it does not date.
      if (names.length === 0 && visit.date.year === null && visit.articleIds.length > 0) {
        const isThen = visit.articleIds.some((id) => {
          const article = cache.article(id);
          const own = article === null ? null : dateOf(article);
          return own !== null && own.year !== null && meetsTimes(times, { first: own, last: own });
        });
        if (times.length > 0 && !isThen) return [];
      }
      if (direction !== null && isReversed(direction, visit)) return [];
      const share = subjectShare(strong, visit, near, cache);
      // What is counted must be told of the visits themselves.
      return share === 0 ||
        (wanted === "count" && (share < 1 || held.some((one) => one < CREDIT.within)))
        ? []
        : [{ visit, held: Math.min(1, ...held), share, near }];
    });
    // Who only stands in the article of a visit counts where nobody is of the record.
    const best = Math.max(0, ...scored.map(({ held }) => held));
    const exact = scored.filter(({ held }) => held === 1).length;
    const named = scored.filter(
      ({ held }) =>
        (names.length > 1 || held === best || best < CREDIT.within) &&
        // The latest of Sùng Tả's guests are its own, where it sent any; whom somebody met came from there as well.
        (isOfPerson ||
          isBroad ||
          held !== CREDIT.within ||
          exact < (wanted === "list" ? FEW_EXACT : 1)),
    );
    const most = Math.max(0, ...named.map(({ share }) => share));
    const told = named.filter(({ share }) => share === most);
    const chosen = told.filter(({ near }) => weak.every((word) => near().includes(` ${word} `)));
    return chosen.length > 0 ? chosen : told;
  };
  // "X và Y gặp nhau" means both, "X và Y đã đón những ai" either: both, where some meeting has them.
  // "Lạng Sơn với Sùng Tả, Bằng Tường" means either of the two, where a third one met them.
  const isWithEither =
    wanted === "list" &&
    groups.length > 1 &&
    groups.every((group) => group.every(({ kind }) => kind === "place"));
  const apart =
    groups.length < names.length && !isWithEither
      ? choose(
          names.map((name) => [name]),
          CREDIT.told,
        )
      : [];
  const together = apart.length > 0 ? apart : choose(groups, CREDIT.inArticle);
  // "Quý 3/2024 Lai Châu với Lào Cai tiếp những đoàn nào": the own provinces did not meet each other.
  const isEither =
    together.length === 0 && wanted === "list" && times.length > 0 && areOwnProvinces(names);
  const chosen = (isEither ? choose([[...names]], CREDIT.told) : together).map(
    ({ visit }) => visit,
  );
  // Who only stands in the passages of a visit came nowhere, where others are told to have come.
  const straight = direction === null ? [] : chosen.filter((visit) => isStraight(direction, visit));
  const sorted = (straight.length > 0 ? straight : chosen).toSorted(
    (a, b) =>
      Number(a.date.year === null) - Number(b.date.year === null) ||
      comparePartialDates(b.date, a.date),
  );
  return wholeVisits(sorted, register);
}

/** "Đoàn nào của Trung Quốc và Lào": what one of two alternatives is, the other is as well. */
function withAlternatives(
  direction: NonNullable<ReturnType<typeof directionOf>>,
  groups: ReturnType<typeof alternatives>,
): typeof direction {
  const all = (names: Demands["names"]) =>
    groups.filter((group) => group.some((one) => names.includes(one))).flat();
  return { guests: all(direction.guests), hosts: all(direction.hosts) };
}

/** What stands before a prefecture of which anybody is meant. */
const ANY_OF =
  /(?:^| )(?:phia|ben|dat|(?:cac|nhung) (?:dia phuong|huyen|noi|don vi|co quan|nganh)(?: cua| thuoc| o| ben)?)(?: (?:chau|tinh))? $/u;

/** True for a prefecture of which a question means whoever is from there: "phía Văn Sơn". */
export function isAnyOf(
  { kind, name, fullStart }: Demands["names"][number],
  searchText: string,
): boolean {
  if (kind !== "place" || !ANY_OF.test(foldAligned(searchText).slice(0, fullStart))) return false;
  const place = knownPlace(placeName(name));
  return place?.rank === "town" && place.prefecture === null && place.country !== HOME_COUNTRY;
}

/** True for two names or more that all are of provinces at home. */
const areOwnProvinces = (names: Demands["names"]): boolean =>
  names.length > 1 &&
  names.every(({ kind, name }) => {
    const place = kind === "place" ? knownPlace(placeName(name)) : null;
    return place !== null && place.country === HOME_COUNTRY && place.rank === "province";
  });

/** True where a visit is with a side abroad that is none of those left out. */
function isBesides({ host, guest }: ToldVisit, except: Demands["names"]): boolean {
  const abroad = [host, guest].filter(
    ({ country }) => country !== null && country !== HOME_COUNTRY,
  );
  return abroad.length > 0 && abroad.every((side) => !except.some((name) => isOn(side, name)));
}

/** Above 0 where a visit is of the asked time: by its own date, or where that has no year by its articles. */
function timeOf(demands: Demands, visit: ToldVisit, cache: ReadCache): number {
  const { date, endDate } = visit;
  if (date.year !== null)
    return meetsTimes(demands.times, { first: date, last: endDate ?? date }) ? 1 : -1;
  const articles = visit.articleIds
    .map((id) => cache.article(id))
    .filter((article): article is Article => article !== null);
  return Math.max(-1, ...articles.map((article) => timeAgreement(demands.times, article)));
}
