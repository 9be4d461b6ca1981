import { isSameSite } from "../ingest/page-address.ts";
import type { Feed, FeedItem } from "./feed.ts";
import { absoluteUrl, decodeEntities, plainText } from "./markup.ts";
import { readRss } from "./read-rss.ts";

/** What a feed's answer holds: pages, or for an index of sitemaps where the newest one lies. */
export type FeedContent =
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
export function isoTime(text: string | null | undefined): string | null {
  const at = Date.parse(text ?? "");
  return Number.isNaN(at) ? null : new Date(at).toISOString();
}
