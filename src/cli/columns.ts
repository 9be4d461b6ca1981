/** Characters that take two columns: Han, kana, hangul and full-width forms. */
const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff01-\uff60]/u;
const NO_WIDTH = /\p{M}/u;

/** Columns that a text takes in a terminal. */
export function columns(text: string): number {
  let sum = 0;
  for (const ch of text) sum += NO_WIDTH.test(ch) ? 0 : WIDE.test(ch) ? 2 : 1;
  return sum;
}

/** Fills a text with spaces up to a width. */
export function pad(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - columns(text)));
}

/** The longest start of a text that fits into a width. */
function head(text: string, width: number): string {
  let sum = 0;
  let end = 0;
  for (const ch of text) {
    sum += columns(ch);
    if (sum > width) break;
    end += ch.length;
  }
  return text.slice(0, end);
}

/** Cuts a text that is too long for a width, with an ellipsis. */
export function cut(text: string, width: number): string {
  return columns(text) <= width ? text : `${head(text, width - 1)}…`;
}

/** Breaks a text between words into lines of at most `width` columns (at least 2); a longer word is broken. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/u)) {
    let rest = word;
    const joined = line === "" ? rest : `${line} ${rest}`;
    if (columns(joined) <= width) {
      line = joined;
      continue;
    }
    if (line !== "") lines.push(line);
    while (columns(rest) > width) {
      const part = head(rest, width);
      lines.push(part);
      rest = rest.slice(part.length);
    }
    line = rest;
  }
  if (line !== "") lines.push(line);
  return lines;
}
