import { placeNameIn } from "../../language/translate/index.ts";
import { type Locale, localeFor } from "../../locale/index.ts";
import type { Visit, VisitPage } from "../../model/index.ts";
import { sideName } from "../../visits/register/index.ts";
import { drawBars, drawLegend, type Picture, type TimelineLinks } from "./bars.ts";
import { type Lanes, lanesOf } from "./lanes.ts";
import { timelineRows } from "./rows.ts";
import {
  CONTENT_WIDTH,
  colourOf,
  type Drawn,
  FAINT,
  FONT_FAMILY,
  fontFiles,
  GREY,
  INK,
  linkAround,
  MARGIN,
  PAGE_WIDTH,
  rectAt,
  SMALL,
  svgPage,
  textAt,
  wrapText,
} from "./svg.ts";

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
