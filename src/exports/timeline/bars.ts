import type { ExportTexts } from "../../locale/index.ts";
import type { Visit } from "../../model/index.ts";
import type { Lanes } from "./lanes.ts";
import type { TimelineRow } from "./rows.ts";
import {
  CONTENT_WIDTH,
  colourOf,
  type Drawn,
  FAINT,
  fitText,
  GREY,
  INK,
  inkOn,
  linkAround,
  MARGIN,
  PAGE_WIDTH,
  rectAt,
  SMALL,
  textAt,
  textWidth,
} from "./svg.ts";

/** Where a picture on a page leads. */
export interface TimelineLinks {
  /** Address of a visit, and what the link is called. */
  readonly visit: (visit: Visit) => { readonly address: string; readonly title: string };
  /** Address of the visits of a row, by its label. */
  readonly row: (label: string) => string;
}

/** The words of a picture. */
export type Picture = ExportTexts["picture"];

const LABEL_WIDTH = 220;
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

/** A narrower part of a bar is hit by no finger. */
const MIN_LINKED = 6;

/** Visits by time, one bar a row, parted by counterpart; the legend tells the counts of the whole. */
export function drawBars(
  rows: readonly TimelineRow[],
  lanes: Lanes,
  top: number,
  words: Picture,
  links?: TimelineLinks,
): Drawn {
  const height = Math.min(MAX_ROW, Math.max(MIN_ROW, Math.floor(ROWS_HEIGHT / rows.length)));
  const most = Math.max(...rows.map(({ visits }) => visits.length));
  const perVisit = Math.min(MAX_PER_VISIT, MAX_BAR / most);
  const parts = rows.flatMap((row, i) =>
    drawRow(row, lanes, { y: top + i * height, height, perVisit }, words, links),
  );
  const legend = drawLegend(lanes, top + rows.length * height + 28, words);
  return { parts: [...parts, ...legend.parts], bottom: legend.bottom };
}

function drawRow(
  { label, vague, undated, visits }: TimelineRow,
  lanes: Lanes,
  { y, height, perVisit }: { y: number; height: number; perVisit: number },
  words: Picture,
  links: TimelineLinks | undefined,
): string[] {
  const middle = y + height / 2 + 10;
  const name = textAt(MARGIN + LABEL_WIDTH - 20, middle, vague ? `${label}*` : label, {
    size: SMALL,
    fill: visits.length === 0 ? GREY : INK,
    anchor: "end",
  });
  const rowTitle = `${label}: ${words.number(visits.length)}`;
  const parts = [
    links && visits.length > 0 && !undated ? linkAround(links.row(label), rowTitle, [name]) : name,
    rectAt(MARGIN + LABEL_WIDTH - 3, y, 3, height, { fill: FAINT }),
  ];
  if (visits.length === 0) return parts;
  const byLane = lanes.lanes.map((): Visit[] => []);
  for (const visit of visits) byLane[lanes.laneOf(visit)]!.push(visit);
  let x = MARGIN + LABEL_WIDTH;
  const barHeight = height - 10;
  byLane.forEach((ofLane, lane) => {
    const count = ofLane.length;
    if (count === 0) return;
    const width = count * perVisit;
    const fill = colourOf(lanes.lanes[lane]!.colour);
    if (links && perVisit >= MIN_LINKED)
      ofLane.forEach((visit, i) => {
        const { address, title } = links.visit(visit);
        const cell = rectAt(x + i * perVisit, y + 5, perVisit - 2, barHeight, { fill });
        parts.push(linkAround(address, title, [cell]));
      });
    // A hair of white parts neighbours whose colours somebody can't tell apart.
    else parts.push(rectAt(x, y + 5, Math.max(1, width - 2), barHeight, { fill }));
    const text = words.number(count);
    if (!links && textWidth(text, SMALL) + 8 <= width && count < visits.length)
      parts.push(
        textAt(x + (width - 2) / 2, middle, text, {
          size: SMALL,
          fill: inkOn(fill),
          anchor: "middle",
        }),
      );
    x += width;
  });
  const total = words.number(visits.length);
  parts.push(textAt(x + 14, middle, total, { size: 32, fill: INK, bold: true }));
  return parts;
}

/** The counterparts with their colours and counts. */
export function drawLegend({ lanes }: Lanes, top: number, words: Picture): Drawn {
  const columns = lanes.length > 3 ? 2 : 1;
  const width = CONTENT_WIDTH / columns;
  const perColumn = Math.ceil(lanes.length / columns);
  const parts = [
    rectAt(MARGIN, top, PAGE_WIDTH - 2 * MARGIN, 2, { fill: FAINT }),
    textAt(MARGIN, top + 50, words.legend, { size: SMALL, fill: GREY }),
  ];
  lanes.forEach(({ name, count, colour }, i) => {
    const x = MARGIN + Math.floor(i / perColumn) * width;
    const y = top + 72 + (i % perColumn) * LEGEND_ROW;
    const total = words.number(count);
    const room = width - SWATCH - 16 - textWidth(` · ${total}`, SMALL) - 24;
    parts.push(
      rectAt(x, y, SWATCH, SWATCH, { fill: colourOf(colour), radius: 4 }),
      textAt(x + SWATCH + 14, y + 27, `${fitText(name, SMALL, room)} · ${total}`, {
        size: SMALL,
        fill: INK,
      }),
    );
  });
  return { parts, bottom: top + 72 + perColumn * LEGEND_ROW };
}
