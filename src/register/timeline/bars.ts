import { PICTURE } from "../../locale/visits/vi.ts";
import { colourOf, inkOn } from "./colours.ts";
import type { Lanes } from "./lanes.ts";
import { CONTENT_WIDTH, type Drawn, FAINT, GREY, INK, MARGIN, PAGE_WIDTH, SMALL } from "./page.ts";
import type { TimelineRow } from "./rows.ts";
import { rectAt, textAt } from "./svg.ts";
import { fitText, textWidth } from "./text-width.ts";

const LABEL_WIDTH = 196;
const TOTAL_WIDTH = 110;
const MAX_BAR = CONTENT_WIDTH - LABEL_WIDTH - TOTAL_WIDTH;
/** One visit takes no more than this, so that few of them don't look like many. */
const MAX_PER_VISIT = 110;
/** Height of all rows together that fills a phone's screen. */
const ROWS_HEIGHT = 920;
const MIN_ROW = 44;
const MAX_ROW = 92;
const LEGEND_ROW = 50;
const SWATCH = 32;

/** Visits by time, one bar a row, parted by counterpart; the legend tells the counts of the whole. */
export function drawBars(rows: readonly TimelineRow[], lanes: Lanes, top: number): Drawn {
  const height = Math.min(MAX_ROW, Math.max(MIN_ROW, Math.floor(ROWS_HEIGHT / rows.length)));
  const most = Math.max(...rows.map(({ visits }) => visits.length));
  const perVisit = Math.min(MAX_PER_VISIT, MAX_BAR / most);
  const parts = rows.flatMap((row, i) => drawRow(row, lanes, top + i * height, height, perVisit));
  const legend = drawLegend(lanes, top + rows.length * height + 28);
  return { parts: [...parts, ...legend.parts], bottom: legend.bottom };
}

function drawRow(
  { label, vague, visits }: TimelineRow,
  lanes: Lanes,
  y: number,
  height: number,
  perVisit: number,
): string[] {
  const middle = y + height / 2 + 10;
  const parts = [
    textAt(MARGIN + LABEL_WIDTH - 20, middle, vague ? `${label}*` : label, {
      size: SMALL,
      fill: visits.length === 0 ? GREY : INK,
      anchor: "end",
    }),
    rectAt(MARGIN + LABEL_WIDTH - 3, y, 3, height, { fill: FAINT }),
  ];
  if (visits.length === 0) return parts;
  const counts = lanes.lanes.map(() => 0);
  for (const visit of visits) counts[lanes.laneOf(visit)]! += 1;
  let x = MARGIN + LABEL_WIDTH;
  const barHeight = height - 10;
  counts.forEach((count, lane) => {
    if (count === 0) return;
    const width = count * perVisit;
    const colour = colourOf(lane);
    // A hair of white parts neighbours whose colours somebody can't tell apart.
    parts.push(rectAt(x, y + 5, Math.max(1, width - 2), barHeight, { fill: colour }));
    const text = PICTURE.number(count);
    if (textWidth(text, SMALL) + 8 <= width && count < visits.length)
      parts.push(
        textAt(x + (width - 2) / 2, middle, text, {
          size: SMALL,
          fill: inkOn(colour),
          anchor: "middle",
        }),
      );
    x += width;
  });
  const total = PICTURE.number(visits.length);
  parts.push(textAt(x + 14, middle, total, { size: 32, fill: INK, bold: true }));
  return parts;
}

function drawLegend({ lanes }: Lanes, top: number): Drawn {
  const columns = lanes.length > 3 ? 2 : 1;
  const width = CONTENT_WIDTH / columns;
  const perColumn = Math.ceil(lanes.length / columns);
  const parts = [
    rectAt(MARGIN, top, PAGE_WIDTH - 2 * MARGIN, 2, { fill: FAINT }),
    textAt(MARGIN, top + 50, PICTURE.legend, { size: SMALL, fill: GREY }),
  ];
  lanes.forEach(({ name, count }, i) => {
    const x = MARGIN + Math.floor(i / perColumn) * width;
    const y = top + 72 + (i % perColumn) * LEGEND_ROW;
    const total = PICTURE.number(count);
    const room = width - SWATCH - 16 - textWidth(` · ${total}`, SMALL) - 24;
    parts.push(
      rectAt(x, y, SWATCH, SWATCH, { fill: colourOf(i), radius: 4 }),
      textAt(x + SWATCH + 14, y + 27, `${fitText(name, SMALL, room)} · ${total}`, {
        size: SMALL,
        fill: INK,
      }),
    );
  });
  return { parts, bottom: top + 72 + perColumn * LEGEND_ROW };
}
