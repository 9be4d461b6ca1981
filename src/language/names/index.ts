/**
 * Persons, offices, bodies and numbers named in a text. A text comes in, typed ranges go out.
 */

export {
  KNOWN_PLACE_KEYS,
  type KnownPlace,
  knownPlace,
  knownPlaceAt,
  placeIn,
  placeReading,
} from "./gazetteer.ts";
export { holdersIn } from "./holders.ts";
export { namesIn } from "./names.ts";
export { type NumberEntity, numbersIn } from "./numbers.ts";
export { isShouted, recased } from "./shouted.ts";
export {
  COUNTRIES,
  CUES,
  FOLDED_PLACE_NAMES,
  FOLDED_PLACES,
  FOLDED_SURNAMES,
  FOLDED_TITLES,
  HONORIFIC,
  HONORIFICS,
  KNOWN_PLACES,
  LONG_FOLDED_PLACES,
  ORGANISATION_HEADS,
  ORGANISATIONS,
  PLACE_CUES,
  PLACES,
  POSITION_HEADS,
  SURNAMES,
} from "./vocabulary.ts";
