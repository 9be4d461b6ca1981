/** Longest line of a calendar file in bytes of UTF-8, its end not counted (RFC 5545, 3.1). */
const MAX_LINE_BYTES = 75;

/** A text value: backslash, comma, semicolon and line ends are escaped (RFC 5545, 3.3.11); other controls go. */
export function icsText(text: string): string {
  return text
    .replace(/[\\;,]/gu, "\\$&")
    .replace(/\r\n?|\n/gu, "\\n")
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/gu, "");
}

/** Folds a line: the next piece begins with a space; no letter is cut. */
export function foldIcsLine(line: string): string {
  let folded = "";
  let bytes = 0;
  for (const letter of line) {
    const size = Buffer.byteLength(letter);
    if (bytes + size > MAX_LINE_BYTES) {
      folded += "\r\n ";
      bytes = 1;
    }
    folded += letter;
    bytes += size;
  }
  return folded;
}
