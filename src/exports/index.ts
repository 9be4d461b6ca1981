/**
 * Visits as table, calendar, JSON and picture over time. Visits come in, bytes go out; columns and fields are a
 * contract with spreadsheets and programs.
 */

export {
  EXPORT_FORMATS,
  type ExportFormat,
  exportVisits,
  pick,
  visitsFileName,
} from "./formats.ts";
export { drawTimeline, timelinePng } from "./timeline/render.ts";
