import { unifyTonePlacement } from "../../src/language/text/fold.ts";

/** Marks the start of a syllable in pieces (U+2581), as in SentencePiece. */
export const SYLLABLE = "▁";

const NOT_WORD = /[^\p{L}\p{M}\p{N}]+/gu;
const NOT_WORD_OR_JOINT = /[^\p{L}\p{M}\p{N}_]+/gu;

/**
 * The form in which the tokenizer sees text: NFC, lower case, one tone placement, every run of
 * punctuation and white space as one space, none at the ends.
 */
export function tokenizerForm(text: string): string {
  return unifyTonePlacement(text.normalize("NFC").toLowerCase()).replace(NOT_WORD, " ").trim();
}

/** The same, with the `_` of word-segmented text kept. */
export function segmentedForm(text: string): string {
  const lower = unifyTonePlacement(text.normalize("NFC").toLowerCase());
  return lower.replace(NOT_WORD_OR_JOINT, " ").trim();
}

const TONES = "\u0300\u0301\u0309\u0303\u0323";

/** The steps of {@link tokenizerForm} in the notation of `tokenizer.json`; a test holds the two together. */
export function normalizerConfig(): unknown {
  // The vowel pairs whose tone moves: see `unifyTonePlacement`.
  const moves = ["oa", "oe", "uy"].flatMap((pair) =>
    [...TONES].map((tone) => ({
      type: "Replace",
      pattern: {
        Regex: `(?<!q)${(pair + tone).normalize("NFC")}(?![\\p{L}\\p{M}])`,
      },
      content: (pair[0] + tone + pair[1]).normalize("NFC"),
    })),
  );
  return {
    type: "Sequence",
    normalizers: [
      { type: "NFC" },
      { type: "Lowercase" },
      ...moves,
      { type: "Replace", pattern: { Regex: NOT_WORD.source }, content: " " },
      { type: "Strip", strip_left: true, strip_right: true },
    ],
  };
}

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

/** Piece ids of `size` texts, one behind the other: text i is `ids[starts[i]] … ids[starts[i + 1]]`. */
export class TextBatch {
  ids = new Uint16Array(1 << 16);
  readonly starts: Int32Array;
  size = 0;

  constructor(capacity: number) {
    this.starts = new Int32Array(capacity + 1);
  }

  clear(): void {
    this.size = 0;
  }

  push(text: readonly number[]): void {
    const start = this.starts[this.size]!;
    if (start + text.length > this.ids.length) {
      const larger = new Uint16Array(Math.max(this.ids.length * 2, start + text.length));
      larger.set(this.ids);
      this.ids = larger;
    }
    this.ids.set(text, start);
    this.size++;
    this.starts[this.size] = start + text.length;
  }
}
