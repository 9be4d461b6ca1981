import { request as httpRequest, type IncomingMessage } from "node:http";
import { request as httpsRequest } from "node:https";
import { setTimeout as sleep } from "node:timers/promises";
import { HttpsProxyAgent } from "https-proxy-agent";
import type { Logger } from "pino";

/** From here on this machine's clock is not believed. HTTP dates have whole seconds, and answers take some. */
const MAX_SKEW_MS = 5 * 60_000;
const CHECK_EVERY_MS = 10 * 60_000;
const TIMEOUT_MS = 10_000;

/** What time it is by the Bot API server, where this machine's clock is far off; else by this machine. */
interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** This machine's time less the server's; 0 while they agree within 5 minutes. */
  readonly skewMs: number;
}

interface ClockOptions {
  readonly apiRoot: string | null;
  readonly proxy: string | null;
  readonly logger: Logger;
  readonly signal: AbortSignal;
  /** Told when the clock is found wrong, once until it is right again. */
  readonly onSkew: (skewMs: number) => void;
  readonly now?: () => number;
  readonly checkEveryMs?: number;
}

/** The `Date` header of the Bot API server, or null where it cannot be had. The token is not sent. */
function serverTime(apiRoot: string, proxy: string | null): Promise<number | null> {
  const url = new URL(apiRoot);
  const send = url.protocol === "https:" ? httpsRequest : httpRequest;
  // A connection of its own: one of the shared ones would be left there to go stale.
  const agent = proxy === null || url.protocol !== "https:" ? false : new HttpsProxyAgent(proxy);
  return new Promise((resolve) => {
    const asked = send(
      url,
      { method: "HEAD", timeout: TIMEOUT_MS, agent },
      (answer: IncomingMessage) => {
        answer.resume();
        const at = Date.parse(answer.headers.date ?? "");
        resolve(Number.isNaN(at) ? null : at);
      },
    );
    asked.on("error", () => resolve(null));
    asked.on("timeout", () => asked.destroy());
    asked.end();
  });
}

/**
 * Checks this machine's clock against the `Date` header of the Bot API server, now and every ten minutes. With a clock
 * that is a day ahead every question would count as too old, and with one that was set back a user's day never ends.
 */
export function checkedClock(options: ClockOptions): Clock & { readonly checked: Promise<void> } {
  const { apiRoot, proxy, logger, signal, onSkew, now = Date.now } = options;
  const root = apiRoot ?? "https://api.telegram.org";
  let skewMs = 0;

  async function check(): Promise<void> {
    const time = await serverTime(root, proxy);
    if (time === null || signal.aborted) return;
    const skew = now() - time;
    const isWrong = Math.abs(skew) > MAX_SKEW_MS;
    if (isWrong && skewMs === 0) {
      logger.warn({ skewSeconds: Math.round(skew / 1000) }, "this machine's clock is wrong");
      onSkew(skew);
    }
    skewMs = isWrong ? skew : 0;
  }

  async function watch(): Promise<void> {
    while (!signal.aborted) {
      await sleep(options.checkEveryMs ?? CHECK_EVERY_MS, undefined, { signal, ref: false });
      await check();
    }
  }

  const checked = check();
  void checked.then(watch).catch(() => null);
  return {
    checked,
    now: () => now() - skewMs,
    get skewMs() {
      return skewMs;
    },
  };
}
