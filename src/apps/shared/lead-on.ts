import { LRUCache } from "lru-cache";
import { placeInLanguage, readTypedFilter, shownVisit } from "../../answers/visits/index.ts";
import type { Engine } from "../../engine.ts";
import { isoDate, parseFullDate } from "../../language/text/index.ts";
import { type AskedOfVisit, type Locale, localeFor, vietnamDay } from "../../locale/index.ts";
import type { Answer, Register, Visit, VisitFilter, VisitSide } from "../../model/index.ts";
import { shownLine } from "./answer-lines.ts";

/** What a refusal leads on to. */
export interface Lead {
  /** What was understood, in words; null where the refusal says it, or nothing was. */
  readonly understood: string | null;
  /** The nearest that the register holds; null where nothing is near. */
  readonly closest: string | null;
  /** Questions that the articles answer. */
  readonly questions: readonly string[];
}

/** Questions offered, and how many are tried for them: each try takes an answer. */
const MOST_QUESTIONS = 2;
const MOST_TRIES = 5;
/** Phones cut longer buttons: such questions come last. */
const FITTING_CHARS = 46;
/** Newest visits that are asked about where nothing else is near. */
const NEWEST = 5;
/** Visits among which the nearest in time is looked for. */
const MOST_VISITS = 200;

/** The questions say "đoàn" themselves. */
const DELEGATION = /^đoàn (?:(?:đại biểu|công tác|cán bộ) )?(?:của )?/iu;

/** A side as a question names it: by where it comes from, which articles repeat more than a body's full name. */
const shortName = ({ organisation, province, country, head }: VisitSide) =>
  province ?? organisation?.replace(DELEGATION, "") ?? country ?? head;

/** A question with its place among all that can be asked about a visit, which stays where others come and go. */
export interface OfferedQuestion {
  readonly number: number;
  readonly question: string;
}

/** Whether the record knows what a question asks. */
function isKnown(asks: AskedOfVisit, { host, guest, points }: Visit): boolean {
  switch (asks) {
    case "host":
      return host.head !== null;
    case "head":
      return guest.head !== null;
    case "people":
      return guest.people.length > 1;
    case "agreed":
      return points.some(({ act }) => act === "agreed" || act === "signed");
    case "discussed":
      return points.length > 0;
  }
}

/** Questions in the reader's language that the record of a visit has an answer to; its articles may word it otherwise. */
export function questionsAbout(
  visit: Visit,
  { visits, date, language }: Locale,
): OfferedQuestion[] {
  const day = isoDate(visit.date);
  const named = (side: VisitSide) => {
    const name = shortName(side);
    return name && placeInLanguage(name, language);
  };
  const sides = { host: named(visit.host), guest: named(visit.guest) };
  return visits
    .questions({ ...sides, day: day === null ? null : date(day) })
    .flatMap(({ asks, question }, number) => (isKnown(asks, visit) ? [{ number, question }] : []));
}

/** What questions about visits were answered lately, by engine: refusals offer the same ones again and again. */
const ABOUT = new WeakMap<object, LRUCache<string, { readonly answer: string | null }>>();
const KEPT_QUESTIONS = 500;
/** Articles may change meanwhile; a question is offered wrongly no longer than that. */
const KEPT_MS = 10 * 60_000;

/**
 * Asks a question about a visit.
 *
 * @returns What its articles answer; null where they do not, for an answer from elsewhere is about another visit.
 */
export async function answerAbout(
  visit: Visit,
  question: string,
  engine: Pick<Engine, "ask">,
): Promise<string | null> {
  const known =
    ABOUT.get(engine) ?? new LRUCache({ max: KEPT_QUESTIONS, ttl: KEPT_MS, ttlResolution: 1000 });
  ABOUT.set(engine, known);
  const key = `${visit.id} ${question}`;
  const before = known.get(key);
  if (before !== undefined) return before.answer;
  const { answered, answer, citations } = await engine.ask(question);
  const isOfVisit = citations.every(({ articleId }) => visit.articleIds.includes(articleId));
  const told = answered && isOfVisit && citations.length > 0 ? answer : null;
  known.set(key, { answer: told });
  return told;
}

/** Where a refusal leads on: what was understood, the nearest visit on record, questions that have answers; null for what is no refusal. */
export async function leadOn(
  engine: Pick<Engine, "ask" | "register">,
  answer: Answer,
): Promise<Lead | null> {
  if (answer.answered || answer.isTalk) return null;
  const register = engine.register();
  const locale = localeFor(answer.language);
  const { question, citations, nearest } = answer;
  const filter = namedIn(question, register);
  const near = nearVisits(register, filter);
  const told = [...citations, ...nearest].flatMap((one) => register.ofArticle(one.articleId));
  const newest = register.find({ planned: false }, { offset: 0, limit: NEWEST }).visits;
  const isTold = citations.length > 0;
  const offered = isTold ? [...told, ...near, ...newest] : [...near, ...told, ...newest];
  const questions = await answerable(offered, question, locale, engine);
  // Where lines of an article stand in for an answer, they say what is nearest.
  if (isTold) return { understood: null, closest: null, questions };
  const [closest] = near.length > 0 ? near : told;
  return {
    understood: answer.register ? null : understoodLine(filter, locale),
    closest: closest === undefined ? null : closestLine(register, filter, closest, locale),
    questions,
  };
}

/** Whom, where and when a question names; what else it asks is not what the register can be near to. */
function namedIn(question: string, register: Register): VisitFilter {
  const { filter } = readTypedFilter(question, vietnamDay(new Date()), register);
  const { words: _words, planned: _planned, undated: _undated, ...named } = filter;
  return named;
}

/** Null where nobody and no place is named. */
function understoodLine(filter: VisitFilter, { visits, answering, language }: Locale) {
  const { from: _from, to: _to, kinds: _kinds, ...names } = filter;
  if (Object.keys(names).length === 0) return null;
  const named = Object.entries(filter).map(([key, value]) => [
    key,
    key === "sides"
      ? (value as string[]).map((side) => placeInLanguage(side, language))
      : ["host", "guest", "place"].includes(key)
        ? placeInLanguage(value as string, language)
        : value,
  ]);
  return answering.understood(visits.scope(Object.fromEntries(named) as VisitFilter));
}

/** The visits that share most of what is named, nearest in time first; empty where nothing is named or shared. */
function nearVisits(register: Register, filter: VisitFilter): readonly Visit[] {
  const { from, to, kinds: _kinds, ...names } = filter;
  const { person, sides, place, host, guest } = names;
  const looser: VisitFilter[] = [
    names,
    ...(person === undefined ? [] : [{ person }]),
    ...(host === undefined ? [] : [{ host }]),
    ...(guest === undefined ? [] : [{ guest }]),
    ...(sides ?? []).toReversed().map((side) => ({ sides: [side] })),
    ...(place === undefined ? [] : [{ place }]),
  ].filter((one) => Object.keys(one).length > 0);
  const known = looser.find((one) => register.has(one));
  if (known === undefined) return [];
  const { visits } = register.find(known, { offset: 0, limit: MOST_VISITS });
  const wanted = parseFullDate(from ?? to ?? "");
  if (wanted === null) return visits;
  return visits.toSorted((a, b) => distance(a, wanted) - distance(b, wanted));
}

type Day = NonNullable<ReturnType<typeof parseFullDate>>;

/** Months between a visit and a day; unknown years are far away. */
function distance({ date: { year, month } }: Visit, day: Day): number {
  if (year === null) return Number.MAX_SAFE_INTEGER;
  return Math.abs((year - (day.year ?? year)) * 12 + (month ?? 6) - (day.month ?? 6));
}

function closestLine(
  register: Register,
  { from, to, ...named }: VisitFilter,
  visit: Visit,
  locale: Locale,
): string {
  const time = { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
  const asked = locale.visits.scope(time);
  const isThen = register.has({ ...named, ...time });
  const line = shownLine(locale.register.visit(shownVisit(visit, locale).line));
  return locale.answering.closest(asked === "" || isThen ? null : asked, line);
}

async function answerable(
  visits: readonly Visit[],
  asked: string,
  locale: Locale,
  engine: Pick<Engine, "ask">,
): Promise<string[]> {
  const each = [...new Map(visits.map((visit) => [visit.id, visit])).values()];
  const all = each.flatMap((visit) =>
    questionsAbout(visit, locale).map(({ question }) => ({ visit, question })),
  );
  const fits = ({ question }: { readonly question: string }) => question.length <= FITTING_CHARS;
  const questions: string[] = [];
  const tried = new Set([asked]);
  for (const { visit, question } of [...all.filter(fits), ...all.filter((one) => !fits(one))]) {
    if (questions.length === MOST_QUESTIONS || tried.size > MOST_TRIES) break;
    if (tried.has(question)) continue;
    tried.add(question);
    if ((await answerAbout(visit, question, engine)) !== null) questions.push(question);
  }
  return questions;
}
