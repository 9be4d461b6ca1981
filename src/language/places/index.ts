/**
 * The one table of places (`data/places.tsv`): rank, province, country, spellings, English and Chinese names. Add a
 * place as a row there.
 */

export { longRankAt, namesOf, type PlaceRank, type PlaceRow, placeRows } from "./table.ts";
