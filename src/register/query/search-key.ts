import { expandedTerms } from "../../text/expand-abbreviations.ts";

/**
 * The form in which texts of the register are compared: folded words parted by single spaces,
 * abbreviations written out ("UBND tỉnh" and "Ủy ban nhân dân tỉnh" are one).
 */
export function searchKey(text: string): string {
  return expandedTerms(text)
    .map(({ folded }) => folded)
    .join(" ");
}

/** As `searchKey`, tone marks kept: what tells Hưng from Hùng. */
export function markedKey(text: string): string {
  return expandedTerms(text)
    .map(({ marked }) => marked)
    .join(" ");
}
