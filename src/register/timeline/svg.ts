import { FONT_FAMILY } from "./fonts.ts";

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};
/** What the font has no picture of: it would be drawn as an empty box. */
const NOT_IN_FONT = /[^\u0020-\u007e\u00a0-\u024f\u1e00-\u1eff\u2010-\u2015\u2018-\u201d\u2026]/gu;

/** Text that the font can show, as XML. */
function svgText(text: string): string {
  return text.replace(NOT_IN_FONT, "").replace(/[&<>"]/gu, (char) => ESCAPES[char]!);
}

interface TextStyle {
  readonly size: number;
  readonly fill: string;
  readonly bold?: boolean;
  readonly anchor?: "start" | "middle" | "end";
}

/** A line of text whose baseline is at `y`. */
export function textAt(x: number, y: number, text: string, style: TextStyle): string {
  const { size, fill, bold = false, anchor = "start" } = style;
  return `<text x="${x}" y="${y}" font-size="${size}" font-weight="${bold ? 700 : 400}" fill="${fill}" text-anchor="${anchor}">${svgText(text)}</text>`;
}

interface RectStyle {
  readonly fill: string;
  readonly radius?: number;
}

export function rectAt(
  x: number,
  y: number,
  width: number,
  height: number,
  { fill, radius = 0 }: RectStyle,
): string {
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}" fill="${fill}"/>`;
}

/** A whole picture on a light background. */
export function svgPage(width: number, height: number, parts: readonly string[]): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="${FONT_FAMILY}"><rect width="${width}" height="${height}" fill="#ffffff"/>${parts.join("")}</svg>`;
}
