import type { FetchCode, FetchOptions, FetchOutcome } from "../fetch/index.ts";
import { type DocumentInput, type DocumentOutcome, decodeForeign } from "../parse/index.ts";
import type { Feed, FeedItem, FeedState, FeedStore, FoundArticle } from "./feed-store.ts";
import { isOnTopic } from "./feeds-file.ts";
import { readItems } from "./read-feed.ts";
import type { Robots, SiteGate } from "./robots.ts";

/**
 * Takes a found article: asks the admins, or adds it (`found.feed.auto`).
 *
 * @param fetch Fetches the page as the site allows it: what its robots.txt says, in its turn.
 * @returns "later": the page is reported anew at the next check; else it is never again.
 */
export type OnFound = (
  found: FoundArticle,
  fetch: () => Promise<FetchOutcome>,
) => Promise<"taken" | "later">;

/** What checking a feed needs of the world. */
export interface CheckContext {
  readonly store: FeedStore;
  readonly gate: SiteGate;
  readonly robots: Robots;
  readonly fetch: (url: string, options: FetchOptions) => Promise<FetchOutcome>;
  readonly read: (input: DocumentInput) => Promise<DocumentOutcome>;
  readonly now: () => number;
  readonly signal: AbortSignal;
  readonly onFound: OnFound;
}

/** What became of a check. */
export interface CheckResult {
  readonly found: number;
  /** Null where the check succeeded; else a code or a short reason, without anything secret. */
  readonly error: string | null;
  readonly retryAfterMs: number;
  /** Validators for the next check; null where pages were left for it. */
  readonly validators: Pick<FeedState, "etag" | "lastModified"> | null;
}

/** At most so many new pages are reported or read in one check, so that nobody is flooded. */
const MAX_NEW = 10;
const MAX_FEED_BYTES = 4 * 1024 * 1024;

/** Looks at a feed once and reports its new pages on the topic, oldest first. */
export async function checkFeed(feed: Feed, context: CheckContext): Promise<CheckResult> {
  const { store } = context;
  const before = store.feed(feed.url);
  const validators = { etag: before?.etag ?? null, lastModified: before?.lastModified ?? null };
  const outcome = await politely(feed.url, context, {
    ...validators,
    limits: { maxBytes: MAX_FEED_BYTES },
  });
  if (!outcome.ok) {
    if (outcome.code === "not-modified") return done(0, validators);
    return failed(outcome.code, outcome.retryAfterMs);
  }
  const items = await itemsOf(feed, outcome, context);
  if (!Array.isArray(items)) return items;
  const fresh = items.filter(({ url }) => !store.isSeen(url));
  const isFirst = before === null || before.checkedMs === 0;
  const { report, pass } = choose(feed, fresh, isFirst);
  store.markSeen(pass, context.now());
  let found = 0;
  for (const item of report.slice(0, MAX_NEW)) {
    context.signal.throwIfAborted();
    const article = await onTopic(feed, item, context);
    if (article === "later") continue;
    // Set down behind the report: killed in between, the page is reported twice rather than never.
    if (article !== null) {
      const fetch = () => politely(item.url, context, {});
      if ((await context.onFound(article, fetch)) === "later") continue;
    }
    store.markSeen([item.url], context.now());
    found += article === null ? 0 : 1;
  }
  const isComplete = report.every(({ url }) => store.isSeen(url));
  const { etag, lastModified } = outcome;
  return done(found, isComplete ? { etag, lastModified } : null);
}

/** True for failures that may be over at the next check. */
export const isPassing = (code: FetchCode) =>
  ["timeout", "unreachable", "server-error", "too-many-requests", "cancelled"].includes(code);

function done(found: number, validators: CheckResult["validators"]): CheckResult {
  return { found, error: null, retryAfterMs: 0, validators };
}

function failed(error: string, retryAfterMs = 0): CheckResult {
  return { found: 0, error, retryAfterMs, validators: null };
}

/** Which new pages to report, oldest first, and which to pass over. */
function choose(
  feed: Feed,
  fresh: readonly FeedItem[],
  isFirst: boolean,
): { report: FeedItem[]; pass: string[] } {
  const offTopic = ({ title, summary }: FeedItem) =>
    title !== null && !isOnTopic(`${title}\n${summary ?? ""}`, feed.topic);
  // Feeds list the newest first; where all have a date, it counts.
  const isDated = fresh.every(({ published }) => published !== null);
  const newestFirst = isDated
    ? fresh.toSorted((a, b) => (a.published! < b.published! ? 1 : -1))
    : [...fresh];
  const wanted = newestFirst.filter((item) => !offTopic(item));
  const report = isFirst ? wanted.slice(0, feed.backlog) : wanted;
  const chosen = new Set(report);
  const pass = fresh.filter((item) => !chosen.has(item)).map(({ url }) => url);
  return { report: report.reverse(), pass };
}

/** The page if it is on the topic. Where the feed tells no title the page itself is read; "later" where it can't be. */
async function onTopic(
  feed: Feed,
  item: FeedItem,
  context: CheckContext,
): Promise<FoundArticle | null | "later"> {
  if (item.title !== null) return { ...item, feed };
  const outcome = await politely(item.url, context, {});
  if (!outcome.ok) return isPassing(outcome.code) ? "later" : null;
  const read = await context.read(outcome);
  if (!read.ok) return null;
  const { title, text, published } = read.articles[0];
  if (!isOnTopic(`${title}\n${text}`, feed.topic)) return null;
  return { feed, url: item.url, title, summary: null, published: published ?? item.published };
}

async function itemsOf(
  feed: Feed,
  outcome: Extract<FetchOutcome, { ok: true }>,
  context: CheckContext,
): Promise<FeedItem[] | CheckResult> {
  try {
    const first = await readItems(feed, textOf(outcome), outcome.url);
    if (first.kind === "items") return [...first.items];
    const newest = await politely(first.url, context, { limits: { maxBytes: MAX_FEED_BYTES } });
    if (!newest.ok) return failed(newest.code, newest.retryAfterMs);
    const second = await readItems(feed, textOf(newest), newest.url);
    return second.kind === "items" ? [...second.items] : failed("bad-feed");
  } catch {
    return failed("bad-feed");
  }
}

function textOf({ bytes, charset }: Extract<FetchOutcome, { ok: true }>): string {
  const decoded = decodeForeign(bytes, charset);
  if (!decoded.ok) throw new Error(decoded.reason);
  return decoded.text;
}

/** Fetches what robots.txt allows, at the site's turn. */
async function politely(
  url: string,
  { robots, gate, fetch, signal }: CheckContext,
  options: FetchOptions,
): Promise<FetchOutcome> {
  const rules = await robots.rulesFor(url);
  if (!rules.allows(url)) return { ok: false, code: "forbidden", url };
  return gate.run(url, rules.delayMs, signal, () => fetch(url, { ...options, signal }));
}
