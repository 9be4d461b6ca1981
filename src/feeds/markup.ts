import { normalizeLine } from "../text/normalize.ts";

const NAMED: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
};

/** The text of a piece of HTML or XML on one line: tags and CDATA marks away, entities as letters. */
export function plainText(markup: string): string {
  const text = markup
    .replace(/<!\[CDATA\[|\]\]>/gu, "")
    .replace(/<\/?[a-z!][^<>]{0,4000}>/giu, " ");
  return normalizeLine(decodeEntities(text));
}

/** Replaces entities once; numbers outside of Unicode are left as they stand. */
export function decodeEntities(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,5}));/giu,
    (whole, dec, hex, name) => {
      if (name !== undefined) return NAMED[String(name).toLowerCase()] ?? whole;
      const code = dec !== undefined ? Number(dec) : Number.parseInt(hex, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}

/** The address in its full form if it is an http or https one, else null. */
export function absoluteUrl(href: string, base: string): string | null {
  const text = href.trim();
  if (text === "" || !URL.canParse(text, base)) return null;
  const url = new URL(text, base);
  url.hash = "";
  return /^https?:$/u.test(url.protocol) ? url.href : null;
}
