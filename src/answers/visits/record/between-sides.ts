import { FOLDED_PLACE_NAMES, knownPlace } from "../../../language/names/index.ts";
import { fold, foldAligned, matchesIn } from "../../../language/text/index.ts";
import { expandedWords } from "../../../language/translate/index.ts";
import type { Register, Visit, VisitSide } from "../../../model/index.ts";
import { bodiesNamed } from "../../../visits/read/index.ts";
import type { Question } from "../../question/index.ts";
import {
  alternatives,
  asksOfMeeting,
  type Demands,
  type Direction,
  isAt,
  isOn,
  meetsTimes,
  rolesIn,
  subjectAsked,
} from "../asked/index.ts";
import { type ToldVisit, toldVisits, wholeVisits } from "../lists/index.ts";
import { asksLeader, ledName, sideLed, WAS_RECEIVED, WHERE, WHO_RECEIVED } from "./by-record.ts";
import { type SideTest, sidesMet } from "./sides-met.ts";

/** Whom a side met, in a folded question. */
const WITH_WHOM =
  /(?:^| )(?:(?:hoi dam|hoi kien|lam viec|gap go|gap|trao doi)(?: (?:voi|cung))?|tiep(?: don)?|don(?: tiep)?) (?:nhung )?(?:ai|nguoi nao)(?: |$)/u;

/** What of the meetings between the named sides is asked for. */
type Wanted = "receiver" | "leader" | "other" | "day" | "place";

/** The visits of the register that a question means by who came to whom. */
export interface BetweenSides {
  /** Newest first, those of no known year last. */
  readonly visits: readonly Visit[];
  /** The articles that tell of them. */
  readonly articleIds: ReadonlySet<string>;
  /** True where they differ in what is asked for, so that no one of them is the answer. */
  readonly differ: boolean;
  /** True where every one of them holds what is asked for. */
  readonly known: boolean;
  /** Names of those on the other side than the person who is asked for. */
  readonly others: ReadonlySet<string>;
}

/**
 * Finds the meetings of the sides that a question names, where it asks who received or led, whom somebody met, when or
 * where, and nothing that only an article's own words tell.
 *
 * @returns Null for other questions, and where the register has no such meeting.
 */
export function betweenSides(
  question: Question,
  demands: Demands,
  register: Register,
): BetweenSides | null {
  const { names, except, times } = demands;
  // No side of a record is whom a question leaves out.
  if (names.length === 0 || except.length > 0 || !asksOfMeeting(question)) return null;
  // "Huyen" may be Huyên or any huyện.
  if (
    names.some(
      ({ kind, name, words }) =>
        kind === "place" && words.length === 1 && knownPlace(name) === null,
    )
  )
    return null;
  const wanted = wantedOf(question);
  if (wanted === null) return null;
  const subject = [...bodiesIn(question.searchText, names), ...subjectAsked(question)];
  const offices = officesIn(names);
  const sides = sidesNamed(question, demands, wanted);
  if (sides === null) return null;
  const met = sides.map((way) => meeting(way, register));
  const came = toldVisits(register).filter(
    (visit, at) =>
      met.some((isMet) => isMet(at)) &&
      (times.length === 0 ||
        meetsTimes(times, { first: visit.date, last: visit.endDate ?? visit.date })) &&
      (subject.length === 0 || isOfBodies(subject, visit)) &&
      offices.every((office) => hasHolder(office, visit)),
  );
  if (came.length === 0) return null;
  // Of those who came to a place, whoever they were, those whose leader is told answer who led.
  const isNamed = sides.some(({ guests }) => guests.length > 0) || wanted !== "leader";
  const visits = isNamed || came.every(isUnled) ? came : came.filter((visit) => !isUnled(visit));
  const led = ledName(question.searchText, names);
  const ledIn = (visit: ToldVisit): VisitSide =>
    (led === null ? null : sideLed(visit, led)) ?? visit.guest;
  const values = visits.map((visit) =>
    wanted === "leader" ? ledIn(visit).head : askedValue(wanted, sides, visit),
  );
  return {
    visits: wholeVisits(visits, register),
    articleIds: new Set(visits.flatMap(({ articleIds }) => articleIds)),
    // Whom somebody met is told by both sides of the record, where a sentence may name either.
    differ: wanted === "other" || new Set(values.filter((value) => value !== null)).size > 1,
    known: visits.every(({ date }, i) =>
      wanted === "day" ? date.day !== null : values[i] !== null,
    ),
    others: new Set(visits.flatMap((visit) => othersOf(wanted, visit, ledIn(visit)))),
  };
}

const isUnled = ({ guest }: ToldVisit): boolean => guest.head === null;

/** Those who stand in a visit on the other side than who is asked for. */
function othersOf(wanted: Wanted, visit: ToldVisit, led: VisitSide): string[] {
  if (wanted !== "receiver" && wanted !== "leader") return [];
  const asked = wanted === "receiver" ? visit.host : led;
  const other = asked === visit.host ? visit.guest : visit.host;
  return other.people.map(({ name }) => name);
}

function wantedOf({ searchText, answerType }: Question): Wanted | null {
  const folded = fold(searchText).replace(/[^a-z0-9-]+/gu, " ");
  if (WHO_RECEIVED.test(folded) || WAS_RECEIVED.test(folded)) return "receiver";
  if (asksLeader(folded)) return "leader";
  if (WITH_WHOM.test(folded)) return "other";
  if (answerType === "date") return "day";
  return answerType === "place" && WHERE.test(folded) ? "place" : null;
}

/** Names that may stand for one another: a visit has one of each list. */
type Way = { readonly [K in keyof Direction]: Direction[K][number][][] };

/** Who came to whom, in each way that the question allows; null where it names too little. */
function sidesNamed(question: Question, demands: Demands, wanted: Wanted): Way[] | null {
  const groups = alternatives(demands.names, question.searchText);
  const roles = new Map(rolesIn(question, demands).map(({ name, role }) => [name, role]));
  const isTalk = TALKED.test(foldAligned(question.searchText));
  const roleOfGroup = (group: Demands["names"][number][]) => {
    const role = roles.get(group[0]!)!;
    if (role === "place") return "host";
    return role === "guest" && isTalk ? "side" : role;
  };
  // "A và B gặp nhau": both, as neither is told to have come.
  const single = groups.flatMap((group) =>
    roleOfGroup(group) === "side" ? group.map((name) => [name]) : [group],
  );
  const guests = single.filter((group) => roleOfGroup(group) === "guest");
  const hosts = single.filter((group) => roleOfGroup(group) === "host");
  const open = single.filter((group) => roleOfGroup(group) === "side");
  if (open.length === 0) {
    // "Ai dẫn đầu đoàn thăm A": whoever came there.
    const isVisited =
      wanted === "leader" &&
      hosts.length > 0 &&
      hosts.flat().every((name) => isGoal(question, name));
    const enough =
      isVisited ||
      (wanted === "receiver" ? guests.length > 0 : guests.length > 0 && hosts.length > 0);
    return enough || (wanted === "other" && hosts.length > 0) ? [{ guests, hosts }] : null;
  }
  if (open.length + guests.length + hosts.length < 2 && wanted !== "other") return null;
  if (open.length > 2 || (open.length === 2 && guests.length + hosts.length > 0)) return null;
  const [first, second] = open;
  return second === undefined
    ? [
        { guests: [...guests, first!], hosts },
        { guests, hosts: [...hosts, first!] },
      ].filter((way) => wanted === "other" || (way.guests.length > 0 && way.hosts.length > 0))
    : [
        { guests: [first!], hosts: [second] },
        { guests: [second], hosts: [first!] },
      ];
}

/** "đoàn A hội đàm với B": either may have come to the other. */
const TALKED =
  /^(?!.*(?<![a-z])(?:sang|tham|den|toi|don|tiep)(?![a-z])).*(?<![a-z])(?:hoi dam|hoi kien|lam viec|gap|gap go) (?:voi|cung)(?![a-z])/u;

/** "đoàn sang thăm A", not "đoàn ở A". */
const GOAL =
  /(?:^| )(?:tham|sang|den|toi)(?: (?:tham|va|lam viec|voi|tai|tinh|thanh pho|huyen|thi xa|chau)){0,5} $/u;

const isGoal = ({ searchText }: Question, { start }: Demands["names"][number]): boolean =>
  GOAL.test(foldAligned(searchText).slice(0, start));

/** Tells of the visits of a register which are between the sides, places first. */
function meeting({ guests, hosts }: Way, register: Register): SideTest {
  const sides = sidesMet(register);
  const tests = [
    ...guests.map((group) => ({ group, any: group.map((name) => sides.guest(name)) })),
    ...hosts.map((group) => ({ group, any: group.map((name) => sides.host(name)) })),
  ]
    .sort((a, b) => named(a.group) - named(b.group))
    .map(({ any }) => any);
  return (at) => tests.every((any) => any.some((test) => test(at)));
}

/** How many names of a list are no places. */
const named = (group: Demands["names"][number][]): number =>
  group.filter(({ kind }) => kind !== "place").length;

function isBetween({ guests, hosts }: Way, visit: ToldVisit): boolean {
  return (
    guests.every((group) => group.some((one) => isOn(visit.guest, one))) &&
    hosts.every((group) =>
      group.some((one) => isOn(visit.host, one) || (one.kind === "place" && isAt(visit, one))),
    )
  );
}

/** Words of a body's name that tell only where it is. */
const RANKS = /(?: (?:tinh|thanh pho|thi|huyen|quan|xa|phuong|chau|khu)){1,3}$/u;

/** Folded words without the places and ranks behind them; an embassy is its country's. */
function withoutPlace(words: string, names: Demands["names"]): string {
  let left = names
    .filter(({ kind }) => kind === "place")
    .reduce((rest, place) => rest.replace(` ${place.words.join(" ")} `, " "), ` ${words} `)
    .trim();
  for (const list = left.split(" "); !EMBASSY.test(left); left = list.join(" ")) {
    const length = [3, 2, 1].find(
      (n) =>
        list.length > n &&
        (n > 1 || list.at(-1)!.length >= LEAST_ALONE) &&
        FOLDED_PLACE_NAMES.has(list.slice(-n).join(" ")),
    );
    if (length === undefined) break;
    list.splice(-length);
  }
  return left.replace(RANKS, "").trim();
}

/** Shorter names of places are everyday words once their marks are gone. */
const LEAST_ALONE = 5;
const EMBASSY = /^(?:dai su|tong lanh su|lanh su) quan/u;

/** Whoever represents a place: no body of its own. */
const ANYBODY =
  /^(?:cac )?(?:lanh dao|chinh quyen|can bo|doan)(?: (?:dai bieu|cong tac|cap cao))?$/u;

/** Bodies that a question names, folded, without their places: "so ngoai vu", "bo doi bien phong". */
const bodiesIn = (text: string, names: Demands["names"]): string[] =>
  bodiesNamed(text).flatMap((name) => {
    const body = withoutPlace(expandedWords(name).trim(), names);
    return body === "" || ANYBODY.test(body) ? [] : [body];
  });

/** An office that a question names, folded, without its place: "chu tich ubnd" of a "tinh". */
interface OfficeAsked {
  readonly words: string;
  /** The level of the body; null where the question names none. */
  readonly level: string | null;
}

const LEVEL = /(?:^| )(tinh|thanh pho|thi xa|huyen|chau|xa|phuong)(?= |$)/gu;
const levelsIn = (folded: string): string[] => matchesIn(folded, LEVEL).map(([, level]) => level!);

const officesIn = (names: Demands["names"]): OfficeAsked[] =>
  names.flatMap(({ kind, name }) => {
    const told = expandedWords(name).trim();
    const words = kind === "office" ? withoutPlace(told, names) : "";
    if (words === "" || EMBASSY.test(words) || !words.includes(" ")) return [];
    return [{ words, level: levelsIn(told).at(-1) ?? null }];
  });

/** Whether somebody of a visit holds an office, neither as its deputy nor at another level: a city's chairman is no province's. */
function hasHolder({ words, level }: OfficeAsked, { host, guest }: ToldVisit): boolean {
  return [host, guest].some(({ people, organisation }) =>
    people.some(({ position }) => {
      const told = expandedWords(position ?? "");
      const at = told.indexOf(` ${words} `);
      if (at < 0 || told.slice(0, at).endsWith(" pho")) return false;
      const own = levelsIn(told.slice(at + words.length + 1));
      const levels = own.length > 0 ? own : levelsIn(expandedWords(organisation ?? ""));
      return level === null || levels.length === 0 || levels.includes(level);
    }),
  );
}

/** "HĐND tỉnh A", "biên phòng": what else is named is of the bodies and offices of the visit, not of what was told there. */
function isOfBodies(subject: readonly string[], { host, guest }: ToldVisit): boolean {
  const words = [host, guest].flatMap(({ organisation, head, people }) => [
    organisation ?? "",
    people.find(({ name }) => name === head)?.position ?? "",
  ]);
  const told = words.map(expandedWords).join("|");
  return subject.every((phrase) => told.includes(` ${phrase} `));
}

/** What a visit has of what is asked; null where its record leaves it open. */
function askedValue(
  wanted: Exclude<Wanted, "leader">,
  ways: readonly Way[],
  visit: ToldVisit,
): string | null {
  const { host, guest, date, place } = visit;
  const way = ways.find((one) => isBetween(one, visit))!;
  switch (wanted) {
    case "receiver":
      return host.head;
    case "other":
      return (way.guests.length > 0 && way.hosts.length === 0 ? host : guest).head;
    case "day":
      return JSON.stringify(date);
    case "place":
      return place;
  }
}
