import type { SqlRow } from "../../index/sqlite.ts";
import type { Facet, VisitFacets } from "../filter.ts";
import { searchKey } from "./search-key.ts";

/** Columns of a visit that facets are counted from, in the order that `facetsOf` reads. */
export const FACET_COLUMNS =
  "first_day, last_day, counterpart_list, counterpart_places, place_list, place_places";

const yearOf = (day: number) => Math.floor(day / 10_000);

function tally(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** Counts what matching visits can be filtered by further: a facet's count is what a search for its value finds. */
export function facetsOf(rows: readonly SqlRow[]): VisitFacets {
  const years = new Map<string, number>();
  const counterparts = new PlaceTally();
  const places = new PlaceTally();
  for (const row of rows) {
    const [first, last, otherNames, otherKeys, placeNames, placeKeys] = row;
    if (first !== null) {
      for (let year = yearOf(first as number); year <= yearOf(last as number); year++)
        tally(years, String(year));
    }
    counterparts.add(otherNames as string, otherKeys as string);
    places.add(placeNames as string, placeKeys as string);
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
  readonly #keyOf = new Map<string, string>();

  add(names: string, keys: string): void {
    for (const key of new Set(keys.split("/"))) if (key !== "") tally(this.#counts, key);
    for (const name of names.split("/")) {
      if (name === "") continue;
      let key = this.#keyOf.get(name);
      if (key === undefined) {
        key = searchKey(name);
        this.#keyOf.set(name, key);
      }
      if (!this.#shown.has(key)) this.#shown.set(key, name);
    }
  }

  facets(): Facet[] {
    return [...this.#shown]
      .map(([key, value]) => ({ value, count: this.#counts.get(key) ?? 0 }))
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  }
}
