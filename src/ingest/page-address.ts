import type { Metadata } from "./draft.ts";
import { isKnownPortal, knownSource, portalName } from "./portals.ts";

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
