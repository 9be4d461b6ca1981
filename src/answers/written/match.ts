import { fold } from "../../language/text/index.ts";
import type { PartialDate, PointAct } from "../../model/index.ts";
import type { Evidence, Unit } from "./evidence.ts";
import { isFunctionWord, type Reading, samePerson, type Token } from "./reading.ts";

/** Acts that may stand for one another in a retelling: whoever proposed also asked; what was signed was agreed. */
const STANDS_FOR: Readonly<Record<PointAct, readonly PointAct[]>> = {
  proposed: ["proposed", "asked"],
  asked: ["asked", "proposed"],
  agreed: ["agreed", "signed"],
  signed: ["signed"],
  given: ["given"],
  thanked: ["thanked"],
  planned: ["planned", "agreed"],
  assessed: ["assessed", "announced", "thanked"],
  announced: ["announced", "assessed", "discussed"],
  discussed: ["discussed", "proposed", "asked", "agreed", "announced", "assessed", "planned"],
};

/** True where a retelling may put one act for the other. */
export const mayStandFor = (told: PointAct, source: PointAct): boolean =>
  STANDS_FOR[told].includes(source);

const PARTS = ["year", "month", "day"] as const;

/** True where all that the first date says is said by the second one. */
function saysDate(source: PartialDate, told: PartialDate): boolean {
  return PARTS.every((part) => told[part] === null || told[part] === source[part]);
}

function saysMention(source: Token, told: Token): boolean {
  const [from, to] = [source.date!, told.date!];
  if (to.time !== null || from.time !== null) return source.key === told.key;
  if (to.date === null || from.date === null) return false;
  const dates = [from.date, ...(from.endDate === null ? [] : [from.endDate])];
  const first = dates.some((one) => saysDate(one, to.date!));
  return first && (to.endDate === null || dates.some((one) => saysDate(one, to.endDate!)));
}

function saysNumber(source: Token, told: Token): boolean {
  const [from, to] = [source.number!, told.number!];
  // "24 người", "24 hộ": a thing that is counted stands near the number, if any is told on both sides.
  const [next] = to.counted;
  const counted = next === undefined || isFunctionWord(next) || /\d/u.test(next) ? undefined : next;
  return (
    from.value === to.value &&
    from.unit === to.unit &&
    (counted === undefined ||
      from.counted.length === 0 ||
      from.counted.slice(0, 2).includes(counted))
  );
}

/** True where a token of a source says what one of the retelling says. */
export function says(source: Token, told: Token): boolean {
  switch (told.kind) {
    case "person":
    case "name":
      return (
        (source.kind === "person" || source.kind === "name" || source.kind === "place") &&
        (source.key === told.key ||
          (source.kind === told.kind && told.kind === "person" && samePerson(source.key, told.key)))
      );
    case "place":
      return (
        source.kind === "place" &&
        (source.key === told.key ||
          // Whoever names a town has named its province and country.
          isWithin(source, told))
      );
    case "date":
      return source.kind === "date" && saysMention(source, told);
    case "number":
      return source.kind === "number" && saysNumber(source, told);
    case "act":
      return source.kind === "act" && mayStandFor(told.act!, source.act!);
    default:
      return source.kind === told.kind && source.key === told.key;
  }
}

function isWithin({ place }: Token, wide: Token): boolean {
  if (place === undefined || wide.place === undefined) return false;
  const isCountry = wide.place.province === null;
  return isCountry
    ? place.country === wide.place.country
    : wide.place.province === place.province && wide.key === `g:${fold(place.province!)}`;
}

/** Where a token of the retelling stands in a unit: places as in `Token.at`; empty where it does not. */
function placesOf(told: Token, { reading }: Unit): number[] {
  const found = reading.tokens.filter((token) => says(token, told)).map(({ at }) => at);
  if (found.length > 0 || !(isNamed(told) || told.kind === "word")) return found;
  // Another reader of the same words: "Bí thư Vân Phù" is a person here, a place there.
  const key = told.kind === "word" ? fold(told.key) : told.key.replace(/^g:/u, "");
  const at = reading.folded.indexOf(` ${key} `);
  if (at < 0) return [];
  const word = reading.folded.slice(1, at + 1).split(" ").length - 1;
  return [reading.tokens[Math.min(word, reading.tokens.length - 1)]?.at ?? 0];
}

const isNamed = ({ kind }: Token) => kind === "person" || kind === "name" || kind === "place";

/** How far a word beside another one still tells what it belongs to, in places. */
const REACH = 8;
/** How far a place may move in a retelling until it counts as another one. */
const SHIFT = 4;
/** A neighbour on the other side counts so much: other languages and passives turn the order round. */
const TURNED = 0.7;

/** A neighbour of a token of the retelling. */
export interface Neighbour {
  readonly index: number;
  readonly weight: number;
  /** Places from the token to it. */
  readonly offset: number;
}

/** A retelling beside the units that it is held against. */
export class Comparison {
  readonly #places: ReadonlyMap<Unit, readonly (readonly number[])[]>;

  constructor(
    readonly claim: Reading,
    readonly units: readonly Unit[],
    private readonly evidence: Evidence,
  ) {
    this.#places = new Map(
      units.map((unit) => [
        unit,
        claim.tokens.map((token) => (token.telling ? placesOf(token, unit) : [])),
      ]),
    );
  }

  /** Where token `index` of the retelling stands in a unit. */
  places(unit: Unit, index: number): readonly number[] {
    return this.#places.get(unit)![index]!;
  }

  holds(unit: Unit, index: number): boolean {
    return this.places(unit, index).length > 0;
  }

  weight(index: number): number {
    const { telling, key } = this.claim.tokens[index]!;
    return telling ? this.evidence.weightOf(key) : 0;
  }

  /** What stands around a place of the retelling, the nearer the heavier. */
  around(at: number, but: ReadonlySet<number>): Neighbour[] {
    return this.claim.tokens.flatMap((token, index) => {
      if (!token.telling || but.has(index)) return [];
      const offset = token.at - at;
      return [{ index, offset, weight: this.weight(index) * Math.exp(-Math.abs(offset) / REACH) }];
    });
  }

  /** How much of the neighbours a unit holds. */
  support(unit: Unit, neighbours: readonly Neighbour[]): number {
    let sum = 0;
    for (const { index, weight } of neighbours) if (this.holds(unit, index)) sum += weight;
    return sum;
  }

  /** How well the neighbours stand around a place of a unit as they do in the retelling. */
  fit(unit: Unit, at: number, neighbours: readonly Neighbour[]): number {
    let sum = 0;
    for (const { index, weight, offset } of neighbours) {
      let best = 0;
      for (const place of this.places(unit, index)) {
        const there = place - at;
        const same = Math.exp(-Math.abs(there - offset) / SHIFT);
        const turned = TURNED * Math.exp(-Math.abs(Math.abs(there) - Math.abs(offset)) / SHIFT);
        best = Math.max(best, same, turned);
      }
      sum += weight * best;
    }
    return sum;
  }
}
