/**
 * The register's tables and queries: a filter comes in, visits, counts and facets go out. It reads only; indexing
 * writes.
 */

export { possibleDays } from "./conditions.ts";
export { markedKey, OFFICE_BODIES, officeKey, searchKey, sideName, sideOrigin } from "./names.ts";
export {
  counterpartOf,
  isWithinOneCountry,
  namesPlace,
  placeKey,
  placeName,
  placeRanges,
  placesIn,
  placesOfSide,
  placesOfVisit,
  prefecturesOf,
} from "./places.ts";
export {
  REGISTER_SCHEMA,
  type RegisterDatabase,
  sqliteTables,
  sqlRegister,
} from "./sql-register.ts";
