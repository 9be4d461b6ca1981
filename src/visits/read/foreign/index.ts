/**
 * English and Chinese articles: what they told before (short names, days), their journeys and their points in their
 * own words. An article and its rendering come in, the same with names and days spelt out, and points, go out.
 */

export { readForeign } from "./foreign.ts";
export { ACTS_ABROAD } from "./foreign-acts.ts";
