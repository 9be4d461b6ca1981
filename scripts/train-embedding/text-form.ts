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
