import { createRequire } from "node:module";
import { HAN_FONT, stripMarks } from "../../language/text/index.ts";

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

/**
 * Widths of the font's letters in hundredths of its size, measured in its bold weight, which is the
 * wider one; a mark adds nothing. Other letters count as a wide one.
 */
const WIDTHS: readonly (readonly [number, string])[] = [
  [30, "jlIi'’‘·| "],
  [38, ".,:;"],
  [47, "fr1t()“”J-"],
  [56, "sz/?"],
  [63, "ehknuvxy7_"],
  [69, "cgoEFLabdpq2568PSTZ"],
  [76, "0394BHKRYANDUVX&–+"],
  [86, "CGOQ"],
  [94, "wMm…%"],
  [108, "W—"],
];
const WIDEST = 108;
/** Letters are drawn closer than one by one: by this part, at least, of the sum of their widths. */
const KERNING = 0.95;
const WIDTH_OF = new Map(
  WIDTHS.flatMap(([width, letters]) => [...letters].map((letter) => [letter, width] as const)),
);

/** Width of a text in pixels at a font size; rather too large than too small. */
export function textWidth(text: string, fontSize: number): number {
  let sum = 0;
  for (const letter of stripMarks(text)) sum += WIDTH_OF.get(letter) ?? WIDEST;
  return (sum * KERNING * fontSize) / 100;
}

/** Cuts a text that is wider than `maxWidth`, with an ellipsis, between words where one stands near. */
export function fitText(text: string, fontSize: number, maxWidth: number): string {
  if (textWidth(text, fontSize) <= maxWidth) return text;
  const letters = [...text];
  let count = letters.length;
  while (count > 1 && textWidth(`${letters.slice(0, count).join("")}…`, fontSize) > maxWidth)
    count--;
  const head = letters.slice(0, count).join("");
  const space = head.lastIndexOf(" ");
  return `${(space > head.length / 2 ? head.slice(0, space) : head).trimEnd()}…`;
}

/** Breaks a text between words into at most `maxLines` lines; the last one is cut where more is left. */
export function wrapText(
  text: string,
  fontSize: number,
  maxWidth: number,
  maxLines: number,
): string[] {
  const lines: string[] = [];
  let rest = text.split(/\s+/u).filter((word) => word !== "");
  while (rest.length > 0 && lines.length < maxLines) {
    if (lines.length === maxLines - 1) {
      lines.push(fitText(rest.join(" "), fontSize, maxWidth));
      break;
    }
    let count = 1;
    while (
      count < rest.length &&
      textWidth(rest.slice(0, count + 1).join(" "), fontSize) <= maxWidth
    )
      count++;
    lines.push(fitText(rest.slice(0, count).join(" "), fontSize, maxWidth));
    rest = rest.slice(count);
  }
  return lines;
}

export const FONT_FAMILY = "Be Vietnam Pro";

const require = createRequire(import.meta.url);

/** Families of a picture, the first that has a letter. */
const FAMILIES = `${FONT_FAMILY}, ${HAN_FONT.family}`;

/** Files of the fonts in the weights that pictures use; the machine's own fonts are never read. */
export function fontFiles(): string[] {
  const letters = ["400Regular", "700Bold"].map((weight) =>
    require.resolve(`@expo-google-fonts/be-vietnam-pro/${weight}/BeVietnamPro_${weight}.ttf`),
  );
  return [...letters, HAN_FONT.file()];
}

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};
/** What the font has no picture of: it would be drawn as an empty box. */
const NOT_IN_FONT =
  /[^\u0020-\u007e\u00a0-\u024f\u1e00-\u1eff\u2010-\u2015\u2018-\u201d\u2026\u3000-\u303f\uff00-\uffef\p{Script=Han}]/gu;

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
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${FAMILIES}"><rect width="${width}" height="${height}" fill="#ffffff"/>${parts.join("")}</svg>`;
}

/** Colours that people with any colour blindness can tell apart (Paul Tol's "muted" scheme); grey is for what is left. */
const COLOURS = [
  "#332288",
  "#ddcc77",
  "#117733",
  "#88ccee",
  "#882255",
  "#44aa99",
  "#cc6677",
  "#999933",
  "#aa4499",
];
const REST = "#bbbbbb";

/** Lanes that have a colour of their own. */
export const MAX_COLOURED = COLOURS.length;

/** A colour by its number; behind the last one all are grey. */
export const colourOf = (index: number): string => COLOURS[index] ?? REST;

/** Black or white, whichever is read better on a colour. */
export function inkOn(colour: string): string {
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  const luminance = (0.299 * red! + 0.587 * green! + 0.114 * blue!) / 255;
  return luminance > 0.55 ? "#1a1a1a" : "#ffffff";
}
