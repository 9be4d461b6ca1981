import type { DropReason, Visit, VisitSide } from "../../model/index.ts";
import { placesOfSide } from "../../visits/register/index.ts";
import type { Unit } from "./evidence.ts";
import { type Comparison, type Neighbour, says } from "./match.ts";
import { nameKey, samePerson, type Token, type TokenKind } from "./reading.ts";

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
function isOfPerson(place: Token, tokens: readonly Token[], visits: readonly Visit[]): boolean {
  const person = tokens.slice(0, tokens.indexOf(place)).findLast(({ kind }) => kind === "person");
  if (person === undefined) return false;
  return visits.some((visit) => {
    const side = sideOf(person, visit);
    return side !== null && side === sideOf(place, visit);
  });
}

/** What a retelling got wrong. */
export interface Fault {
  readonly reason: DropReason;
  /** In its own words. */
  readonly detail: string;
}

const UNSUPPORTED: Readonly<Partial<Record<TokenKind, DropReason>>> = {
  person: "unsupported-name",
  name: "unsupported-name",
  place: "unsupported-place",
  date: "unsupported-date",
  number: "unsupported-number",
};
/** A unit with this share of the best one's support may be what the words are from. */
const AS_GOOD = 0.75;
/** What else stands in a token's place has to fit so much better. */
const BETTER = 1.2;
/** From this share of the neighbours on, something stands in the very place of a token that its sentence lacks. */
const IN_PLACE = 0.6;
/** Sentences before and behind that tell of the same thing. */
const NEAR = 2;

/** What may be told of a sentence that only another one of the same meeting says: who, where and when. */
const CARRIED: ReadonlySet<TokenKind> = new Set(["person", "name", "place", "date"]);

/**
 * Holds each name, date and number of a retelling against the units: it has to stand there, and among the same words;
 * where something else of its kind stands among them, it belongs to another person, day or thing.
 */
export function pairingFault(compared: Comparison): Fault | null {
  const { claim } = compared;
  for (const [index, token] of claim.tokens.entries()) {
    if (UNSUPPORTED[token.kind] === undefined || isOfOffice(compared, token)) continue;
    const fault = faultOf(compared, index, token);
    if (fault !== null) return fault;
  }
  return null;
}

/** A place within somebody's office is looked at with the office. */
const isOfOffice = ({ claim, units }: Comparison, { kind, start, end, key }: Token): boolean =>
  kind === "place" &&
  claim.offices.some(
    (office) => office.person !== null && start >= office.start && end <= office.end,
  ) &&
  units.some(({ reading }) => reading.keys.has(key));

function faultOf(compared: Comparison, index: number, token: Token): Fault | null {
  const detail = compared.claim.text.slice(token.start, token.end);
  const { units } = compared;
  const holding = units.filter((unit) => compared.holds(unit, index));
  if (holding.length === 0) return { reason: UNSUPPORTED[token.kind]!, detail };
  const visits = [...new Set(units.flatMap(({ visit }) => (visit === null ? [] : [visit])))];
  if (token.kind === "place" && isOfPerson(token, compared.claim.tokens, visits)) return null;
  const around = compared.around(token.at, new Set([index]));
  const ranked = units.map((unit) => ({ unit, support: compared.support(unit, around) }));
  const most = Math.max(0, ...ranked.map(({ support }) => support));
  const own = ranked
    .filter(({ unit, support }) => holding.includes(unit) && support >= AS_GOOD * most)
    .sort((a, b) => b.support - a.support);
  const wrong: Fault = { reason: "wrong-pairing", detail };
  if (own.length > 0)
    return own.some(({ unit }) => standsThere(compared, unit, index, around)) ? null : wrong;
  if (!CARRIED.has(token.kind)) return wrong;
  const best = ranked.filter(({ support }) => support >= AS_GOOD * most);
  const isCarried = best.some(
    ({ unit, support }) =>
      holding.some((other) => belongTogether(unit, other)) &&
      rivals(compared, unit, token).every(
        (at) => compared.fit(unit, at, around) < IN_PLACE * support,
      ),
  );
  return isCarried ? null : wrong;
}

/** True for sentences of one meeting, or that stand beside one another. */
export function belongTogether(one: Unit, other: Unit): boolean {
  if (one.visit !== null && one.visit === other.visit) return true;
  if (one.articleId !== other.articleId) return false;
  if (one.order < 0 || other.order < 0) return one.visit === null || other.visit === null;
  return Math.abs(one.order - other.order) <= NEAR;
}

/** True where a token stands in a unit in the place that it has in the retelling, rather than something else of its kind. */
function standsThere(
  compared: Comparison,
  unit: Unit,
  index: number,
  around: readonly Neighbour[],
): boolean {
  const token = compared.claim.tokens[index]!;
  const places = compared.places(unit, index);
  const own = Math.max(...places.map((at) => compared.fit(unit, at, around)));
  return rivals(compared, unit, token).every(
    (at) =>
      compared.fit(unit, at, around) <= BETTER * own ||
      places.some((place) => areListed(unit, place, at)),
  );
}

/**
 * Places of what else of its kind stands in a unit. A place is no rival of one within it; a person or place that the
 * retelling names as well has a place of its own there, and who did what to whom is looked at apart.
 */
function rivals({ claim }: Comparison, unit: Unit, token: Token): number[] {
  const isParty = token.kind !== "date" && token.kind !== "number";
  return unit.reading.tokens
    .filter((other) => isOfKind(other, token) && !says(other, token) && !says(token, other))
    .filter(
      (other) =>
        !isParty ||
        !claim.tokens.some((own) => own !== token && (says(other, own) || says(own, other))),
    )
    .map(({ at }) => at);
}

const isOfKind = (other: Token, token: Token): boolean =>
  other.kind === token.kind || (token.kind === "name" && other.kind === "place");

/** True where nothing but names, offices and small words stands between two places of a unit: they are told together. */
function areListed({ reading }: Unit, one: number, other: number): boolean {
  const [from, to] = one < other ? [one, other] : [other, one];
  return reading.tokens.every(
    ({ at, kind, telling, start, end }) =>
      at <= from ||
      at >= to ||
      !telling ||
      kind === "person" ||
      kind === "name" ||
      kind === "place" ||
      reading.offices.some((office) => start >= office.start && end <= office.end),
  );
}
