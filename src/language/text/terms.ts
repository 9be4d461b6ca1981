import { fold, unifyIY, unifyTonePlacement } from "./fold.ts";

/** A word (in Vietnamese a syllable) or number with its place in the text it was read from. */
export interface Term {
  /** Lower case, NFC, old tone placement, one spelling of i and y (lý, kỳ, sĩ, vĩ), marks kept. */
  readonly marked: string;
  /** Lower case without marks. */
  readonly folded: string;
  /** UTF-16 range in the text. */
  readonly start: number;
  readonly end: number;
}

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const HAN = /\p{Script=Han}/u;

/** Forms of words met lately: texts repeat their words, and one string each saves time and memory. */
const FORMS = new Map<string, { readonly marked: string; readonly folded: string }>();
const MAX_FORMS = 50_000;

function formsOf(word: string): { readonly marked: string; readonly folded: string } {
  const known = FORMS.get(word);
  if (known) return known;
  const marked = unifyIY(unifyTonePlacement(word.toLowerCase()));
  const forms = { marked, folded: fold(marked) };
  if (FORMS.size >= MAX_FORMS) FORMS.clear();
  FORMS.set(word, forms);
  return forms;
}

/** Cuts NFC text into terms: runs of letters, marks and digits; every Han character is a term. */
export function terms(text: string): Term[] {
  const found: Term[] = [];
  for (const match of text.matchAll(WORD)) {
    const word = match[0];
    const pieces = HAN.test(word) ? [...word] : [word];
    let start = match.index;
    for (const piece of pieces) {
      const { marked, folded } = formsOf(piece);
      found.push({ marked, folded, start, end: start + piece.length });
      start += piece.length;
    }
  }
  return found;
}
