import { datelineName, portalName } from "./portals.ts";

const DATELINE =
  /^[–—-]\s+|^\(?((?:[\p{L}\p{N}-]+\.)+[A-Za-z]{2,4}|\p{Lu}{2,6})(\)?)\s*[-–—:]\s*(?=["“\p{Lu}])/u;

/**
 * Takes the newspaper's mark off the first paragraph: `LSO-Ngày …`, `(Baolaocai.vn) - Sáng …`, `– Sáng …`.
 *
 * A mark in capitals counts only if it is a known one or stands in brackets (`EU - Việt Nam` stays).
 */
export function splitDateline(paragraph: string): { text: string; source: string | null } {
  const match = DATELINE.exec(paragraph);
  if (match === null) return { text: paragraph, source: null };
  const text = paragraph.slice(match[0].length);
  const mark = match[1];
  if (mark === undefined) return { text, source: null };
  const source = datelineName(mark) ?? (mark.includes(".") ? portalName(mark) : null);
  const bracketed = match[2] === ")" && match[0].startsWith("(");
  return source !== null || bracketed ? { text, source } : { text: paragraph, source: null };
}
