/** A year as people type it; other numbers of four digits are taken for a mistyped one. */
const YEAR = "(?:1[89]|20)\\d\\d";
const YEARS = new RegExp(`(?<![\\d/.-])(${YEAR}) ?[-~] ?(${YEAR})(?![\\d/.-])`, "gu");
const MONTHS = new RegExp(
  `(?<![\\d/.-])(\\d{1,2})(?:/(${YEAR}))? ?[-–~] ?(\\d{1,2})/(${YEAR})(?![\\d/])`,
  "gu",
);
const QUARTER = new RegExp(
  `(?<!\\p{L})qu[yý] (?:(I{1,3}|IV)|([1-4])) ?(?:/|n[aă]m )? ?(${YEAR})(?!\\d)`,
  "giu",
);
const ROMAN = ["I", "II", "III", "IV"];

/**
 * Writes short forms of periods out in words that are read elsewhere: "2019-2022", "3-5/2024",
 * "3/2024-5/2024", "quý 2/2024". No mark is added, so that a text typed without marks stays one.
 */
export function spellOutRanges(text: string): string {
  return text
    .replace(QUARTER, (_, roman: string | undefined, digit: string | undefined, year: string) => {
      const quarter = roman === undefined ? Number(digit) : ROMAN.indexOf(roman.toUpperCase()) + 1;
      return `tu ${quarter * 3 - 2}/${year} den ${quarter * 3}/${year}`;
    })
    .replace(
      MONTHS,
      (_, from: string, fromYear: string | undefined, to: string, year: string) =>
        `tu ${from}/${fromYear ?? year} den ${to}/${year}`,
    )
    .replace(YEARS, "$1–$2");
}

const MONTH = "(?:thang )?(\\d{1,2})[/-](\\d{4})";
const DATE_LIKE = new RegExp(
  `(?<![\\p{L}\\p{N}/.-])(?:(?:ngay )?\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{4}|${MONTH}|(?:nam )?\\d{4})(?![\\p{L}\\p{N}/-])`,
  "gu",
);

/**
 * The first date-like stretch that no calendar has and that was not understood ("13/2024", "0000"), or null.
 *
 * @param folded Folded text in which what was understood is blanked.
 */
export function leftoverDate(folded: string): { start: number; end: number } | null {
  const [match] = folded.matchAll(DATE_LIKE);
  return match === undefined ? null : { start: match.index, end: match.index + match[0].length };
}
