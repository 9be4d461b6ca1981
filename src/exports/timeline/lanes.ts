import { knownPlace } from "../../language/names/index.ts";
import type { Visit, VisitSide } from "../../model/index.ts";
import { counterpartOf, placesIn } from "../../visits/register/index.ts";
import { MAX_COLOURED } from "./svg.ts";

/** Visits with one counterpart. */
interface Lane {
  readonly name: string;
  readonly count: number;
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
  const own = sorted.length <= MAX_COLOURED + 1 ? sorted : sorted.slice(0, MAX_COLOURED);
  const rest = sorted.slice(own.length);
  const restLane = {
    name: words.others(rest.length),
    count: rest.reduce((sum, { count }) => sum + count, 0),
  };
  const place = new Map(own.map(({ name }, index) => [name, index]));
  return {
    lanes: rest.length === 0 ? own : [...own, restLane],
    laneOf: (visit) => place.get(nameOf(visit)) ?? own.length,
  };
}
