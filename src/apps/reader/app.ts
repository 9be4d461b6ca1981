import type { HttpBindings } from "@hono/node-server";
import { type Context, Hono } from "hono";
import { accepts } from "hono/accepts";
import ipaddr from "ipaddr.js";
import { LRUCache } from "lru-cache";
import type { Logger } from "pino";
import type { Config } from "../../config/index.ts";
import type { Engine } from "../../engine.ts";
import { normalizeLine } from "../../language/text/index.ts";
import { LANGUAGES, localeFor } from "../../locale/index.ts";
import type { Language } from "../../model/index.ts";
import { isDatabaseAway } from "../../storage/postgres/index.ts";
import { NO_YEAR } from "../shared/index.ts";
import { checkPass, linksFrom, PARAMETERS, PATHS } from "./links.ts";
import { articlePage, articlesPage } from "./pages/article.ts";
import { CONTENT_POLICY, type PageContext, problemPage } from "./pages/layout.ts";
import { visitPage } from "./pages/visit.ts";
import { type FilterInput, timelinePage, visitsPage } from "./pages/visits.ts";

const MINUTE_MS = 60_000;
/** What a page costs: one, and one more for each of these milliseconds that it took to make. */
const COST_MS = 50;
/** In a minute: an office behind one address reads along, a machine that copies everything does not. */
const PER_ADDRESS = 120;
/** Of all addresses together: half of the time is the bot's, which answers in the same process. */
const IN_ALL = 600;
const MAX_ADDRESSES = 10_000;
const EVERYONE = "everyone";

/** Counts of the minute that began with an address' first request. */
export function visitors(now: () => number = () => performance.now()) {
  const counts = new LRUCache<string, number>({
    max: MAX_ADDRESSES,
    ttl: MINUTE_MS,
    perf: { now },
    ttlResolution: 0,
  });
  const of = (key: string) => counts.get(key) ?? 0;
  const add = (address: string, cost: number) => {
    for (const key of [address, EVERYONE]) counts.set(key, of(key) + cost, { noUpdateTTL: true });
  };
  return {
    /** Counts a request. @returns Whether it may be answered. */
    admit(address: string): boolean {
      const isWelcome = of(address) < PER_ADDRESS && of(EVERYONE) < IN_ALL;
      // Turning away costs next to nothing: it must not keep others out.
      if (isWelcome) add(address, 1);
      return isWelcome;
    },
    /** Counts the time that it took to answer it. */
    spent: (address: string, ms: number): void => add(address, Math.floor(ms / COST_MS)),
  };
}

/** Who asks for how much. */
type Visitors = ReturnType<typeof visitors>;

/** A network of IPv6 is one visitor: who has one address of it has all. */
const keyOf = (address: ipaddr.IPv4 | ipaddr.IPv6) =>
  address.kind() === "ipv6"
    ? address.toNormalizedString().split(":").slice(0, 4).join(":")
    : address.toString();

/**
 * The address that a request comes from: that of the connection, or where a proxy of one's own makes it, the one that
 * the proxy says it got the request from. Only what the last proxy wrote counts, so that nobody can make one up.
 */
export function visitorOf(connection: string | undefined, forwarded: string | undefined): string {
  if (connection === undefined || !ipaddr.isValid(connection)) return "unknown";
  const peer = ipaddr.process(connection);
  const told = forwarded?.split(",").at(-1)?.trim() ?? "";
  const isOwn = ["loopback", "private", "uniqueLocal", "linkLocal"].includes(peer.range());
  return keyOf(isOwn && ipaddr.isValid(told) ? ipaddr.process(told) : peer);
}

/** What the reader reads: always of the generation in use. */
export type ReaderEngine = Pick<Engine, "article" | "sources" | "find" | "register">;

interface ReaderOptions {
  readonly engine: ReaderEngine;
  readonly config: Pick<Config, "readerUrl" | "readerToken" | "language">;
  readonly logger: Logger;
  readonly visitors?: Visitors;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

type Env = { Bindings: HttpBindings; Variables: { page: PageContext } };
type Problem = Parameters<typeof problemPage>[1];

/** The language that a browser likes best of those there are. */
const languageFor = (context: Context<Env>, fallback: Language) =>
  accepts(context, {
    header: "Accept-Language",
    supports: [...LANGUAGES],
    default: fallback,
    match: (wanted, { supports }) =>
      wanted
        .filter(({ q }) => q > 0)
        .map(({ type }) => type.toLowerCase().split("-", 1)[0]!)
        .find((tag) => supports.includes(tag)) ?? fallback,
  }) as Language;

const HEADERS: Readonly<Record<string, string>> = {
  "content-security-policy": CONTENT_POLICY,
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "x-robots-tag": "noindex, nofollow",
  "cache-control": "private, no-cache",
  vary: "accept-language",
};

const MAX_TEXT_CHARS = 200;

/** A parameter is longer than any that means something. */
class BadInput extends Error {}

function textOf(context: Context<Env>, name: string): string {
  const value = context.req.query(name) ?? "";
  if (value.length > MAX_TEXT_CHARS) throw new BadInput();
  return normalizeLine(value);
}

function pageNumber(context: Context<Env>): number {
  const typed = textOf(context, PARAMETERS.page);
  return /^[1-9]\d{0,5}$/u.test(typed) ? Number(typed) : 1;
}

function filterInput(context: Context<Env>): FilterInput {
  const year = textOf(context, PARAMETERS.year);
  const counterpart = textOf(context, PARAMETERS.counterpart);
  const place = textOf(context, PARAMETERS.place);
  return {
    words: textOf(context, PARAMETERS.words),
    time: textOf(context, PARAMETERS.time),
    chosen: {
      ...((year === NO_YEAR || /^\d{4}$/u.test(year)) && { year }),
      ...(counterpart !== "" && { counterpart }),
      ...(place !== "" && { place }),
    },
    page: pageNumber(context),
  };
}

/** The reader: GET and HEAD, no cookies, no scripts, every text escaped, every input bounded. */
export function createReader(options: ReaderOptions): Hono<Env> {
  const { engine, config, logger, now = Date.now } = options;
  const { readerToken: token, readerUrl } = config;
  const root = readerUrl === null ? "" : new URL(readerUrl).pathname.replace(/\/$/u, "");
  const guests = options.visitors ?? visitors();

  const fail = (
    context: Context<Env>,
    status: 400 | 403 | 404 | 405 | 429 | 500 | 503,
    what: Problem,
  ) => context.html(problemPage(context.get("page"), what), status);

  const app = new Hono<Env>();
  app.use(async (context, next) => {
    const pass = context.req.query(PARAMETERS.pass) ?? null;
    const isValid = token === null ? "valid" : checkPass(token, pass, now());
    context.set("page", {
      locale: localeFor(languageFor(context, config.language)),
      links: linksFrom(root, () => (token !== null && isValid === "valid" ? pass : null)),
    });
    for (const [name, value] of Object.entries(HEADERS)) context.header(name, value);
    const { method } = context.req;
    if (method !== "GET" && method !== "HEAD") {
      context.header("allow", "GET, HEAD");
      return fail(context, 405, "readOnly");
    }
    const { remoteAddress } = context.env.incoming.socket;
    const visitor = visitorOf(remoteAddress, context.req.header("x-forwarded-for"));
    if (!guests.admit(visitor)) {
      context.header("retry-after", "60");
      return fail(context, 429, "tooMany");
    }
    if (isValid !== "valid")
      return fail(context, 403, isValid === "ended" ? "passEnded" : "noPass");
    const began = performance.now();
    await next();
    guests.spent(visitor, performance.now() - began);
    return;
  });
  app.notFound((context) => fail(context, 404, "noPage"));
  app.onError((error, context) => {
    if (error instanceof BadInput) return fail(context, 400, "badInput");
    logger.error({ err: error }, "a page of the reader failed");
    if (isDatabaseAway(error)) {
      context.header("retry-after", "60");
      return fail(context, 503, "failed");
    }
    return fail(context, 500, "failed");
  });

  const pages = new Hono<Env>();
  pages.get("/", (context) => context.redirect(context.get("page").links.list("articles")));
  pages.get(PATHS.articles, (context) => {
    const input = { words: textOf(context, PARAMETERS.words), page: pageNumber(context) };
    return context.html(articlesPage(context.get("page"), engine, input));
  });
  pages.get(`${PATHS.articles}/:id{.+}`, (context) => {
    const found = engine.article(context.req.param("id").normalize("NFC"));
    if (found === null) return fail(context, 404, "noArticle");
    const { article } = found;
    const cited = textOf(context, PARAMETERS.passage);
    const visits = engine.register().ofArticle(article.id);
    const page = articlePage(context.get("page"), article, visits, cited === "" ? null : cited);
    return context.html(page);
  });
  pages.get(PATHS.visits, (context) =>
    context.html(visitsPage(context.get("page"), engine.register(), filterInput(context))),
  );
  pages.get(`${PATHS.visits}/:id{[0-9a-z]{1,16}}`, (context) => {
    const visit = engine.register().visit(context.req.param("id"));
    if (visit === null) return fail(context, 404, "noVisit");
    return context.html(visitPage(context.get("page"), visit));
  });
  pages.get(PATHS.timeline, (context) =>
    context.html(timelinePage(context.get("page"), engine.register(), filterInput(context))),
  );
  app.route("/", pages);
  // A proxy may pass the path of the public address on, or take it away.
  if (root !== "") app.route(root, pages);
  return app;
}
