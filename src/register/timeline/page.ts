import { PICTURE } from "../../locale/visits/vi.ts";
import { svgPage, textAt } from "./svg.ts";
import { wrapText } from "./text-width.ts";

/** Width in pixels: that of a phone held upright. */
export const PAGE_WIDTH = 1080;
export const MARGIN = 48;
export const CONTENT_WIDTH = PAGE_WIDTH - 2 * MARGIN;
/** The smallest text that is read on a phone without zooming. */
export const SMALL = 28;
export const INK = "#1a1a1a";
export const GREY = "#595959";
export const FAINT = "#e3e3e3";

/** A part of a picture, drawn from `y` on. */
export interface Drawn {
  readonly parts: readonly string[];
  /** Where the next part begins. */
  readonly bottom: number;
}

interface Heading {
  /** The filter in words, empty for all visits. */
  readonly scope: string;
  readonly total: number;
  readonly planned: number;
}

function heading({ scope, total, planned }: Heading): Drawn {
  const parts = [textAt(MARGIN, MARGIN + 48, PICTURE.title, { size: 50, fill: INK, bold: true })];
  let y = MARGIN + 48;
  for (const line of wrapText(scope, 38, CONTENT_WIDTH, 2)) {
    y += 52;
    parts.push(textAt(MARGIN, y, line, { size: 38, fill: "#332288", bold: true }));
  }
  y += 50;
  parts.push(textAt(MARGIN, y, PICTURE.summary(total, planned), { size: 32, fill: GREY }));
  return { parts, bottom: y + 36 };
}

/** A whole picture: heading, body, notes below it. */
export function drawPage(
  head: Heading,
  body: (y: number) => Drawn,
  notes: readonly string[],
): string {
  const top = heading(head);
  const drawn = body(top.bottom);
  let y = drawn.bottom + 12;
  const lines = notes.flatMap((note) => wrapText(note, SMALL, CONTENT_WIDTH, 2));
  const below = lines.map((line) => {
    y += 40;
    return textAt(MARGIN, y, line, { size: SMALL, fill: GREY });
  });
  return svgPage(PAGE_WIDTH, y + MARGIN, [...top.parts, ...drawn.parts, ...below]);
}
