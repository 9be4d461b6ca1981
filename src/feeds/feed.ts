/** How a feed tells of new pages. */
export type FeedKind = "rss" | "sitemap" | "list";

/**
 * Words that a page must hold to be on the topic: of every group at least one. Compared without marks and case, as
 * whole words. No group: everything is on the topic.
 */
export type Topic = readonly (readonly string[])[];

/** A regular expression of the operator's; matched in linear time, as the addresses are the feed's. */
export interface AddressPattern {
  test(address: string): boolean;
}

/** One place that is looked at for new articles. */
export interface Feed {
  readonly name: string;
  readonly url: string;
  /** `rss` is RSS, Atom, RDF or JSON Feed. */
  readonly kind: FeedKind;
  /** Which links count: matched against the whole address; null: all that lie on the feed's site. */
  readonly pattern: AddressPattern | null;
  readonly intervalMs: number;
  /** True: articles are taken in without asking. */
  readonly auto: boolean;
  readonly topic: Topic;
  /** How many articles that are there at the very first look are reported; the others count as seen. */
  readonly backlog: number;
}

/** A page that a feed tells of. */
export interface FeedItem {
  readonly url: string;
  readonly title: string | null;
  readonly summary: string | null;
  /** ISO 8601, or null. */
  readonly published: string | null;
}

/** A new page on the topic. */
export interface FoundArticle extends FeedItem {
  readonly feed: Feed;
}
