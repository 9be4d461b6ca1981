import { knownPlace } from "../../language/names/index.ts";
import { foldAligned, terms } from "../../language/text/index.ts";
import type { Visit, VisitSide } from "../../model/index.ts";
import { placeKey, placesIn, placesOfSide, searchKey } from "../../visits/register/index.ts";
import type { Question } from "../question/index.ts";
import type { Demands } from "./demands.ts";
import { type Role, roleOf } from "./roles.ts";

type Name = Demands["names"][number];

/** What of a record tells the direction. */
type Sides = Pick<Visit, "host" | "guest">;

/** Who came, and to whom or where, as a question has it. */
export interface Direction {
  readonly guests: readonly Name[];
  readonly hosts: readonly Name[];
}

/** What each name of a question is in the visit that it asks about. */
export function rolesIn(
  { searchText }: Question,
  { names }: Demands,
): { readonly name: Name; readonly role: Role }[] {
  const aligned = foldAligned(searchText);
  return names.map((name) => ({
    name,
    role: roleOf(aligned.slice(0, name.fullStart), aligned.slice(name.end)),
  }));
}

/** The direction that a question names; null where it leaves open who came, or to whom. */
export function directionOf(question: Question, demands: Demands): Direction | null {
  const roles = rolesIn(question, demands);
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
  // A town that no list knows looks like a person: "Bí thư Vân Phù".
  const own = [side.head, ...side.people.map((person) => person.name), side.organisation];
  const isNamed = () =>
    own.some((one) => one !== null && ` ${folded(one)} `.includes(` ${words.join(" ")} `));
  if (kind === "person") return isNamed();
  // Without marks a person's name may look like a place's.
  if (kind === "place" && knownPlace(name) === null && words.length > 1 && isNamed()) return true;
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
  // "A tiếp đoàn B", where A went: B need not be named by the record.
  const came = hosts.filter((one) => isOn(guest, one) && !isOn(host, one));
  if (received.length === 0)
    return (
      came.length > 0 && came.length === hosts.length && !guests.some((one) => isOn(guest, one))
    );
  if (hosts.some((one) => isOn(guest, one) && !isOn(host, one))) return true;
  // "Ông X thăm A" where X received others, and A is not his own place.
  return (
    host.province !== null &&
    received.some(({ kind }) => kind === "person") &&
    hosts.every((one) => one.kind !== "person" && !isOn(host, one) && !isWithin(host, one))
  );
}

/** True where a record tells that one of the guests came, and to one of the hosts. */
export const isStraight = ({ guests, hosts }: Direction, { host, guest }: Sides): boolean =>
  guests.some((one) => isOn(guest, one)) && hosts.some((one) => isOn(host, one));

/** True where an article's records tell of those who are asked for, and all the other way round. */
export function contradictsDirection(direction: Direction, visits: readonly Sides[]): boolean {
  const named = [...direction.guests, ...direction.hosts];
  const about = visits.filter(({ host, guest }) =>
    named.some((one) => isOn(host, one) || isOn(guest, one)),
  );
  return about.length > 0 && about.every((visit) => isReversed(direction, visit));
}
