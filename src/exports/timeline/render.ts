import { placeNameIn } from "../../language/translate/index.ts";
import { type ExportTexts, type Locale, localeFor } from "../../locale/index.ts";
import type { Visit, VisitPage } from "../../model/index.ts";
import { sideName } from "../../visits/register/index.ts";
import { type Lanes, lanesOf } from "./lanes.ts";
import { type TimelineRow, timelineRows } from "./rows.ts";
import {
  colourOf,
  FONT_FAMILY,
  fitText,
  fontFiles,
  inkOn,
  linkAround,
  rectAt,
  svgPage,
  textAt,
  textWidth,
  wrapText,
} from "./svg.ts";

/** Width in pixels: that of a phone held upright. */
const PAGE_WIDTH = 1080;
const MARGIN = 48;
const CONTENT_WIDTH = PAGE_WIDTH - 2 * MARGIN;
/** The smallest text that is read on a phone without zooming. */
const SMALL = 28;
const INK = "#1a1a1a";
const GREY = "#595959";
const FAINT = "#e3e3e3";

/** A part of a picture, drawn from `y` on. */
interface Drawn {
  readonly parts: readonly string[];
  /** Where the next part begins. */
  readonly bottom: number;
}

/** Where a picture on a page leads. */
interface TimelineLinks {
  /** Address of a visit, and what the link is called. */
  readonly visit: (visit: Visit) => { readonly address: string; readonly title: string };
  /** Address of the visits of a row, by its label. */
  readonly row: (label: string) => string;
}

/** The words of a picture. */
type Picture = ExportTexts["picture"];

interface Heading {
  /** The filter in words, empty for all visits. */
  readonly scope: string;
  readonly total: number;
  readonly planned: number;
}

function heading({ scope, total, planned }: Heading, words: Picture): Drawn {
  const parts = [textAt(MARGIN, MARGIN + 48, words.title, { size: 50, fill: INK, bold: true })];
  let y = MARGIN + 48;
  for (const line of wrapText(scope, 38, CONTENT_WIDTH, 2)) {
    y += 52;
    parts.push(textAt(MARGIN, y, line, { size: 38, fill: "#332288", bold: true }));
  }
  y += 50;
  parts.push(textAt(MARGIN, y, words.summary(total, planned), { size: 32, fill: GREY }));
  return { parts, bottom: y + 36 };
}

/** A whole picture: heading, body, notes below it. */
function drawPage(
  head: Heading,
  body: (y: number) => Drawn,
  notes: readonly string[],
  words: Picture,
): string {
  const top = heading(head, words);
  const drawn = body(top.bottom);
  let y = drawn.bottom + 12;
  const lines = notes.flatMap((note) => wrapText(note, SMALL, CONTENT_WIDTH, 2));
  const below = lines.map((line) => {
    y += 40;
    return textAt(MARGIN, y, line, { size: SMALL, fill: GREY });
  });
  return svgPage(PAGE_WIDTH, y + MARGIN, [...top.parts, ...drawn.parts, ...below]);
}

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
function drawBars(
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

function drawLegend({ lanes }: Lanes, top: number, words: Picture): Drawn {
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

const LINE_X = MARGIN + 18;
const TEXT_X = MARGIN + 64;
const TEXT_WIDTH = PAGE_WIDTH - MARGIN - TEXT_X;
const DOT = 15;

/** Few visits, each told on a line of time: date, sides, kind and place; a hollow dot is one that is planned. */
function drawEvents(
  visits: readonly Visit[],
  lanes: Lanes,
  top: number,
  locale: Locale,
  links?: TimelineLinks,
): Drawn {
  const { visits: texts, exports } = locale;
  const drawn: string[] = [];
  let y = top + 10;
  const first = y + 24;
  let last = first;
  for (const visit of visits) {
    const colour = colourOf(lanes.lanes[lanes.laneOf(visit)]!.colour);
    last = y + 24;
    const parts = [
      `<circle cx="${LINE_X}" cy="${last}" r="${DOT}" fill="${visit.planned ? "#ffffff" : colour}" stroke="${colour}" stroke-width="6"/>`,
    ];
    const kind = texts.kind[visit.kind];
    const date = visit.planned
      ? `${texts.date(visit)} (${exports.picture.planned})`
      : texts.date(visit);
    parts.push(textAt(TEXT_X, y + 36, date, { size: 34, fill: INK, bold: true }));
    y += 36;
    const sides = [sideName(visit.host), sideName(visit.guest)].filter((name) => name !== null);
    for (const line of wrapText(sides.join(" – "), 32, TEXT_WIDTH, 3)) {
      y += 46;
      parts.push(textAt(TEXT_X, y, line, { size: 32, fill: INK }));
    }
    const detail = visit.place === null ? kind : `${kind}, ${visit.place}`;
    for (const line of wrapText(detail, 28, TEXT_WIDTH, 2)) {
      y += 42;
      parts.push(textAt(TEXT_X, y, line, { size: 28, fill: GREY }));
    }
    y += 50;
    const link = links?.visit(visit);
    // A finger between the words opens the visit too.
    const area = rectAt(MARGIN, last - 24, CONTENT_WIDTH, y - last, { fill: "transparent" });
    drawn.push(...(link ? [linkAround(link.address, link.title, [area, ...parts])] : parts));
  }
  const line = rectAt(LINE_X - 2, first, 4, last - first, { fill: FAINT });
  const legend = drawLegend(lanes, y, exports.picture);
  return { parts: [line, ...drawn, ...legend.parts], bottom: legend.bottom };
}

/** Up to so many visits are told one by one. */
const MAX_EVENTS = 7;
/** Rows that a phone's screen shows. */
const MAX_ROWS = 22;

/**
 * Draws visits over time as SVG: a few one by one, more as bars by day, month or year and counterpart; those of which
 * no year is known come at the end.
 *
 * @param found All visits that match, oldest first.
 * @param scope The filter in the reader's words, empty for all visits.
 * @param links Where visits and rows lead, on a page; none by default.
 * @param locale The reader's; Vietnamese by default.
 * @returns Null where no visit has a known year: there is nothing to put on a line.
 */
export function drawTimeline(
  found: VisitPage,
  scope: string,
  links?: TimelineLinks,
  locale: Locale = localeFor("vi"),
): string | null {
  const { visits, articles } = found;
  const { picture: words } = locale.exports;
  const { rows: dated, undated } = timelineRows(visits, MAX_ROWS, words.quarter);
  if (dated.length === 0) return null;
  const atEnd = { label: words.undated, vague: false, undated: true, visits: undated };
  const rows = undated.length === 0 ? dated : [...dated, atEnd];
  const shown = rows.flatMap((row) => row.visits);
  const { language } = locale;
  const lanes = lanesOf(shown, {
    unknown: words.unknownLane,
    others: words.otherLanes,
    shown: (name) => (language === "vi" ? null : placeNameIn(name, language)) ?? name,
  });
  const notes = [words.sources(articles)];
  const planned = visits.filter((visit) => visit.planned).length;
  const head = { scope, total: visits.length, planned };
  if (shown.length <= MAX_EVENTS)
    return drawPage(head, (y) => drawEvents(shown, lanes, y, locale, links), notes, words);
  const isVague = rows.some((row) => row.vague);
  return drawPage(
    head,
    (y) => drawBars(rows, lanes, y, words, links),
    isVague ? [words.vague, ...notes] : notes,
    words,
  );
}

/**
 * A picture of visits over time, 1080 pixels wide, drawn off the event loop.
 *
 * @param found All visits that match, oldest first.
 * @param scope The filter in the reader's words, empty for all visits.
 * @returns The PNG, or null where no visit has a known year.
 */
export async function timelinePng(
  found: VisitPage,
  scope: string,
  locale: Locale = localeFor("vi"),
): Promise<Buffer | null> {
  const svg = drawTimeline(found, scope, undefined, locale);
  if (svg === null) return null;
  const { renderAsync } = await import("@resvg/resvg-js");
  const image = await renderAsync(svg, {
    font: { loadSystemFonts: false, fontFiles: fontFiles(), defaultFontFamily: FONT_FAMILY },
  });
  return image.asPng();
}
