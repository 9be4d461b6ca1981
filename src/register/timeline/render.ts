import type { VisitPage } from "../register.ts";
import { drawTimeline } from "./draw.ts";
import { FONT_FAMILY, fontFiles } from "./fonts.ts";

/**
 * A picture of visits over time, 1080 pixels wide, drawn off the event loop.
 *
 * @param found All visits that match, oldest first.
 * @param scope The filter in Vietnamese words, empty for all visits.
 * @returns The PNG, or null where no visit has a known year.
 */
export async function timelinePng(found: VisitPage, scope: string): Promise<Buffer | null> {
  const svg = drawTimeline(found, scope);
  if (svg === null) return null;
  const { renderAsync } = await import("@resvg/resvg-js");
  const image = await renderAsync(svg, {
    font: { loadSystemFonts: false, fontFiles: fontFiles(), defaultFontFamily: FONT_FAMILY },
  });
  return image.asPng();
}
