import { rowCells } from "../text/labelled-row.ts";
import type { Entity } from "./entity.ts";
import type { Holder } from "./holders.ts";

const HONORIFIC = /^(?:ông|bà|đồng chí|đ\/c|ngài)[.:]?\s+/iu;

/**
 * Who holds which position by the row of a table ("Họ và tên: A; Chức vụ: B; Đơn vị: C"): the position reaches to the
 * end of the unit. Null for a sentence that is no row with names and positions of their own.
 */
export function rowHolders(sentence: string): Holder[] | null {
  const cells = rowCells(sentence);
  const name = cells?.find(({ role }) => role === "name");
  const position = cells?.find(({ role }) => role === "position");
  if (cells === null || name === undefined || position === undefined) return null;
  const unit = cells.find(({ role, start }) => role === "unit" && start > position.end);
  const skipped = HONORIFIC.exec(sentence.slice(name.start, name.end))?.[0].length ?? 0;
  const person: Entity = { type: "person", start: name.start + skipped, end: name.end };
  const positions: Entity[] = [];
  let start = position.start;
  for (const part of sentence.slice(position.start, position.end).split(", ")) {
    positions.push({ type: "position", start, end: unit?.end ?? start + part.length });
    start += part.length + 2;
  }
  return [{ person, positions }];
}
