import { PICTURE } from "../../locale/visits/vi.ts";
import type { VisitPage } from "../register.ts";
import { drawBars } from "./bars.ts";
import { drawEvents } from "./events.ts";
import { lanesOf } from "./lanes.ts";
import { drawPage } from "./page.ts";
import { timelineRows } from "./rows.ts";

/** Up to so many visits are told one by one. */
const MAX_EVENTS = 7;
/** Rows that a phone's screen shows. */
const MAX_ROWS = 22;

/**
 * Draws visits over time as SVG: a few one by one, more as bars by day, month or year and counterpart.
 *
 * @param found All visits that match, oldest first.
 * @param scope The filter in Vietnamese words, empty for all visits.
 * @returns Null where no visit has a known year: there is nothing to put on a line.
 */
export function drawTimeline(found: VisitPage, scope: string): string | null {
  const { visits, articles } = found;
  const { rows, undated } = timelineRows(visits, MAX_ROWS);
  if (rows.length === 0) return null;
  const shown = rows.flatMap((row) => row.visits);
  const lanes = lanesOf(shown, { unknown: PICTURE.unknownLane, others: PICTURE.otherLanes });
  const notes = [
    ...(undated.length > 0 ? [PICTURE.undated(undated.length)] : []),
    PICTURE.sources(articles),
  ];
  const planned = visits.filter((visit) => visit.planned).length;
  const head = { scope, total: visits.length, planned };
  if (shown.length <= MAX_EVENTS) return drawPage(head, (y) => drawEvents(shown, lanes, y), notes);
  const isVague = rows.some((row) => row.vague);
  return drawPage(
    head,
    (y) => drawBars(rows, lanes, y),
    isVague ? [PICTURE.vague, ...notes] : notes,
  );
}
