import { fold, foldAligned, hasMarks, unifyTonePlacement } from "../text/fold.ts";

/** Words to be found as written with marks, and where they were typed without. */
export interface TwoWayPattern {
  /** Range of the first place where the words stand, or null. */
  find(text: string): { readonly start: number; readonly end: number } | null;
}

// "doan do ai dan dau" is led by whom, not that delegation.
const BY_WHOM = "(?! (?:ai|ong|ba|dong chi|dau|vi|chu tich|pho|bi thu|nhung|nguoi))";

/**
 * Compiles an alternation of Vietnamese words; whole words are matched in any case. Words that carry marks
 * in the text must carry those of the pattern; words typed without any match it folded.
 *
 * @param source Words, spaces, `|` and `(?:…)`, with marks in the old tone placement; it may begin with `^`.
 */
export function twoWayPattern(source: string): TwoWayPattern {
  const marked = new RegExp(`^(?:${source.replaceAll("^", "")})$`, "u");
  const folded = new RegExp(
    `(?<![\\p{L}\\p{M}\\p{N}])(?:${fold(source)})(?:(?<! do)|${BY_WHOM})(?![\\p{L}\\p{M}\\p{N}])`,
    "gu",
  );
  return {
    find(text) {
      for (const match of foldAligned(text).matchAll(folded)) {
        const start = match.index;
        const end = start + match[0].length;
        const words = text.slice(start, end);
        if (!hasMarks(words) || marked.test(unifyTonePlacement(words.toLowerCase())))
          return { start, end };
      }
      return null;
    },
  };
}
