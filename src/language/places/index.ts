/**
 * The one table of places: countries, provinces, cities, districts and gates of Vietnam and its neighbours, with
 * their Vietnamese, English and Chinese names. Readers of names, of visits, of questions and of feeds take what
 * they know of places from here; a place is added as a row of `places.tsv`, never in code.
 */

import { readFileSync } from "node:fs";
import { markedWords, readOnce } from "../text/index.ts";

/** The country whose provinces the corpus is of. */
export const HOME_COUNTRY = "Việt Nam";

export { isEveryday, unmarkedPlaces, type WordRun } from "./unmarked.ts";

/** What a place is. `municipality`: a city that ranks like a province; `seat`: a city abroad, a part of a city; `site`: a
 * building that stands for who sits there; `region`: no part of one country's order. */
export type PlaceRank =
  | "country"
  | "province"
  | "municipality"
  | "prefecture"
  | "city"
  | "district"
  | "gate"
  | "seat"
  | "site"
  | "region";

/** One row of the table. */
export interface PlaceRow {
  /** The name that records use. */
  readonly name: string;
  readonly rank: PlaceRank;
  /** Province that it lies in; null for countries, for provinces themselves, and where none is told. */
  readonly province: string | null;
  /** Null for regions. */
  readonly country: string | null;
  /** Other Vietnamese spellings. */
  readonly spellings: readonly string[];
  /** English and Chinese forms, the usual one first, parted by "|". */
  readonly en: string;
  readonly zh: string;
  /** True where the name counts as a place only behind the word for its rank: "huyện Hòa An". */
  readonly needsCue: boolean;
  /** Prefecture that a Chinese city, county or gate lies in; null for others. */
  readonly prefecture: string | null;
}

let rows: readonly PlaceRow[] | undefined;

/**
 * All rows, in the order of the file: of several rows of one name the first is the usual one. Read from disk on
 * first use (a few milliseconds).
 */
export function placeRows(): readonly PlaceRow[] {
  rows ??= readFileSync(new URL("../data/places.tsv", import.meta.url), "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map(rowOf);
  return rows;
}

function rowOf(line: string): PlaceRow {
  const [name = "", rank, province, country, spellings, en = "", zh = "", cue, prefecture] =
    line.split("\t");
  return {
    name,
    rank: rank as PlaceRank,
    province: province || null,
    country: country || null,
    spellings: spellings ? spellings.split("|") : [],
    en,
    zh,
    needsCue: cue === "cue",
    prefecture: prefecture || null,
  };
}

/** All Vietnamese names of a place, the usual one first. */
export function namesOf({ name, spellings }: PlaceRow): readonly string[] {
  return [name, ...spellings];
}

/** The words of all names of a place, as `markedWords` has them; several tables are made of them at a start. */
export const placeKeysOf = readOnce((row: PlaceRow): readonly string[] =>
  namesOf(row).map(markedWords),
);
