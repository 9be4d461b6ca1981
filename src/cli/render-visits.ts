import type { Locale } from "../locale/locale.ts";
import { sideName } from "../register/side-name.ts";
import type { Visit, VisitSide } from "../register/visit.ts";
import { printable } from "../terminal/printable.ts";
import { columns, cut, pad } from "./columns.ts";

const DATE_WIDTH = 24;
const KIND_WIDTH = 14;
const SIDE_WIDTH = 44;
/** What is kept of a body's name beside a long one of its head. */
const MIN_BODY = 16;

function cell(text: string, width: number): string {
  return pad(cut(text, width), width);
}

const side = (one: VisitSide) => {
  const name = sideName(one);
  if (name === null) return "–";
  if (one.head === null || one.head === name) return name;
  const head = ` (${one.head})`;
  return cut(name, Math.max(MIN_BODY, SIDE_WIDTH - columns(head))) + head;
};

/** A table of visits for people: date, kind, host, guest, place; long names are cut. */
export function visitsTable(visits: readonly Visit[], { visits: texts }: Locale): string[] {
  return visits.map((visit) => {
    const kind = visit.planned ? texts.planned : texts.kind[visit.kind];
    const cells = [
      cell(texts.date(visit), DATE_WIDTH),
      cell(kind, KIND_WIDTH),
      cell(side(visit.host), SIDE_WIDTH),
      cell(side(visit.guest), SIDE_WIDTH),
      visit.place ?? "",
    ];
    return printable(cells.join("  ").trimEnd());
  });
}
