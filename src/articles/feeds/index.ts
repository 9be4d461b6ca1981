/**
 * Watched feeds, sitemaps and list pages: when each is due, what is new, whether it is about visits. The file of
 * feeds comes in, found pages go out.
 */

export { isPassing, type OnFound } from "./check-feed.ts";
export { type FeedsSummary, openFeedStore } from "./feed-store.ts";
export { FeedWatcher } from "./feed-watcher.ts";
export { FeedsFileError, loadFeeds } from "./feeds-file.ts";
export { isNoArticle } from "./read-feed.ts";
