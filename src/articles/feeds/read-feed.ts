import { foldedTerms, normalizeLine, terms } from "../../language/text/index.ts";
import type { Article } from "../../model/index.ts";
import { isSameSite } from "../parse/index.ts";
import type { Feed, FeedItem, FoundArticle } from "./feed-store.ts";
import { isOnTopic } from "./feeds-file.ts";

const NAMED: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
};

/** The text of a piece of HTML or XML on one line: tags and CDATA marks away, entities as letters. */
function plainText(markup: string): string {
  const text = markup
    .replace(/<!\[CDATA\[|\]\]>/gu, "")
    .replace(/<\/?[a-z!][^<>]{0,4000}>/giu, " ");
  return normalizeLine(decodeEntities(text));
}

/** Replaces entities once; numbers outside of Unicode are left as they stand. */
function decodeEntities(text: string): string {
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
function absoluteUrl(href: string, base: string): string | null {
  const text = href.trim();
  if (text === "" || !URL.canParse(text, base)) return null;
  const url = new URL(text, base);
  url.hash = "";
  return /^https?:$/u.test(url.protocol) ? url.href : null;
}

/** Feeds have tens of items; the parser takes a tenth of a millisecond for each. */
const MAX_ENTRIES = 2_000;

/** Reads RSS, Atom, RDF or JSON Feed. @throws {Error} Where the text is none of them. */
async function readRss(text: string, base: string): Promise<FeedItem[]> {
  const entries = text.split(/<(?:item|entry)[\s>]|"url"\s*:/iu).length - 1;
  if (entries > MAX_ENTRIES) throw new Error(`${entries} entries`);
  const { parseFeed } = await import("feedsmith");
  const parsed = parseFeed(text);
  switch (parsed.format) {
    case "rss":
      return (parsed.feed.items ?? []).flatMap((item) =>
        entry(base, item.link ?? item.guid?.value, item.title, item.description, item.pubDate),
      );
    case "rdf":
      return (parsed.feed.items ?? []).flatMap((item) =>
        entry(base, item.link, item.title, item.description, item.dc?.dates?.[0]),
      );
    case "json":
      return (parsed.feed.items ?? []).flatMap((item) =>
        entry(base, item.url, item.title, item.summary, item.date_published),
      );
    default:
      return (parsed.feed.entries ?? []).flatMap((item) => {
        const links = item.links ?? [];
        const link = links.find(({ rel }) => rel === undefined || rel === "alternate") ?? links[0];
        const summary = item.summary?.value;
        return entry(base, link?.href, item.title?.value, summary, item.published ?? item.updated);
      });
  }
}

function entry(
  base: string,
  link: string | undefined,
  title: string | undefined,
  summary: string | undefined,
  published: string | undefined,
): FeedItem[] {
  const url = absoluteUrl(link ?? "", base);
  if (url === null) return [];
  const text = (markup: string | undefined) => plainText((markup ?? "").slice(0, 10_000)) || null;
  return [{ url, title: text(title), summary: text(summary), published: isoTime(published) }];
}

/** What a feed's answer holds: pages, or for an index of sitemaps where the newest one lies. */
type FeedContent =
  | { readonly kind: "items"; readonly items: readonly FeedItem[] }
  | { readonly kind: "sitemap"; readonly url: string };

const MAX_ITEMS = 5_000;

/**
 * Reads the pages that a feed tells of, in its order, each address once.
 *
 * @param base Where the text was fetched.
 * @throws {Error} Where the text is no such feed.
 */
export async function readItems(feed: Feed, text: string, base: string): Promise<FeedContent> {
  if (feed.kind === "sitemap") {
    const newest = newestSitemap(text, base);
    if (newest !== null) return { kind: "sitemap", url: newest };
  }
  const read = { rss: readRss, sitemap: readSitemap, list: readLinks }[feed.kind];
  const seen = new Set<string>();
  const items = (await read(text, base)).filter(({ url }) => {
    const counts = feed.pattern === null ? isSameSite(url, feed.url) : feed.pattern.test(url);
    if (!counts || seen.has(url) || seen.size >= MAX_ITEMS) return false;
    seen.add(url);
    return true;
  });
  return { kind: "items", items };
}

// Both are read by cutting at their tags: no entity or nesting of a hostile file can cost more than its length.
const SITEMAP = /<sitemap[\s>]/iu;
const PAGE = /<url[\s>]/iu;

function pieces(text: string, tag: RegExp): string[] {
  return text.split(tag).slice(1, MAX_ITEMS + 1);
}

function element(piece: string, tag: string): string | null {
  const open = piece.indexOf(`<${tag}`);
  const start = open < 0 ? -1 : piece.indexOf(">", open) + 1;
  const end = start <= 0 ? -1 : piece.indexOf(`</${tag}`, start);
  return end < 0 ? null : plainText(piece.slice(start, end)) || null;
}

function newestSitemap(text: string, base: string): string | null {
  const maps = pieces(text, SITEMAP).map((piece) => ({
    url: absoluteUrl(element(piece, "loc") ?? "", base),
    at: element(piece, "lastmod") ?? "",
  }));
  const known = maps.filter(({ url }) => url !== null);
  return known.toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))[0]?.url ?? null;
}

async function readSitemap(text: string, base: string): Promise<FeedItem[]> {
  if (!/<urlset[\s>]/iu.test(text)) throw new Error("no sitemap");
  return pieces(text, PAGE).flatMap((piece) => {
    const url = absoluteUrl(element(piece, "loc") ?? "", base);
    const published = element(piece, "news:publication_date") ?? element(piece, "lastmod");
    const title = element(piece, "news:title");
    return url === null ? [] : [{ url, title, summary: null, published: isoTime(published) }];
  });
}

async function readLinks(text: string, base: string): Promise<FeedItem[]> {
  const titles = new Map<string, string>();
  for (const piece of text.split(/<a\s/iu).slice(1, MAX_ITEMS * 4)) {
    const close = piece.indexOf(">");
    const attributes = piece.slice(0, Math.min(close < 0 ? 0 : close, 4_000));
    const href = /(?:^|\s)href\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/iu.exec(attributes);
    const url = absoluteUrl(decodeEntities(href?.[1] ?? href?.[2] ?? href?.[3] ?? ""), base);
    if (href === null || url === null) continue;
    const end = piece.search(/<\/a/iu);
    const shown = plainText(piece.slice(close + 1, end < 0 ? close + 1 : end).slice(0, 4_000));
    const named = /(?:^|\s)title\s*=\s*"([^"]*)"/iu.exec(attributes)?.[1] ?? "";
    const title = shown || plainText(named);
    // A picture and a headline lead to one page: the longest text is its title.
    if (title.length >= (titles.get(url)?.length ?? 0)) titles.set(url, title);
  }
  return [...titles].map(([url, title]) => ({
    url,
    title: title || null,
    summary: null,
    published: null,
  }));
}

/** A moment as ISO 8601 in UTC, or null. */
function isoTime(text: string | null | undefined): string | null {
  const at = Date.parse(text ?? "");
  return Number.isNaN(at) ? null : new Date(at).toISOString();
}

/** A brief of an office has two sentences; what pages of errors, of a login and of a challenge say is shorter. */
const MIN_WORDS = 40;
/** Of the title's words that must stand on the page. */
const TITLE_SHARE = 0.5;

/**
 * True for a page that a site shows in place of an article with the status of success: an error, a login, a test whether
 * somebody is human. It has too little prose, or neither the title that the feed told nor its topic.
 */
export function isNoArticle(
  { title, text }: Pick<Article, "title" | "text">,
  found: Pick<FoundArticle, "title" | "feed">,
): boolean {
  const words = new Set(foldedTerms(`${title} ${text}`));
  if (terms(text).length < MIN_WORDS) return true;
  const wanted = foldedTerms(found.title ?? "");
  const there = wanted.filter((word) => words.has(word)).length;
  return there < wanted.length * TITLE_SHARE && !isOnTopic(`${title}\n${text}`, found.feed.topic);
}
