/**
 * What one sentence tells: frames over a skeleton become events with two sides, a place, a day and whether it is done
 * or planned; events of one meeting are grouped. Skeletons come in, groups with their sides go out; a way of telling
 * a visit is a row of `frames.ts`.
 */

export { eventsIn } from "./events.ts";
export { kindOf } from "./frames.ts";
export { type Group, note } from "./group.ts";
export { groupEvents } from "./group-events.ts";
export { differentJourney, isLater, keepDistinct, repeats } from "./same-side.ts";
export { emptySide, isGeneral, type Side } from "./sides.ts";
export { type When, whenOf, withEventYear, withYear, yearFrom } from "./when.ts";
