import { knownPlace } from "../../../language/names/index.ts";
import { HOME_COUNTRY } from "../../../language/places/index.ts";
import {
  foldAligned,
  hasMarks,
  readOnce,
  spacedWords,
  terms,
} from "../../../language/text/index.ts";
import { areOneName } from "../../../language/translate/index.ts";
import type { Article, Visit, VisitSide } from "../../../model/index.ts";
import {
  placeKey,
  placesIn,
  placesOfSide,
  placesOfVisit,
  searchKey,
} from "../../../visits/register/index.ts";
import { OFFICE_HEADS, type Question } from "../../question/index.ts";
import type { Demands } from "./demands.ts";
import { type Role, roleOf, rolesTold } from "./roles.ts";

type Name = Demands["names"][number];

/** What of a record tells the direction. */
type Sides = Pick<Visit, "host" | "guest">;

/** Who came, and to whom or where, as a question has it. */
export interface Direction {
  readonly guests: readonly Name[];
  readonly hosts: readonly Name[];
}

/** A name of a person, folded, right before what he did. */
const HOLDER =
  /^(?: [a-z]{2,7}){2,4}(?= (?:da |se )?(?:tham(?! gia| du )|sang|den|toi|tiep|don|dan) )/u;

/** What each name of a question is in the visit that it asks about. */
export function rolesIn(
  { searchText }: Question,
  { names }: Demands,
): { readonly name: Name; readonly role: Role }[] {
  const aligned = foldAligned(searchText);
  return names.map((name) => ({
    name,
    role: roleOf(
      aligned.slice(0, name.fullStart),
      // "chu tich Quang Nam le tri thanh sang …": who holds the office stands between.
      name.kind === "office"
        ? aligned.slice(name.end).replace(HOLDER, "")
        : aligned.slice(name.end),
    ),
  }));
}

/** "Bao nhiêu người Tuyên Quang sang …", "mấy xe của A qua …": people and goods that are counted are no delegation. */
const COUNTED =
  /(?<![a-z])(?:bao nhieu|may) (?!doan |lan |chuyen |thanh vien |dai bieu )(?:[a-z]+ ){1,3}(?:cua |tu )?$/u;

/** The direction that a question names; null where it leaves open who came, or to whom. */
export function directionOf(question: Question, demands: Demands): Direction | null {
  const aligned = foldAligned(question.searchText);
  if (demands.names.some(({ fullStart }) => COUNTED.test(aligned.slice(0, fullStart)))) return null;
  const roles = rolesIn(question, demands);
  const guests = roles.flatMap(({ name, role }) => (role === "guest" ? [name] : []));
  const hosts = roles.flatMap(({ name, role }) =>
    role === "host" || role === "place" ? [name] : [],
  );
  return guests.length > 0 && hosts.length > 0 ? { guests, hosts } : null;
}

/** A side as names are looked up in it: read once, as every visit of the register is held against a question. */
interface SideWords {
  /** Head and people as the article writes them. */
  readonly heads: readonly string[];
  /** Head, people and organisation, folded, each between spaces. */
  readonly named: readonly string[];
  /** Positions of its people, folded, each between spaces. */
  readonly positions: readonly string[];
  /** The organisation alone. */
  readonly body: string;
  /** Last words of the names of its people, with their marks and without. */
  readonly given: ReadonlySet<string>;
  readonly places: ReadonlySet<string>;
}

const wordsOf = readOnce((side: VisitSide): SideWords => {
  const people = [side.head, ...side.people.map((person) => person.name)].filter(
    (one) => one !== null,
  );
  return {
    heads: people,
    named: [...people, side.organisation ?? ""].map(spacedWords),
    positions: side.people.map(({ position }) => spacedWords(position ?? "")),
    body: spacedWords(side.organisation ?? ""),
    given: new Set(
      people.flatMap((one) => {
        const last = terms(one).at(-1);
        return last === undefined ? [] : [last.marked, last.folded];
      }),
    ),
    places: new Set(placesOfSide(side).map(searchKey)),
  };
});

/** A name of a question as it is looked up in sides. */
interface NameKeys {
  readonly spaced: string;
  readonly given: string;
  /** As places are looked up. */
  readonly key: string;
  /** True for a name that no list of places has and that may be a person's or a body's. */
  readonly open: boolean;
  /** The places that are meant, as keys and as words. */
  readonly places: readonly { readonly key: string; readonly spaced: string }[];
}

const keysOf = readOnce(({ kind, name, words }: Name): NameKeys => {
  const given = terms(name)[0];
  const meant = kind === "place" ? [name] : placesIn(name, null).slice(0, 1);
  return {
    spaced: ` ${words.join(" ")} `,
    given: (hasMarks(name) ? given?.marked : given?.folded) ?? "",
    key: searchKey(name),
    open: kind === "place" && words.length > 1 && knownPlace(name) === null,
    places: meant.map((place) => ({
      key: placeKey(searchKey(place)) ?? words.join(" "),
      spaced: spacedWords(place),
    })),
  };
});

/** True where somebody or something named stands on a side. */
export function isOn(side: VisitSide, name: Name): boolean {
  const own = wordsOf(side);
  const { spaced, given, open, places } = keysOf(name);
  // "Ông Huyên" is no "huyện": the last word of a name, with its marks where they are typed.
  if (name.kind === "person" && name.words.length === 1) return own.given.has(given);
  // A town that no list knows looks like a person: "Bí thư Vân Phù"; without marks a person's name like a place's.
  const isNamed = () =>
    own.named.some((one) => one.includes(spaced)) ||
    (name.kind === "person" && own.heads.some((head) => areOneName(head, name.name)));
  if (name.kind === "person") return isNamed() || holdsTitle(own, name);
  if (open && isNamed()) return true;
  return places.some((place) => own.places.has(place.key) || own.body.includes(place.spaced));
}

/** "Chánh án": somebody of the side holds the office, where the question names nobody. */
const holdsTitle = ({ positions }: SideWords, { words }: Name): boolean =>
  OFFICE_HEADS.longestAt(words, 0) === words.length &&
  positions.some((position) => position.includes(` ${words.join(" ")} `));

const placeKeysOf = readOnce(
  (visit: Pick<Visit, "place" | "host">) => new Set(placesOfVisit(visit).map(searchKey)),
);

/** True where a visit is told to have taken place where a name says. */
export const isAt = (visit: Pick<Visit, "place" | "host">, name: Name): boolean =>
  placeKeysOf(visit).has(keysOf(name).key);

/** A town lies in the province of its own side, which the record may name alone. */
function isWithin(side: VisitSide, { name }: Name): boolean {
  const place = knownPlace(name);
  return place?.province != null && place.province === side.province;
}

/** True where a record tells the direction the other way round: who is asked as guest received there. */
export function isReversed({ guests, hosts }: Direction, { host, guest }: Sides): boolean {
  const received = guests.filter((one) => isOn(host, one) && !isOn(guest, one));
  // "A tiếp đoàn B", where A went: B need not be named by the record.
  const came = hosts.filter((one) => isOn(guest, one) && !isOn(host, one));
  if (received.length === 0)
    return (
      came.length > 0 && came.length === hosts.length && !guests.some((one) => isOn(guest, one))
    );
  if (hosts.some((one) => isOn(guest, one) && !isOn(host, one))) return true;
  // "Ông X thăm A" where X received others, and A is not his own place.
  return (
    (host.province !== null || (host.country ?? HOME_COUNTRY) !== HOME_COUNTRY) &&
    received.some(({ kind }) => kind === "person") &&
    hosts.every((one) => one.kind !== "person" && !isOn(host, one) && !isWithin(host, one))
  );
}

/** True where a record tells that one of the guests came, and to one of the hosts or to where they are. */
export const isStraight = (
  { guests, hosts }: Direction,
  visit: Pick<Visit, "host" | "guest" | "place">,
): boolean =>
  guests.some((one) => isOn(visit.guest, one)) &&
  hosts.some((one) => isOn(visit.host, one) || isAt(visit, one));

/** True where an article's records tell of those who are asked for, and all the other way round. */
export function contradictsDirection(direction: Direction, visits: readonly Sides[]): boolean {
  const all = [...direction.guests, ...direction.hosts];
  // Whoever is named came or received there himself: other journeys between the same places tell nothing of it.
  const persons = all.filter(
    (one) =>
      one.kind === "person" &&
      one.words.length > 1 &&
      visits.some(({ host, guest }) => isOn(host, one) || isOn(guest, one)),
  );
  const named = persons.length > 0 ? persons : all;
  const about = visits.filter(({ host, guest }) =>
    named.some((one) => isOn(host, one) || isOn(guest, one)),
  );
  return about.length > 0 && about.every((visit) => isReversed(direction, visit));
}

/** True where somebody who is asked as guest stands in no record of an article, and its sentences tell that they received, and not that they came. */
export function isToldReversed(
  { guests }: Direction,
  visits: readonly Sides[],
  article: Article,
): boolean {
  return guests.some((one) => {
    if (one.kind !== "person" || one.words.length < 2) return false;
    if (visits.some(({ host, guest }) => isOn(host, one) || isOn(guest, one))) return false;
    const { came, received } = rolesTold(article, one.words.join(" "));
    return received && !came;
  });
}

/** True where none of an article's records has any of those whom the question names as hosts, or as where it was. */
export function leavesOutHosts({ hosts }: Direction, visits: readonly Visit[]): boolean {
  return (
    visits.length > 0 &&
    hosts.every((one) =>
      visits.every(
        (visit) =>
          !isOn(visit.host, one) &&
          !isOn(visit.guest, one) &&
          !isAt(visit, one) &&
          !isWithin(visit.host, one) &&
          !visit.sources.some(({ quote }) =>
            spacedWords(quote).includes(` ${one.words.join(" ")} `),
          ),
      ),
    )
  );
}
