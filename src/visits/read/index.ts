/**
 * Article to reports of visits: names and dates become a skeleton, frames find who visited whom, sides, heads and
 * minutes are added. A clean article comes in, reports go out. What is read differently raises
 * `REGISTER_READER_VERSION`.
 */

export { ACTS, actsIn, actText } from "./acts.ts";
export { bodiesNamed } from "./body.ts";
export { ACTS_ABROAD } from "./foreign-acts.ts";
export { nameKey } from "./person-name.ts";
export { readVisits } from "./read-visits.ts";
export { repeats } from "./same-side.ts";
export { emptySide } from "./sides.ts";
export { LIST_ITEM } from "./story.ts";
