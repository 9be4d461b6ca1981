import { PICTURE, visits as vi } from "../../locale/visits/vi.ts";
import { sideName } from "../side-name.ts";
import type { Visit } from "../visit.ts";
import { colourOf } from "./colours.ts";
import type { Lanes } from "./lanes.ts";
import { type Drawn, FAINT, GREY, INK, MARGIN, PAGE_WIDTH } from "./page.ts";
import { rectAt, textAt } from "./svg.ts";
import { wrapText } from "./text-width.ts";

const LINE_X = MARGIN + 18;
const TEXT_X = MARGIN + 64;
const TEXT_WIDTH = PAGE_WIDTH - MARGIN - TEXT_X;
const DOT = 15;

/** Few visits, each told on a line of time: date, sides, kind and place; a hollow dot is one that is planned. */
export function drawEvents(visits: readonly Visit[], lanes: Lanes, top: number): Drawn {
  const parts: string[] = [];
  let y = top + 10;
  const first = y + 24;
  let last = first;
  for (const visit of visits) {
    const colour = colourOf(lanes.laneOf(visit));
    last = y + 24;
    parts.push(
      `<circle cx="${LINE_X}" cy="${last}" r="${DOT}" fill="${visit.planned ? "#ffffff" : colour}" stroke="${colour}" stroke-width="6"/>`,
    );
    const kind = vi.kind[visit.kind];
    const date = visit.planned ? `${vi.date(visit)} (${PICTURE.planned})` : vi.date(visit);
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
  }
  const line = rectAt(LINE_X - 2, first, 4, last - first, { fill: FAINT });
  return { parts: [line, ...parts], bottom: y };
}
