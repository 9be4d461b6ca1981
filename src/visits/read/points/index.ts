/**
 * What was said and done at a meeting: acts, who speaks, and the points that they make up. The story of an article
 * comes in, points with act, speaker and side go out; an act is a row of `acts.ts`, which questions share.
 */

export { ACTS, actsIn, actText } from "./acts.ts";
export { isFrame } from "./labels.ts";
export { minutesOf } from "./minutes.ts";
export { type Clause, MARKS, partsOf, pointFields } from "./points.ts";
export { BOTH, JOINT, type Speaker, speakersOf } from "./speakers.ts";
