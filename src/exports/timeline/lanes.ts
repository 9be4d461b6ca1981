import { knownPlace } from "../../language/names/index.ts";
import type { Visit, VisitSide } from "../../model/index.ts";
import { counterpartOf, placesIn } from "../../visits/register/index.ts";
import { MAX_COLOURED } from "./svg.ts";

/** Visits with one counterpart. */
interface Lane {
  readonly name: string;
  readonly count: number;
  /** Number of its colour: a partner has the same one in all pictures. */
  readonly colour: number;
}

/** Partners by the colours that they have in every picture: provinces and countries, then what lies in them. */
const PARTNERS: readonly (readonly string[])[] = [
  ["Quảng Tây", "Bằng Tường", "Hồng Hà"],
  ["Vân Nam", "Sùng Tả", "Văn Sơn"],
  ["Trung Quốc", "Nam Ninh", "Côn Minh"],
  ["Quảng Đông", "Bách Sắc", "Hà Khẩu"],
  ["Lào", "Phòng Thành Cảng", "Kim Bình"],
  ["Hải Nam", "Đông Hưng", "Mông Tự"],
  ["Campuchia", "Long Châu", "Ma Lật Pha"],
  ["Bắc Kinh", "Tịnh Tây", "Phổ Nhĩ"],
  ["Thượng Hải", "Na Pha", "Giang Thành"],
];
const COLOUR_OF = new Map(PARTNERS.flatMap((names, colour) => names.map((name) => [name, colour])));

/** For a partner that the table does not know: mostly the same in all pictures too. */
const someColour = (name: string) =>
  [...name].reduce((sum, letter) => sum + letter.codePointAt(0)!, 0) % MAX_COLOURED;

/** The colours of the lanes of a picture: their own, for others the next that is free, in the order of their names. */
function coloursOf(names: readonly string[]): Map<string, number> {
  const colours = new Map(
    names.flatMap((name) => {
      const own = COLOUR_OF.get(name);
      return own === undefined ? [] : [[name, own] as const];
    }),
  );
  // Two of one colour, such as towns of different provinces: the first by name keeps it.
  const taken = new Set<number>();
  const given = new Map<string, number>();
  for (const name of [...names].sort(
    (a, b) => Number(colours.has(b)) - Number(colours.has(a)) || (a < b ? -1 : 1),
  )) {
    let colour = colours.get(name) ?? someColour(name);
    while (taken.has(colour) && taken.size < MAX_COLOURED) colour = (colour + 1) % MAX_COLOURED;
    taken.add(colour);
    given.set(name, colour);
  }
  return given;
}

/** The lanes of a picture, most visits first, and the lane of each visit. */
export interface Lanes {
  readonly lanes: readonly Lane[];
  /** Index in `lanes` by visit id. */
  readonly laneOf: (visit: Visit) => number;
}

/** Names of lanes that are no counterpart. */
interface LaneWords {
  readonly unknown: string;
  readonly others: (count: number) => string;
  /** A place's name in the reader's language. */
  readonly shown: (name: string) => string;
}

interface CounterpartNames {
  /** Its province: few enough to be told apart by colour. */
  readonly wide: string | null;
  /** Its town, where one is told. */
  readonly narrow: string | null;
}

function namesOf({ organisation, province, country }: VisitSide): CounterpartNames {
  const [place = null] = organisation === null ? [] : placesIn(organisation, country);
  const from = province ?? place;
  if (from === null) return { wide: country ?? organisation, narrow: country ?? organisation };
  return { wide: knownPlace(from)?.province ?? from, narrow: place ?? from };
}

/** The names of each visit's counterpart, by visit id; the same delegation comes many times and is read once. */
function counterparts(visits: readonly Visit[]): ReadonlyMap<string, CounterpartNames> {
  const known = new Map<string, CounterpartNames>();
  return new Map(
    visits.map((visit) => {
      const side = counterpartOf(visit);
      const key = [side.organisation, side.province, side.country].join("/");
      const names = known.get(key) ?? namesOf(side);
      known.set(key, names);
      return [visit.id, names];
    }),
  );
}

/**
 * Parts visits by counterpart: by province, or where all are of one, by what lies in it. The counterparts with
 * the fewest visits share the last lane where there are more than colours.
 */
export function lanesOf(visits: readonly Visit[], words: LaneWords): Lanes {
  const found = counterparts(visits);
  const isOne = new Set([...found.values()].map(({ wide }) => wide)).size < 2;
  const nameOf = (visit: Visit) => {
    const { wide, narrow } = found.get(visit.id)!;
    return (isOne ? narrow : wide) ?? words.unknown;
  };
  const counts = new Map<string, number>();
  for (const visit of visits) counts.set(nameOf(visit), (counts.get(nameOf(visit)) ?? 0) + 1);
  const sorted = [...counts]
    .map(([name, count]) => ({ name, count }))
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
  const own = sorted.length <= MAX_COLOURED ? sorted : sorted.slice(0, MAX_COLOURED);
  const rest = sorted.slice(own.length);
  const restLane = {
    name: words.others(rest.length),
    count: rest.reduce((sum, { count }) => sum + count, 0),
    colour: MAX_COLOURED,
  };
  const named = own.filter(({ name }) => name !== words.unknown).map(({ name }) => name);
  const colours = coloursOf(named);
  const coloured = own.map((lane) => ({
    ...lane,
    name: words.shown(lane.name),
    colour: colours.get(lane.name) ?? MAX_COLOURED,
  }));
  const place = new Map(own.map(({ name }, index) => [name, index]));
  return {
    lanes: rest.length === 0 ? coloured : [...coloured, restLane],
    laneOf: (visit) => place.get(nameOf(visit)) ?? own.length,
  };
}
