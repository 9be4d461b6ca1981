/**
 * Who and where in a sentence: persons with their offices, parties, bodies and places become the characters of a
 * skeleton, in which frames are found. A clean article comes in, tokens, offices, sides' names and sentence skeletons
 * go out; how a name is read is changed here, its words in `src/language/data`.
 */

export { bodiesNamed } from "./body.ts";
export { type Party, placesOf } from "./party.ts";
export { gatherPeople, type People, type Person } from "./people.ts";
export { nameKey } from "./person-name.ts";
export type { NamedPlace } from "./place-at.ts";
export {
  DATE,
  indexOf,
  isDate,
  isParty,
  isPartyOf,
  isPlace,
  named,
  PARTY,
  PLACE,
  type Skeleton,
  skeletonOf,
  TELLS,
} from "./skeleton.ts";
export { wordsOf } from "./tokens.ts";
