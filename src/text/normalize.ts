/**
 * The one door through which text enters the program: afterwards it is NFC, with `\n` line ends,
 * no BOM, no invisible characters, ordinary spaces, and `Đ` (U+0110) where `Ð` (U+00D0) was typed.
 */

const INVISIBLE =
  /[\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\uFFF9-\uFFFB]/gu;
const CONTROL = /[\u0000-\u0008\u000E-\u001F\u007F-\u009F]/gu;
const ODD_SPACE = /[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/gu;

// No script stacks more marks on a letter (UAX #15, stream-safe text), and ordering a run takes square time.
const LONG_MARKS = /(\p{M}{30})\p{M}+/gu;
// NFC parts some marks into up to three.
const MANY_MARKS = /\p{M}{10}/u;

/**
 * Normalises text for use inside the program.
 *
 * @param text Any text, also NFD, with Windows line ends or lone surrogates.
 * @returns NFC text; lone surrogates become U+FFFD, tabs and line breaks stay, at most 30 marks stand in a row.
 */
export function normalizeText(text: string): string {
  const plain = text
    .toWellFormed()
    .replace(/\r\n?|[\u000B\u000C\u0085\u2028\u2029]/gu, "\n")
    .replace(INVISIBLE, "")
    .replace(CONTROL, "")
    .replace(ODD_SPACE, " ")
    .replaceAll("\u00D0", "Đ");
  if (!MANY_MARKS.test(plain)) return plain.normalize("NFC");
  return plain.replace(LONG_MARKS, "$1").normalize("NFC").replace(LONG_MARKS, "$1");
}

/** Folds every run of white space, line breaks included, to one space and takes it off the ends. */
export function collapseSpaces(text: string): string {
  return text.replace(/\s{2,}|[^\S ]/gu, " ").trim();
}

/** Normalises text to one line: `normalizeText`, then `collapseSpaces`. */
export function normalizeLine(text: string): string {
  return collapseSpaces(normalizeText(text));
}
