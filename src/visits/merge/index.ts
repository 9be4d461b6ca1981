/**
 * Which reports tell of the same visit, and the visit they make up together. Reports come in, visits go out; it
 * decides `same visit` for the whole program.
 */

export {
  articlesOfCorrection,
  CORRECTIONS_FILE,
  type Correction,
  correctionLines,
  correctionOf,
  reportNamed,
} from "./corrections.ts";
export { mergeReports, type SourceArticle } from "./merge-reports.ts";
export { type Comparable, comparable, keysOf, likeness } from "./same-visit.ts";
