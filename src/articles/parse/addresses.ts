import type { Article } from "../../model/index.ts";
import type { Metadata } from "./draft.ts";
import { isKnownPortal, knownSource, portalName } from "./portals.ts";

/** Parameters that tell where a reader came from, and nothing of the page. */
const TRACKING =
  /^(?:utm_.*|fbclid|gclid|gbraid|wbraid|dclid|yclid|msclkid|igshid|zarsrc|zalo.*|mc_[ce]id|_ga|_gl|ref|refer|referrer|source|src|from|share|spm|amp|mibextid|gidzl|vero_id|s_cid|cmpid)$/iu;

/**
 * The form under which one page has one address, for comparing: https, no `www.` or `m.`, no default port, tracking
 * parameters, fragment, `index.html` or slash at the end; parameters in order. Not meant to be opened.
 *
 * @param url An http or https address. Anything else is given back as it is.
 */
export function canonicalUrl(url: string): string {
  if (!/^https?:\/\//iu.test(url.trim()) || !URL.canParse(url)) return url;
  const { hostname, port, protocol, pathname, searchParams } = new URL(url);
  const host = hostname.replace(/^(?:(?:www|m|mobile|amp)\.)+(?=[^.]+\.)/u, "").replace(/\.$/u, "");
  const isDefault = port === "" || (protocol === "http:" && port === "80");
  const path = decoded(pathname)
    .replace(/\/{2,}/gu, "/")
    .replace(/\/(?:index|default)\.(?:html?|php|aspx?)$/iu, "/")
    .replace(/\/amp\/?$/iu, "/")
    .replace(/\/$/u, "");
  const kept = [...searchParams].filter(([name]) => !TRACKING.test(name));
  kept.sort(([a, x], [b, y]) => (a === b ? compare(x, y) : compare(a, b)));
  const query = new URLSearchParams(kept).toString();
  return `https://${host}${isDefault ? "" : `:${port}`}${path}${query === "" ? "" : `?${query}`}`;
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** One spelling of a path: letters as such in NFC, the rest in percent signs. */
function decoded(path: string): string {
  try {
    return encodeURI(decodeURI(path).normalize("NFC"));
  } catch {
    return path;
  }
}

/** Host without the prefixes of one site's variants. */
function siteOf(url: string): string {
  return new URL(url).hostname.replace(/^(?:(?:www|m|mobile|amp)\.)+/iu, "");
}

/** True where two addresses belong to one site: the same host, or one below the other. */
export function isSameSite(a: string, b: string): boolean {
  const [one, other] = [siteOf(a), siteOf(b)];
  return one === other || one.endsWith(`.${other}`) || other.endsWith(`.${one}`);
}

/**
 * Corrects what a page tells of itself by where it was fetched: a canonical address on another site, or the name of
 * a newspaper that is known to live elsewhere, is not believed.
 */
export function withAddress<T extends Metadata>(metadata: T, url: string): T {
  const canonical = metadata.url !== null && isSameSite(metadata.url, url) ? metadata.url : url;
  const claimed = metadata.source;
  const isBorrowed = claimed !== null && (isKnownPortal(claimed) || knownSource(claimed) !== null);
  const source = claimed === null || isBorrowed || isKnownPortal(url) ? portalName(url) : claimed;
  return { ...metadata, url: canonical, source };
}

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

/** Where a passage of an article is opened: its page, at the passage where it stands there; null without an address. */
export function addressOf(
  { url, isSummary }: Pick<Article, "url" | "isSummary">,
  quote: string,
): string | null {
  return url === null || isSummary ? url : passageLink(url, quote);
}
