import type { Visit, VisitSide } from "../../model/index.ts";
import { placesOfSide } from "../../visits/register/index.ts";
import { nameKey, samePerson, type Token } from "./reading.ts";

type Side = "host" | "guest";

/** On which side of a meeting a person or place is; null for neither, and for both. */
export function sideOf(token: Token, visit: Visit): Side | null {
  const on = (side: VisitSide) =>
    token.kind === "person"
      ? [side.head, ...side.people.map(({ name }) => name)].some(
          (name) => name !== null && samePerson(nameKey(name), token.key),
        )
      : placesOfSide(side).some((place) => `g:${nameKey(place)}` === token.key);
  const [host, guest] = [on(visit.host), on(visit.guest)];
  return host === guest ? null : host ? "host" : "guest";
}

/** True where a place is where the person told right before it is from, as a record has it. */
export function isOfPerson(
  place: Token,
  tokens: readonly Token[],
  visits: readonly Visit[],
): boolean {
  const person = tokens.slice(0, tokens.indexOf(place)).findLast(({ kind }) => kind === "person");
  if (person === undefined) return false;
  return visits.some((visit) => {
    const side = sideOf(person, visit);
    return side !== null && side === sideOf(place, visit);
  });
}
