/**
 * Article to reports of visits: names and dates become a skeleton, frames find who visited whom, sides, heads and
 * minutes are added. A clean article comes in, reports go out. What is read differently raises
 * `REGISTER_READER_VERSION`.
 */

export { emptySide, repeats } from "./events/index.ts";
export { ACTS_ABROAD } from "./foreign/index.ts";
export { LIST_ITEM } from "./meetings/index.ts";
export { bodiesNamed, nameKey } from "./names/index.ts";
export { ACTS, actsIn, actText, isFrame } from "./points/index.ts";
export { readVisits } from "./read-visits.ts";
