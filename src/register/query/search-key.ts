import { expandedTerms } from "../../text/expand-abbreviations.ts";

/** Keys of names met lately: registers repeat their places, bodies and offices. */
const KEYS = new Map<string, string>();
const MAX_CACHED = 10_000;
const MAX_CACHED_CHARS = 80;

/**
 * The form in which texts of the register are compared: folded words parted by single spaces,
 * abbreviations written out ("UBND tỉnh" and "Ủy ban nhân dân tỉnh" are one).
 */
export function searchKey(text: string): string {
  const known = KEYS.get(text);
  if (known !== undefined) return known;
  const key = expandedTerms(text)
    .map(({ folded }) => folded)
    .join(" ");
  if (text.length > MAX_CACHED_CHARS) return key;
  if (KEYS.size >= MAX_CACHED) KEYS.clear();
  KEYS.set(text, key);
  return key;
}

/** As `searchKey`, tone marks kept: what tells Hưng from Hùng. */
export function markedKey(text: string): string {
  return expandedTerms(text)
    .map(({ marked }) => marked)
    .join(" ");
}
