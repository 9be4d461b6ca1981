import { knownPlace } from "../../language/names/index.ts";
import { foldAligned, terms } from "../../language/text/index.ts";
import type { Visit, VisitSide } from "../../model/index.ts";
import { placeKey, placesIn, placesOfSide, searchKey } from "../../visits/register/index.ts";
import type { Question } from "../question/index.ts";
import type { Demands } from "./demands.ts";
import { roleOf } from "./roles.ts";

type Name = Demands["names"][number];

/** What of a record tells the direction. */
type Sides = Pick<Visit, "host" | "guest">;

/** Who came, and to whom or where, as a question has it. */
export interface Direction {
  readonly guests: readonly Name[];
  readonly hosts: readonly Name[];
}

/** The direction that a question names; null where it leaves open who came, or to whom. */
export function directionOf({ searchText }: Question, { names }: Demands): Direction | null {
  const aligned = foldAligned(searchText);
  const roles = names.map((name) => ({
    name,
    role: roleOf(aligned.slice(0, name.fullStart), aligned.slice(name.end)),
  }));
  const guests = roles.flatMap(({ name, role }) => (role === "guest" ? [name] : []));
  const hosts = roles.flatMap(({ name, role }) =>
    role === "host" || role === "place" ? [name] : [],
  );
  return guests.length > 0 && hosts.length > 0 ? { guests, hosts } : null;
}

const folded = (text: string) =>
  terms(text)
    .map((term) => term.folded)
    .join(" ");

/** True where somebody or something named stands on a side. */
export function isOn(side: VisitSide, { kind, name, words }: Name): boolean {
  const people = [side.head, ...side.people.map((person) => person.name)];
  if (kind === "person")
    return people.some(
      (one) => one !== null && ` ${folded(one)} `.includes(` ${words.join(" ")} `),
    );
  const places = placesOfSide(side).map(searchKey);
  const meant = kind === "place" ? [name] : placesIn(name, null).slice(0, 1);
  return meant.some(
    (place) =>
      places.includes(placeKey(searchKey(place)) ?? words.join(" ")) ||
      ` ${folded(side.organisation ?? "")} `.includes(` ${folded(place)} `),
  );
}

/** A town lies in the province of its own side, which the record may name alone. */
function isWithin(side: VisitSide, { name }: Name): boolean {
  const place = knownPlace(name);
  return place?.province != null && place.province === side.province;
}

/** True where a record tells the direction the other way round: who is asked as guest received there. */
export function isReversed({ guests, hosts }: Direction, { host, guest }: Sides): boolean {
  const received = guests.filter((one) => isOn(host, one) && !isOn(guest, one));
  if (received.length === 0) return false;
  if (hosts.some((one) => isOn(guest, one) && !isOn(host, one))) return true;
  // "Ông X thăm A" where X received others, and A is not his own place.
  return (
    received.some(({ kind }) => kind === "person") &&
    hosts.every((one) => one.kind !== "person" && !isOn(host, one) && !isWithin(host, one))
  );
}

/** True where a record tells that one of the guests came, and to one of the hosts. */
export const isStraight = ({ guests, hosts }: Direction, { host, guest }: Sides): boolean =>
  guests.some((one) => isOn(guest, one)) && hosts.some((one) => isOn(host, one));

/** True where an article's records tell of those who are asked for, and all the other way round. */
export function contradictsDirection(direction: Direction, visits: readonly Sides[]): boolean {
  const { guests } = direction;
  const about = visits.filter(({ host, guest }) =>
    guests.some((one) => isOn(host, one) || isOn(guest, one)),
  );
  return about.length > 0 && about.every((visit) => isReversed(direction, visit));
}
