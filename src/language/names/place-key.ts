import { namesOf, type PlaceRow } from "../places/index.ts";
import { markedWords, readOnce } from "../text/index.ts";

/** The words of all names of a place, as `markedWords` has them; several tables are made of them at a start. */
export const placeKeysOf = readOnce((row: PlaceRow): readonly string[] =>
  namesOf(row).map(markedWords),
);
