import { setTimeout as sleep } from "node:timers/promises";
import parser from "robots-parser";
import { BOT_NAME, type FetchOutcome } from "../fetch/index.ts";

// The package's types say `default`; what Node imports is the function.
const robotsParser = parser as unknown as typeof parser.default;

/** What a site allows. */
interface SiteRules {
  allows(url: string): boolean;
  /** Pause between two requests that it asks for. */
  readonly delayMs: number;
}

const DAY_MS = 24 * 3_600_000;
/** A site whose robots.txt can't be had is left alone, and asked again soon (RFC 9309, 2.3.1.4). */
const RETRY_MS = 30 * 60_000;
const MAX_DELAY_MS = 60_000;
/** RFC 9309, 2.5: at least 500 KiB must be parsed. */
const MAX_BYTES = 512 * 1024;

/** Of all rules with a wildcard together; sites with hundreds of such rules have a third of it. */
const MAX_WILDCARD_CHARS = 16_000;
const OUR_NAMES: ReadonlySet<string> = new Set(["*", BOT_NAME.toLowerCase()]);

const ALL: SiteRules = { allows: () => true, delayMs: 0 };
const NOTHING: SiteRules = { allows: () => false, delayMs: 0 };

/** Reads robots.txt of every site once a day (RFC 9309). */
export class Robots {
  readonly #rules = new Map<string, { readonly rules: SiteRules; readonly untilMs: number }>();

  constructor(
    private readonly fetch: (url: string, maxBytes: number) => Promise<FetchOutcome>,
    private readonly now: () => number,
  ) {}

  /** The rules of an address's site. */
  async rulesFor(url: string): Promise<SiteRules> {
    const { origin } = new URL(url);
    const known = this.#rules.get(origin);
    if (known !== undefined && known.untilMs > this.now()) return known.rules;
    const address = `${origin}/robots.txt`;
    const outcome = await this.fetch(address, MAX_BYTES);
    const { rules, keepMs } = rulesOf(address, outcome);
    this.#rules.set(origin, { rules, untilMs: this.now() + keepMs });
    return rules;
  }
}

function rulesOf(address: string, outcome: FetchOutcome): { rules: SiteRules; keepMs: number } {
  if (!outcome.ok) {
    const { status = 0, code } = outcome;
    const isMissing = code === "empty" || (status >= 400 && status < 500 && status !== 429);
    return isMissing ? { rules: ALL, keepMs: DAY_MS } : { rules: NOTHING, keepMs: RETRY_MS };
  }
  const own = ownGroups(new TextDecoder().decode(outcome.bytes));
  if (own === null) return { rules: NOTHING, keepMs: DAY_MS };
  const robots = robotsParser(address, own);
  const delayMs = Math.min((robots.getCrawlDelay(BOT_NAME) ?? 0) * 1_000, MAX_DELAY_MS);
  return {
    rules: { allows: (url) => robots.isAllowed(url, BOT_NAME) !== false, delayMs },
    keepMs: DAY_MS,
  };
}

/**
 * The groups that concern this bot, or null where their wildcards would take too long to compare with an address. The
 * parser stores each rule once for each name of its group, and compares a wildcard with every place of an address.
 */
function ownGroups(text: string): string | null {
  const kept: string[] = [];
  let own = new Set<string>();
  let wildcards = 0;
  let isAmongNames = false;
  for (const line of text.split(/\r\n|[\r\n]/u)) {
    const [, key, value] = /^\s{0,99}([a-z-]{4,20})\s{0,99}:([^#]*)/iu.exec(line) ?? [];
    if (key === undefined || value === undefined) continue;
    const isName = key.toLowerCase() === "user-agent";
    if (isName) {
      if (!isAmongNames) own = new Set();
      const name = value.split("/", 1)[0]!.trim().toLowerCase();
      if (OUR_NAMES.has(name) && !own.has(name)) {
        own.add(name);
        kept.push(`User-agent: ${name}`);
      }
    } else if (own.size > 0 && /^(?:dis)?allow$|^crawl-delay$/iu.test(key)) {
      const rule = value.trim().replace(/\*{2,}/gu, "*");
      if (rule.includes("*")) wildcards += rule.length;
      if (wildcards > MAX_WILDCARD_CHARS) return null;
      kept.push(`${key}: ${rule}`);
    }
    isAmongNames = isName;
  }
  return kept.join("\n");
}

/** Lets one request through to a site at a time, with a pause between two. */
export class SiteGate {
  /** The end of the last work of each site, pause included. */
  readonly #tails = new Map<string, Promise<unknown>>();

  constructor(private readonly minDelayMs: number) {}

  /**
   * Runs `work` when it is the site's turn.
   *
   * @param delayMs Longer pause that the site asks for.
   * @throws What `work` throws, and the signal's reason.
   */
  run<T>(url: string, delayMs: number, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
    const site = new URL(url).hostname.replace(/^www\./u, "");
    const turn = (this.#tails.get(site) ?? Promise.resolve()).then(() => {
      signal.throwIfAborted();
      return work();
    });
    const pause = () => sleep(Math.max(this.minDelayMs, delayMs), null, { signal }).catch(() => {});
    const tail = turn.then(pause, pause);
    this.#tails.set(site, tail);
    tail.then(() => {
      if (this.#tails.get(site) === tail) this.#tails.delete(site);
    });
    return turn;
  }
}
