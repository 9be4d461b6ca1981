/**
 * Who met at home: titles, captions and later sentences vote on who received, who led and when, and on who else took
 * part. The story of an article comes in, meetings with heads, rosters and participants go out; a cue of a head is a
 * row of `head-rules.ts`.
 */

export { type Camp, type Camps, CENTRAL_OFFICE, campsOf } from "./camps.ts";
export { daysInTurn } from "./days.ts";
export { placeIn } from "./meeting-frame.ts";
export { hostOf, POST, sideOfCamp } from "./meeting-sides.ts";
export { PAST, SPOKEN } from "./meeting-words.ts";
export { type Meeting, meetingsOf } from "./meetings.ts";
export { meetingsOfForm } from "./minutes-form.ts";
export { ownSides } from "./own-side.ts";
export { addInviters, addParticipants } from "./participants.ts";
export { type DaysInTurn, LIST_ITEM, type Line, type Story, storyOf } from "./story.ts";
