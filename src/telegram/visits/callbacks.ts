import { createHash } from "node:crypto";
import type { FilterButton } from "../../locale/visits/texts.ts";

/** Callback data of the buttons under lists and visits, at most 64 bytes; `list` is an id of `VisitLists`. */
export const callbacks = {
  page: (list: string, page: number) => `v:p:${list}:${page}`,
  open: (list: string, page: number, visit: string) => `v:o:${list}:${page}:${visit}`,
  menu: (list: string, by: FilterButton, page: number) => `v:m:${list}:${MENU_CODE[by]}:${page}`,
  /** `value` null takes the filter away. */
  set: (list: string, by: FilterButton, value: string | null) =>
    `v:s:${list}:${MENU_CODE[by]}:${value === null ? "-" : valueCode(value)}`,
  ask: (list: string, page: number, visit: string) => `v:a:${list}:${page}:${visit}`,
  question: (visit: string, number: number) => `v:q:${visit}:${number}`,
};

/** Patterns of the data above; groups in the order of the arguments. */
export const callbackPatterns = {
  page: /^v:p:([\w-]{1,10}):(\d{1,6})$/u,
  open: /^v:o:([\w-]{1,10}):(\d{1,6}):([0-9a-z]{1,16})$/u,
  menu: /^v:m:([\w-]{1,10}):([ycp]):(\d{1,4})$/u,
  set: /^v:s:([\w-]{1,10}):([ycp]):([\w-]{1,8})$/u,
  ask: /^v:a:([\w-]{1,10}):(\d{1,6}):([0-9a-z]{1,16})$/u,
  question: /^v:q:([0-9a-z]{1,16}):(\d)$/u,
};

const MENU_CODE: Readonly<Record<FilterButton, string>> = {
  year: "y",
  counterpart: "c",
  place: "p",
};

/** The filter that a code of callback data means. */
export function menuOf(code: string): FilterButton {
  return code === "y" ? "year" : code === "c" ? "counterpart" : "place";
}

/** A value by its hash: names may be longer than callback data, and places in a list change with the index. */
export function valueCode(value: string): string {
  return createHash("sha256").update(value).digest("base64url").slice(0, 8);
}
