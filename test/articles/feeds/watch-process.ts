import { appendFileSync } from "node:fs";
import pino from "pino";
import { openFeedStore } from "../../../src/articles/feeds/feed-store.ts";
import { FeedWatcher } from "../../../src/articles/feeds/feed-watcher.ts";
import { parseFeeds } from "../../../src/articles/feeds/feeds-file.ts";
import { fetchSafely } from "../../../src/articles/fetch/fetch-safely.ts";
import { WITH_THIS_MACHINE } from "../fetch/local-server.ts";

/** Watches a feed once, noting what is found in a file; at the page `hangAt` it says so and waits to be killed. */
const [folder, url, log, hangAt] = process.argv.slice(2) as [string, string, string, string];
const store = openFeedStore(folder);
const [feed] = parseFeeds(`feeds:\n - url: ${url}`, "f");
const watcher = new FeedWatcher({
  feeds: [feed!],
  store,
  logger: pino({ level: "silent" }),
  minDelayMs: 1,
  fetch: (address, options) => fetchSafely(address, { ...options, policy: WITH_THIS_MACHINE }),
  onFound: async (found) => {
    const { pathname } = new URL(found.url);
    appendFileSync(log, `${pathname}\n`);
    if (pathname !== hangAt) return "taken";
    process.send?.("hanging");
    return await new Promise(() => {});
  },
});
await watcher.checkDue();
store.close();
process.exit(0);
