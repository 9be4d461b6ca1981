/** Words taken from each end of a quote: enough to be unique on a page, short enough for a phone. */
const END_WORDS = 4;
/** Quotes up to this many words are given whole. */
const SHORT_QUOTE_WORDS = 9;

function encode(text: string): string {
  // A hyphen has a meaning in text directives, and these are left alone by encodeURIComponent.
  return encodeURIComponent(text).replace(
    /[-!'()*]/gu,
    (ch) => `%${ch.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/**
 * Address that opens a page at a passage by a text fragment (WICG "URL Fragment Text Directives");
 * browsers that don't know it open the page.
 *
 * @param url Address of the article, http or https.
 * @param quote Verbatim text of one paragraph.
 */
export function passageLink(url: string, quote: string): string {
  // A term can't cross a block, so only the quote's first line counts.
  const words = (quote.trim().split("\n")[0] ?? "").split(/\s+/u).filter((word) => word !== "");
  if (words.length === 0) return url;
  const directive =
    words.length <= SHORT_QUOTE_WORDS
      ? encode(words.join(" "))
      : `${encode(words.slice(0, END_WORDS).join(" "))},${encode(words.slice(-END_WORDS).join(" "))}`;
  return `${url}${url.includes("#") ? "" : "#"}:~:text=${directive}`;
}
