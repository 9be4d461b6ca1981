import { createRequire } from "node:module";

export const FONT_FAMILY = "Be Vietnam Pro";

const require = createRequire(import.meta.url);

/** Files of the package's font in the weights that pictures use; the machine's own fonts are never read. */
export function fontFiles(): string[] {
  return ["400Regular", "700Bold"].map((weight) =>
    require.resolve(`@expo-google-fonts/be-vietnam-pro/${weight}/BeVietnamPro_${weight}.ttf`),
  );
}

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};
/** What the font has no picture of: it would be drawn as an empty box. */
const NOT_IN_FONT = /[^\u0020-\u007e\u00a0-\u024f\u1e00-\u1eff\u2010-\u2015\u2018-\u201d\u2026]/gu;

const xml = (text: string) => text.replace(/[&<>"]/gu, (char) => ESCAPES[char]!);

/** Text that the font can show, as XML. */
const svgText = (text: string) => xml(text.replace(NOT_IN_FONT, ""));

/** Parts of a picture that open an address; `title` is what they are called. */
export function linkAround(address: string, title: string, parts: readonly string[]): string {
  return `<a href="${xml(address)}"><title>${xml(title)}</title>${parts.join("")}</a>`;
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
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${FONT_FAMILY}"><rect width="${width}" height="${height}" fill="#ffffff"/>${parts.join("")}</svg>`;
}

/**
 * Colours that people with any colour blindness can tell apart (Paul Tol's "muted" scheme), the darkest
 * and lightest beside each other; grey is for what is left.
 */
const COLOURS = ["#332288", "#ddcc77", "#117733", "#88ccee", "#882255", "#44aa99", "#cc6677"];
const REST = "#bbbbbb";

/** Lanes that have a colour of their own. */
export const MAX_COLOURED = COLOURS.length;

/** The colour of a lane by its place; behind the last one all are grey. */
export const colourOf = (index: number): string => COLOURS[index] ?? REST;

/** Black or white, whichever is read better on a colour. */
export function inkOn(colour: string): string {
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  const luminance = (0.299 * red! + 0.587 * green! + 0.114 * blue!) / 255;
  return luminance > 0.55 ? "#1a1a1a" : "#ffffff";
}
