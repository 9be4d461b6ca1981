import type { FeedItem } from "./feed.ts";
import { absoluteUrl, plainText } from "./markup.ts";
import { isoTime } from "./read-items.ts";

/** Feeds have tens of items; the parser takes a tenth of a millisecond for each. */
const MAX_ENTRIES = 2_000;

/** Reads RSS, Atom, RDF or JSON Feed. @throws {Error} Where the text is none of them. */
export async function readRss(text: string, base: string): Promise<FeedItem[]> {
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
