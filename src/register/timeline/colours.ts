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
