import { stripMarks } from "../../language/text/index.ts";

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
