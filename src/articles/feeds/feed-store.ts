import { join } from "node:path";
import { inTransaction, openStore } from "../../storage/index.ts";
import { canonicalUrl } from "../parse/index.ts";

/** What is known of a feed from its last check. */
export interface FeedState {
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** Failed checks in a row. */
  readonly failures: number;
  /** When it is due, milliseconds of the clock. */
  readonly nextCheckMs: number;
  /** When it was last checked, and why that failed, if it did. */
  readonly checkedMs: number;
  readonly error: string | null;
}

/** How the feeds stand together. */
export interface FeedsSummary {
  readonly feeds: number;
  /** Whose last check failed. */
  readonly failing: number;
  /** When one was last checked, milliseconds of the clock. */
  readonly checkedMs: number;
}

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS feed (
    url TEXT PRIMARY KEY,
    etag TEXT,
    last_modified TEXT,
    failures INTEGER NOT NULL,
    next_check_ms INTEGER NOT NULL,
    checked_ms INTEGER NOT NULL,
    error TEXT
  );
  CREATE TABLE IF NOT EXISTS seen (url TEXT PRIMARY KEY, at_ms INTEGER NOT NULL) WITHOUT ROWID;
`;

/**
 * Opens `feeds.db` of an index folder; a missing one is created.
 *
 * @throws {Error} Where the folder is not writable or the file is no database.
 */
export function openFeedStore(indexDir: string) {
  const db = openStore(join(indexDir, "feeds.db"), SCHEMA, { synchronous: "FULL" });
  const get = db.prepare(
    "SELECT etag, last_modified, failures, next_check_ms, checked_ms, error FROM feed WHERE url = ?",
  );
  const save = db.prepare("INSERT OR REPLACE INTO feed VALUES (?, ?, ?, ?, ?, ?, ?)");
  const seen = db.prepare("SELECT 1 FROM seen WHERE url = ?");
  const all = db.prepare("SELECT count(*), count(error), max(checked_ms) FROM feed");
  const mark = db.prepare("INSERT OR IGNORE INTO seen VALUES (?, ?)");
  return {
    /** Null before the first check. */
    feed(url: string): FeedState | null {
      const row = get.get(url);
      if (row === undefined) return null;
      const [etag, lastModified, failures, nextCheckMs, checkedMs, error] = row;
      return {
        etag: etag as string | null,
        lastModified: lastModified as string | null,
        failures: failures as number,
        nextCheckMs: nextCheckMs as number,
        checkedMs: checkedMs as number,
        error: error as string | null,
      };
    },
    saveFeed(
      url: string,
      { etag, lastModified, failures, nextCheckMs, checkedMs, error }: FeedState,
    ): void {
      save.run(url, etag, lastModified, failures, nextCheckMs, checkedMs, error);
    },
    /** Null before the first check of any. */
    summary(): FeedsSummary | null {
      const [feeds, failing, checkedMs] = all.get() as [number, number, number | null];
      return checkedMs === null ? null : { feeds, failing, checkedMs };
    },
    /** True where the page has been reported or passed over. */
    isSeen: (url: string): boolean => seen.get(canonicalUrl(url)) !== undefined,
    /** Sets pages down as seen, all or none. */
    markSeen: (urls: readonly string[], nowMs: number): void =>
      inTransaction(db, () => {
        for (const url of urls) mark.run(canonicalUrl(url), nowMs);
      }),
    close: (): void => db.close(),
  };
}

/** What feeds have told so far. A database of its own, which survives restarts and killed processes. */
export type FeedStore = ReturnType<typeof openFeedStore>;

/** How a feed tells of new pages. */
export type FeedKind = "rss" | "sitemap" | "list";

/**
 * Words that a page must hold to be on the topic: of every group at least one. Compared without marks and case, as
 * whole words. No group: everything is on the topic.
 */
export type Topic = readonly (readonly string[])[];

/** A regular expression of the operator's; matched in linear time, as the addresses are the feed's. */
interface AddressPattern {
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
