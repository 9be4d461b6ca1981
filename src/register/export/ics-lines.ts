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
  const pieces: string[] = [];
  let start = 0;
  let bytes = 0;
  for (let i = 0; i < line.length; ) {
    const code = line.codePointAt(i)!;
    const size = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    if (bytes + size > MAX_LINE_BYTES) {
      pieces.push(line.slice(start, i));
      start = i;
      // The space at its front.
      bytes = 1;
    }
    bytes += size;
    i += size === 4 ? 2 : 1;
  }
  return [...pieces, line.slice(start)].join("\r\n ");
}
