import { namesOf, type PlaceRow } from "../places/index.ts";
import { readOnce, terms } from "../text/index.ts";

/** Lower case, old tone placement, words parted by single spaces: as `terms()` gives them. */
export const placeKey = (name: string): string =>
  terms(name)
    .map(({ marked }) => marked)
    .join(" ");

/** The same of all names of a place; several tables are made of them at a start. */
export const placeKeysOf = readOnce((row: PlaceRow): readonly string[] =>
  namesOf(row).map(placeKey),
);
