import { isoDate, matchesIn, normalizeLine, parseFullDate } from "../../../language/text/index.ts";
import {
  type Metadata,
  type MetadataDocument,
  type MetadataElement,
  mergeMetadata,
  NO_METADATA,
} from "./assemble.ts";
import { webAddress } from "./front-matter.ts";
import { isPortalName } from "./lines.ts";
import { isKnownPortal, portalName } from "./portals.ts";
import { isTitleLike } from "./title.ts";

/** A writer's name: not an address, not the site itself. */
function personName(name: string | null, site: string | null): string | null {
  if (name === null || name.length > 60 || /https?:|@|\./iu.test(name)) return null;
  if (/^(?:báo|cổng|trang|sở|ubnd|đài|admin|ban biên tập|toà soạn|tòa soạn)(?:\s|$)/iu.test(name))
    return null;
  return name.toLowerCase() === site?.toLowerCase() ? null : name;
}

/** The day in Vietnam (UTC+7) of a timestamp; a date without time is taken as it stands. */
export function vietnamDate(stamp: string | null): string | null {
  if (stamp === null) return null;
  const zoned = /^\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})$/u.test(stamp);
  const instant = zoned ? Date.parse(stamp) : Number.NaN;
  if (!Number.isNaN(instant)) return new Date(instant + 7 * 3_600_000).toISOString().slice(0, 10);
  const date = parseFullDate(stamp);
  return date === null ? null : isoDate(date);
}

/** Reads the metadata of the article from a page's JSON-LD; what it does not tell is null. */
function jsonLd(document: MetadataDocument): Metadata {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    for (const item of itemsOf(script.textContent ?? "")) {
      const type = [item["@type"]].flat().join(" ");
      if (!/article|posting|report/iu.test(type)) continue;
      const publisher = nameOf(item.publisher);
      return {
        title: stringOf(item.headline),
        url: stringOf(item.url) ?? stringOf(item.mainEntityOfPage),
        source: publisher,
        author: personName(nameOf(item.author), publisher),
        published: vietnamDate(stringOf(item.datePublished)),
      };
    }
  }
  return NO_METADATA;
}

type Item = Record<string, unknown>;

function itemsOf(json: string): Item[] {
  try {
    const data: unknown = JSON.parse(json.replace(/[\n\r\t]/gu, " "));
    const list = Array.isArray(data) ? data : [data];
    const isItem = (one: unknown): one is Item => typeof one === "object" && one !== null;
    return list.filter(isItem).flatMap((one) => {
      const graph = one["@graph"];
      return Array.isArray(graph) ? [one, ...graph.filter(isItem)] : [one];
    });
  } catch {
    // A page with broken JSON-LD still has its other metadata.
    return [];
  }
}

function stringOf(value: unknown): string | null {
  if (typeof value === "object" && value !== null && "@id" in value) return stringOf(value["@id"]);
  const line = typeof value === "string" ? normalizeLine(value) : "";
  return line === "" ? null : line;
}

function nameOf(value: unknown): string | null {
  const names = [value]
    .flat()
    .map((one) =>
      typeof one === "object" && one !== null && "name" in one ? stringOf(one.name) : stringOf(one),
    );
  return names.filter(Boolean).join(", ") || null;
}

/** What a page's markup tells. */
interface HtmlMetadata extends Metadata {
  /** Title of the browser window without the site's name: of the article, or the same on every page. */
  readonly windowTitle: string | null;
  /** Summary for search engines, often the lead. */
  readonly description: string | null;
}

/** Reads title, address, source, writer and date of publication: JSON-LD first, then og and meta elements. */
export function htmlMetadata(document: MetadataDocument): HtmlMetadata {
  const content = (...selectors: string[]) => {
    for (const selector of selectors) {
      const element = document.querySelector(selector);
      const value = normalizeLine(
        element?.getAttribute("content") ?? element?.getAttribute("datetime") ?? "",
      );
      if (value !== "") return value;
    }
    return null;
  };
  const linked = jsonLd(document);
  const canonical = document.querySelector('link[rel="canonical"]')?.getAttribute("href") ?? null;
  const url =
    webAddress(canonical) ??
    webAddress(content('meta[property="og:url"]')) ??
    webAddress(linked.url);
  const site =
    content('meta[property="og:site_name"]', 'meta[name="application-name"]') ?? linked.source;
  const host = url === null ? null : portalName(url);
  const [windowTitle, windowSite] = partSite(text(document.querySelector("title")), site);
  const source = url !== null && isKnownPortal(url) ? host : (siteName(site) ?? windowSite ?? host);
  const heading = text(document.querySelector("h1"));
  const shown: Metadata = {
    ...NO_METADATA,
    title: partSite(content('meta[property="og:title"]'), site)[0],
    author: personName(content('meta[name="author"]', 'meta[property="article:author"]'), site),
    published: vietnamDate(
      content(
        'meta[property="article:published_time"]',
        'meta[name="pubdate"]',
        'meta[name="PubDate"]',
        'meta[itemprop="datePublished"]',
        'meta[name="dc.date"]',
        'time[itemprop="datePublished"]',
      ),
    ),
  };
  const merged = mergeMetadata({ ...linked, url: null, source: null }, shown);
  // The heading that a reader sees is the title, unless it is the name of the site.
  const named = heading !== null && isTitleLike(heading) && !isPortalName(heading);
  const title = named ? heading : merged.title;
  const description = content('meta[property="og:description"]', 'meta[name="description"]');
  return {
    ...merged,
    title: title !== null && isPortalName(title) ? null : title,
    url,
    source,
    windowTitle,
    description,
  };
}

function siteName(site: string | null): string | null {
  if (site === null || site.length > 80) return null;
  return portalName(site) ?? site;
}

/** Parts `Title | Site` and `Title - Site`. */
function partSite(title: string | null, site: string | null): [string | null, string | null] {
  const cut = matchesIn(title ?? "", /\s([|–—-])(?=\s)/gu).at(-1);
  if (title === null || cut === undefined) return [title, null];
  const [head, mark, last] = [
    title.slice(0, cut.index).trim(),
    cut[1],
    title.slice(cut.index + 2).trim(),
  ];
  if (head === "" || last === "") return [title, null];
  const isSite = last === site || portalName(last) !== null || isPortalName(last);
  return isSite || mark === "|" ? [head, isSite ? last : null] : [title, null];
}

function text(element: MetadataElement | null): string | null {
  const line = normalizeLine(element?.textContent ?? "");
  return line === "" ? null : line;
}
