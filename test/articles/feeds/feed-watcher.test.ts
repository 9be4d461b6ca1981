import { type ChildProcess, fork } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import pino from "pino";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { OnFound } from "../../../src/articles/feeds/check-feed.ts";
import {
  type Feed,
  type FeedStore,
  type FoundArticle,
  openFeedStore,
} from "../../../src/articles/feeds/feed-store.ts";
import { FeedWatcher, type FeedWatcherOptions } from "../../../src/articles/feeds/feed-watcher.ts";
import { parseFeeds } from "../../../src/articles/feeds/feeds-file.ts";
import { fetchSafely } from "../../../src/articles/fetch/fetch-safely.ts";
import { parseDocument } from "../../../src/articles/parse/parse-document.ts";
import { type LocalServer, localServer, WITH_THIS_MACHINE } from "../fetch/local-server.ts";

const HOUR = 3_600_000;

let folder: string;
let server: LocalServer;
let store: FeedStore;
let pages: Record<string, (request: IncomingMessage, response: ServerResponse) => void>;
let now: number;
let found: FoundArticle[];
let watchers: FeedWatcher[];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "feeds-"));
  store = openFeedStore(folder);
  pages = {};
  now = Date.UTC(2025, 0, 22);
  found = [];
  watchers = [];
  server = await localServer((request, response) => {
    const page = pages[request.url!];
    if (page === undefined) response.writeHead(404).end();
    else page(request, response);
  });
});
afterEach(async () => {
  await Promise.all(watchers.map((watcher) => watcher.stop()));
  await server.close();
  store.close();
  rmSync(folder, { recursive: true });
});

const text = (body: string) => (_: IncomingMessage, response: ServerResponse) => response.end(body);

/** A feed of pages by their numbers, the newest first. */
const rss = (...numbers: number[]) =>
  `<rss version="2.0"><channel>${numbers
    .map((n) => `<item><title>Tiếp đoàn Quảng Tây lần ${n}</title><link>/tin/${n}</link></item>`)
    .join("")}</channel></rss>`;

const feed = (more = "", path = "/rss"): Feed =>
  parseFeeds(`feeds:\n - url: ${server.url}${path}\n${more}`, "f")[0]!;

function watch(feeds: readonly Feed[], more: Partial<FeedWatcherOptions> = {}): FeedWatcher {
  const watcher = new FeedWatcher({
    feeds,
    store,
    logger: pino({ level: "silent" }),
    onFound: async (one) => {
      found.push(one);
      return "taken";
    },
    fetch: (url, options) => fetchSafely(url, { ...options, policy: WITH_THIS_MACHINE }),
    read: parseDocument,
    now: () => now,
    minDelayMs: 1,
    ...more,
  });
  watchers.push(watcher);
  return watcher;
}

const foundPaths = () => found.splice(0).map(({ url }) => new URL(url).pathname);
const asked = (path: string) => server.asked.filter(({ url }) => url === path);

test("reports some at the first look, then what is new, oldest first, and nothing twice", async () => {
  pages["/rss"] = text(rss(5, 4, 3, 2, 1));
  const one = feed("   backlog: 2");
  const watcher = watch([one]);
  await watcher.checkDue();
  expect(foundPaths()).toEqual(["/tin/4", "/tin/5"]);

  await watcher.checkDue();
  expect(asked("/rss")).toHaveLength(1);

  pages["/rss"] = text(rss(7, 6, 5, 4, 3));
  now += HOUR;
  await watcher.checkDue();
  expect(foundPaths()).toEqual(["/tin/6", "/tin/7"]);
});

test("goes on after a restart where it was", async () => {
  pages["/rss"] = text(rss(2, 1));
  await watch([feed()]).checkDue();
  expect(foundPaths()).toEqual(["/tin/1", "/tin/2"]);
  store.close();
  store = openFeedStore(folder);
  pages["/rss"] = text(rss(3, 2, 1));
  const again = watch([feed()]);
  await again.checkDue();
  expect(asked("/rss")).toHaveLength(1);
  now += HOUR;
  await again.checkDue();
  expect(foundPaths()).toEqual(["/tin/3"]);
});

test("passes over what is off the topic, and says whether articles go in by themselves", async () => {
  pages["/rss"] = text(
    rss(1).replace(
      "</channel>",
      "<item><title>Giá vàng hôm nay</title><link>/vang</link></item></channel>",
    ),
  );
  await watch([feed("   auto: true")]).checkDue();
  expect(found.map(({ feed, title }) => [feed.auto, title])).toEqual([
    [true, "Tiếp đoàn Quảng Tây lần 1"],
  ]);
  expect(store.isSeen(`${server.url}/vang`)).toBe(true);
});

test("asks whether anything has changed", async () => {
  pages["/rss"] = (request, response) => {
    const same = request.headers["if-none-match"] === '"1"';
    response.writeHead(same ? 304 : 200, { etag: '"1"' }).end(same ? undefined : rss(1));
  };
  const watcher = watch([feed()]);
  await watcher.checkDue();
  now += HOUR;
  const result = await watcher.check(feed());
  expect(result).toMatchObject({ found: 0, error: null, validators: { etag: '"1"' } });
});

test("leaves no more than ten to one look, and the rest to the next", async () => {
  pages["/rss"] = (_, response) =>
    response
      .writeHead(200, { etag: '"1"' })
      .end(rss(25, 24, 23, 22, 21, 20, 19, 18, 17, 16, 15, 14));
  const watcher = watch([feed("   backlog: 50")]);
  await watcher.checkDue();
  expect(foundPaths()).toHaveLength(10);
  now += HOUR;
  await watcher.checkDue();
  expect(foundPaths()).toEqual(["/tin/24", "/tin/25"]);
});

test("reports again what could not be taken", async () => {
  pages["/rss"] = text(rss(2, 1));
  let fails = true;
  let isLate = true;
  const onFound: OnFound = async (one) => {
    if (fails) throw new Error("the disk is full");
    if (one.url.endsWith("/1") && isLate) return "later";
    found.push(one);
    return "taken";
  };
  const watcher = watch([feed()], { onFound });
  expect(await watcher.check(feed())).toMatchObject({ error: "failed" });
  fails = false;
  await watcher.check(feed());
  expect(foundPaths()).toEqual(["/tin/2"]);
  isLate = false;
  await watcher.check(feed());
  expect(foundPaths()).toEqual(["/tin/1"]);
});

describe("is polite", () => {
  test("robots.txt is asked once, obeyed, and names the bot", async () => {
    pages["/robots.txt"] = text(
      "User-agent: visits-bot\nDisallow: /kin\n\nUser-agent: *\nDisallow: /",
    );
    pages["/rss"] = text(rss(1));
    pages["/kin"] = text(rss(2));
    const watcher = watch([feed(), feed("", "/kin")]);
    await watcher.checkDue();
    expect(foundPaths()).toEqual(["/tin/1"]);
    expect(asked("/kin")).toHaveLength(0);
    expect(store.feed(feed("", "/kin").url)).toMatchObject({ error: "forbidden", failures: 1 });
    expect(asked("/robots.txt").length).toBeLessThanOrEqual(2);
    now += HOUR;
    await watcher.checkDue();
    expect(asked("/robots.txt").length).toBeLessThanOrEqual(2);
  });

  test("of robots.txt only what concerns the bot is read; wildcards without end are not, and the site is left alone", async () => {
    const others = `User-agent: other\n${`Disallow: /${"*a".repeat(200)}\n`.repeat(500)}`;
    const names = "User-agent: one\n".repeat(5_000);
    pages["/robots.txt"] = text(
      `${others}\n${names}user-agent: Visits-Bot/2.0 # us\n${"Disallow: /x\n".repeat(5_000)}Allow: /r*s\nDisallow: /kin****$\n`,
    );
    pages["/rss"] = text(rss(1));
    pages["/kin"] = text(rss(2));
    const watcher = watch([feed(), feed("", "/kin")]);
    await watcher.checkDue();
    expect(foundPaths()).toEqual(["/tin/1"]);
    expect(store.feed(feed("", "/kin").url)).toMatchObject({ error: "forbidden" });

    now += 25 * HOUR;
    pages["/robots.txt"] = text(
      `User-agent: *\n${`Disallow: /${"*a".repeat(250)}b\n`.repeat(900)}`,
    );
    await watcher.checkDue();
    expect(store.feed(feed().url)).toMatchObject({ error: "forbidden" });
  });

  test("a site without a readable robots.txt is left alone", async () => {
    pages["/robots.txt"] = (_, response) => response.writeHead(500).end();
    pages["/rss"] = text(rss(1));
    const watcher = watch([feed()]);
    await watcher.checkDue();
    expect(asked("/rss")).toHaveLength(0);
    delete pages["/robots.txt"];
    now += 3 * HOUR;
    await watcher.checkDue();
    expect(foundPaths()).toEqual(["/tin/1"]);
  });

  test("a site is asked one thing at a time, with a pause, while others are asked beside it", async () => {
    const times: number[] = [];
    let open = 0;
    const slow = (_: IncomingMessage, response: ServerResponse) => {
      times.push(Date.now());
      expect(++open).toBe(1);
      setTimeout(() => {
        open -= 1;
        response.end(rss(1));
      }, 30);
    };
    for (const path of ["/robots.txt", "/a", "/b", "/c"]) pages[path] = slow;
    await watch(
      ["/a", "/b", "/c"].map((path) => feed("", path)),
      { minDelayMs: 60 },
    ).checkDue();
    const pauses = times.slice(1).map((time, i) => time - times[i]!);
    expect(Math.min(...pauses)).toBeGreaterThanOrEqual(85);
  });

  test("errors wait longer and longer, and what a site asks for is kept", async () => {
    pages["/rss"] = (_, response) => response.writeHead(500).end();
    const one = feed();
    const watcher = watch([one]);
    const waits: number[] = [];
    for (let i = 0; i < 7; i += 1) {
      await watcher.check(one);
      waits.push((store.feed(one.url)!.nextCheckMs - now) / HOUR);
    }
    expect(waits).toEqual([2, 4, 8, 16, 24, 24, 24]);
    pages["/rss"] = (_, response) =>
      response.writeHead(429, { "retry-after": `${40 * 3_600}` }).end();
    await watcher.check(one);
    expect((store.feed(one.url)!.nextCheckMs - now) / HOUR).toBe(40);
    pages["/rss"] = text(rss(1));
    await watcher.check(one);
    expect(store.feed(one.url)).toMatchObject({
      failures: 0,
      error: null,
      nextCheckMs: now + HOUR,
    });
    expect(foundPaths()).toEqual(["/tin/1"]);
  });
});

test("a check that was set down by a clock far ahead is not waited for", async () => {
  pages["/rss"] = text(rss(1));
  const one = feed();
  const year = 365 * 24 * HOUR;
  now += 12 * year;
  await watch([one]).check(one);
  now -= 12 * year;
  await watch([one]).checkDue();
  expect(store.feed(one.url)!.nextCheckMs).toBe(now + HOUR);
});

test("reads the pages of a sitemap that tells no titles, behind an index", async () => {
  const report = (place: string) =>
    `<html><body><h1>Lãnh đạo tỉnh tiếp đoàn công tác ${place}</h1><p>Sáng 12/3/2024, lãnh đạo tỉnh tiếp đoàn công tác của ${place} đến thăm và làm việc.</p></body></html>`;
  pages["/rss"] = text("<sitemapindex><sitemap><loc>/map.xml</loc></sitemap></sitemapindex>");
  pages["/map.xml"] = text(
    "<urlset><url><loc>/a</loc></url><url><loc>/b</loc></url><url><loc>/c</loc></url></urlset>",
  );
  pages["/a"] = text(report("tỉnh Nghệ An"));
  pages["/b"] = text(report("Quảng Tây"));
  const watcher = watch([feed("   kind: sitemap")]);
  await watcher.checkDue();
  expect(found.map(({ title }) => title)).toEqual(["Lãnh đạo tỉnh tiếp đoàn công tác Quảng Tây"]);
  now += HOUR;
  await watcher.checkDue();
  expect(asked("/a")).toHaveLength(1);
});

test.each(["<html>no feed</html>", "", "\u0000\u0001"])("says that %j is no feed", async (body) => {
  pages["/rss"] = text(body);
  const result = await watch([feed()]).check(feed());
  expect(result.error).toMatch(/^(?:bad-feed|empty)$/);
});

test("stops in the middle of a slow answer", async () => {
  pages["/rss"] = () => {};
  const watcher = watch([feed()]);
  watcher.start();
  while (asked("/rss").length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
  await watcher.stop();
  expect(store.feed(feed().url)).toBeNull();
});

test("killed while a page is reported, it reports that page again and no other", async () => {
  pages["/rss"] = text(rss(3, 2, 1));
  const log = join(folder, "found.log");
  const run = (hangAt: string): ChildProcess =>
    fork(
      fileURLToPath(new URL("./watch-process.ts", import.meta.url)),
      [folder, feed().url, log, hangAt],
      {
        execArgv: ["--import", "tsx"],
        stdio: ["ignore", "ignore", "inherit", "ipc"],
      },
    );
  const first = run("/tin/2");
  await new Promise((resolve) => first.once("message", resolve));
  first.kill("SIGKILL");
  await new Promise((resolve) => first.once("exit", resolve));
  const second = run("");
  await new Promise((resolve) => second.once("exit", resolve));
  const paths = readFileSync(log, "utf8").trim().split("\n");
  expect(paths).toEqual(["/tin/1", "/tin/2", "/tin/2", "/tin/3"]);
});
