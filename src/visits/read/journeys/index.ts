/**
 * Journeys: who travels, and the stops on their way that tell of a meeting of its own. The story of an article and the
 * meetings that were read of it come in, those meetings and the missing ones go out; a way of telling a stop is a row of
 * `stops.ts`.
 */

export { ofTravellers } from "./of-travellers.ts";
export { withStops } from "./stops.ts";
export { type Travellers, travellersOf, travellersOfMeetings } from "./travellers.ts";
