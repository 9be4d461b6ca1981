import { segmentedForm } from "./text-form.ts";

// In segmented text a full stop that ends a sentence stands alone; in plain text it is followed by
// white space and a capital, and does not close an abbreviation or an initial (TP., Q., ThS.).
const SEGMENTED_END = /(?<=\s)(?:[.?!…]|\.\.\.)(?=\s|$)/u;
const PLAIN_END = /(?<=[\p{Ll}\p{N}"”)%][.?!…])\s+(?=["“(]?[\p{Lu}\p{N}])/u;

/** Cuts a paragraph into sentences in tokenizer form, `_` between the syllables of segmented words kept. */
export function trainingSentences(paragraph: string): string[] {
  const segmented = /\s[.?!]+(?:\s|$)|\p{L}_\p{L}/u.test(paragraph);
  return paragraph
    .split(segmented ? SEGMENTED_END : PLAIN_END)
    .map(segmentedForm)
    .filter((sentence) => sentence !== "");
}
