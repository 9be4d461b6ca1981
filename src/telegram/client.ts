import type { ApiClientOptions } from "grammy";
import { HttpsProxyAgent } from "https-proxy-agent";

/** Above every limit of src/telegram/timeouts.ts, which knows the methods. */
const TIMEOUT_SECONDS = 120;

/**
 * Options of grammY's HTTP client.
 *
 * @param apiRoot Bot API server; null is Telegram's own. A `/` at its end is dropped (grammY throws).
 * @param proxy HTTP proxy, `http://[user:password@]host:port`; null is none. grammY ignores the
 *   proxy variables of the environment.
 */
export function clientOptions(apiRoot: string | null, proxy: string | null): ApiClientOptions {
  return {
    timeoutSeconds: TIMEOUT_SECONDS,
    ...(apiRoot === null ? {} : { apiRoot: apiRoot.replace(/(?<!\/)\/+$/u, "") }),
    ...(proxy === null
      ? {}
      : { baseFetchConfig: { compress: true, agent: new HttpsProxyAgent(proxy, PROXY_AGENT) } }),
  };
}

const PROXY_AGENT = { keepAlive: true } as const;
