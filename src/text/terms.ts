import { fold, unifyTonePlacement } from "./fold.ts";

/** A word (in Vietnamese a syllable) or number with its place in the text it was read from. */
export interface Term {
  /** Lower case, NFC, old tone placement, marks kept. */
  readonly marked: string;
  /** Lower case without marks. */
  readonly folded: string;
  /** UTF-16 range in the text. */
  readonly start: number;
  readonly end: number;
}

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const HAN = /\p{Script=Han}/u;

/** Cuts NFC text into terms: runs of letters, marks and digits; every Han character is a term. */
export function terms(text: string): Term[] {
  const found: Term[] = [];
  for (const match of text.matchAll(WORD)) {
    const word = match[0];
    const pieces = HAN.test(word) ? [...word] : [word];
    let start = match.index;
    for (const piece of pieces) {
      const marked = unifyTonePlacement(piece.toLowerCase());
      found.push({ marked, folded: fold(marked), start, end: start + piece.length });
      start += piece.length;
    }
  }
  return found;
}
