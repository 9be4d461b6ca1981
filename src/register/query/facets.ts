import type { SqlRow } from "../../index/sqlite.ts";
import type { Facet, VisitFacets } from "../filter.ts";
import { searchKey } from "./search-key.ts";

/**
 * Groups of matching visits with how many there are, for `facetsOf`: by years, counterparts and places.
 *
 * @param condition WHERE clause over the table `visits`.
 */
export const facetQuery = (condition: string) => `
  WITH found AS MATERIALIZED (
    SELECT first_day / 10000 AS first_year, last_day / 10000 AS last_year, counterpart_list,
      counterpart_places, place_list, place_places
    FROM visits WHERE ${condition}
  )
  SELECT 'year', first_year, last_year, count(*) FROM found GROUP BY 2, 3
  UNION ALL
  SELECT 'counterpart', counterpart_list, counterpart_places, count(*) FROM found GROUP BY 2, 3
  UNION ALL
  SELECT 'place', place_list, place_places, count(*) FROM found GROUP BY 2, 3`;

function tally(counts: Map<string, number>, key: string, count: number): void {
  counts.set(key, (counts.get(key) ?? 0) + count);
}

/** What matching visits can be filtered by further: a facet's count is what a search for its value finds. */
export function facetsOf(groups: readonly SqlRow[]): VisitFacets {
  const years = new Map<string, number>();
  const counterparts = new PlaceTally();
  const places = new PlaceTally();
  for (const [by, one, other, count] of groups as [string, string, string, number][]) {
    if (by === "counterpart") counterparts.add(one, other, count);
    else if (by === "place") places.add(one, other, count);
    else if (one !== null)
      for (let year = Number(one); year <= Number(other); year++) tally(years, String(year), count);
  }
  return {
    years: [...years]
      .map(([value, count]) => ({ value, count }))
      .sort((a, b) => Number(b.value) - Number(a.value)),
    counterparts: counterparts.facets(),
    places: places.facets(),
  };
}

/** Places that are shown, counted by the keys by which they are found. */
class PlaceTally {
  readonly #counts = new Map<string, number>();
  readonly #shown = new Map<string, string>();

  add(names: string, keys: string, count: number): void {
    for (const key of new Set(keys.split("/"))) if (key !== "") tally(this.#counts, key, count);
    for (const name of names.split("/")) {
      if (name === "") continue;
      const key = searchKey(name);
      if (!this.#shown.has(key)) this.#shown.set(key, name);
    }
  }

  facets(): Facet[] {
    return [...this.#shown]
      .map(([key, value]) => ({ value, count: this.#counts.get(key) ?? 0 }))
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  }
}
