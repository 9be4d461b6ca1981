import { fold } from "../../text/fold.ts";

const MAX_SCOPE_CHARS = 60;

/**
 * Name of a file of visits: "năm 2023 · Quảng Tây" → `chuyen-tham-nam-2023-quang-tay.csv`. Letters that
 * some system does not take in file names are left out.
 *
 * @param scope The filter in words, empty for all visits.
 */
export function visitsFileName(scope: string, extension: string): string {
  const slug = fold(scope)
    .replace(/[^a-z0-9]+/gu, "-")
    .slice(0, MAX_SCOPE_CHARS)
    .replace(/^-|-$/gu, "");
  return `chuyen-tham${slug === "" ? "" : `-${slug}`}.${extension}`;
}
