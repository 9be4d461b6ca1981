/**
 * One meeting's record and those it is of: who received, who led, where, what was between two sides, whether a day is
 * right; the persons and places of the register. A question or a name comes in, what the record tells goes out.
 */

export { type BetweenSides, betweenSides } from "./between-sides.ts";
export { byRecord, tellingIt } from "./by-record.ts";
export { answerSetDay } from "./set-day.ts";
export { headsOf, officesOf, personsIn, personsTyped, type Subject, subjectOf } from "./subject.ts";
