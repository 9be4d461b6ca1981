import { type Dispatcher, request } from "undici";
import { type FetchPolicy, PUBLIC_WEB } from "./address.ts";
import { checkingAgent, type Lookup } from "./agent.ts";
import { checkUrl, showableUrl } from "./check-url.ts";
import { codeOfError } from "./failure.ts";
import { FETCH_LIMITS, type FetchLimits } from "./limits.ts";
import type { FetchCode, FetchFailure, FetchOutcome } from "./outcome.ts";
import { ACCEPT_ENCODING, readBody } from "./read-body.ts";
import { contentType, header, isMedia, retryAfterMs, statusCode } from "./response.ts";

/** The name under which the program asks; robots.txt files may name it. */
export const BOT_NAME = "visits-bot";
/** Many portals turn away whoever does not begin like a browser. */
export const USER_AGENT = `Mozilla/5.0 (compatible; ${BOT_NAME}/1.0)`;

export interface FetchOptions {
  readonly limits?: Partial<FetchLimits>;
  /** Validators of the stored copy: an unchanged page then gives `not-modified`. */
  readonly etag?: string | null;
  readonly lastModified?: string | null;
  /** What is asked for, as in HTTP's `Accept`. */
  readonly accept?: string;
  readonly signal?: AbortSignal;
  /** Default: the public web on the usual ports. */
  readonly policy?: FetchPolicy;
  /** Default: the system's resolver. */
  readonly lookup?: Lookup;
}

/**
 * Fetches an address of the public web. Every address is checked before the request, when the connection is made and
 * at every redirect; bytes (packed and unpacked), headers, redirects, silence and time are limited. Proxies of the
 * environment are not used: behind one nobody could check what is connected to.
 *
 * @param text The address, as somebody wrote it.
 * @returns What was fetched, or why not. Never throws for anything that a server does.
 */
export async function fetchSafely(text: string, options: FetchOptions = {}): Promise<FetchOutcome> {
  const limits = { ...FETCH_LIMITS, ...options.limits };
  const policy = options.policy ?? PUBLIC_WEB;
  const agent = checkingAgent(policy, limits, options.lookup);
  const stop = new AbortController();
  const timer = setTimeout(
    () => stop.abort(new DOMException("too slow", "TimeoutError")),
    limits.totalMs,
  );
  const cancel = () => stop.abort(new DOMException("cancelled", "AbortError"));
  if (options.signal?.aborted) cancel();
  options.signal?.addEventListener("abort", cancel, { once: true });
  try {
    return await follow(text, { options, limits, policy, agent, signal: stop.signal });
  } finally {
    clearTimeout(timer);
    options.signal?.removeEventListener("abort", cancel);
    agent.destroy().catch(() => {});
  }
}

interface Run {
  readonly options: FetchOptions;
  readonly limits: FetchLimits;
  readonly policy: FetchPolicy;
  readonly agent: Dispatcher;
  readonly signal: AbortSignal;
}

async function follow(text: string, run: Run): Promise<FetchOutcome> {
  let address = text;
  let isSecure = false;
  const seen = new Set<string>();
  for (let hop = 0; hop <= run.limits.maxRedirects; hop += 1) {
    const checked = checkUrl(address, run.policy);
    if (!checked.ok) return failure(checked.code, address);
    const { url } = checked;
    if (isSecure && url.protocol === "http:") return failure("insecure-redirect", address);
    if (seen.has(url.href)) return failure("too-many-redirects", address);
    seen.add(url.href);
    isSecure = url.protocol === "https:";
    try {
      const answer = await ask(url, run);
      if (typeof answer !== "string") return answer;
      address = answer;
    } catch (error) {
      // The signal's reason says more than what breaks when it fires.
      return failure(codeOfError(run.signal.aborted ? run.signal.reason : error), url.href);
    }
  }
  return failure("too-many-redirects", address);
}

/** @returns The outcome, or the address of the next hop. */
async function ask(
  url: URL,
  { options, limits, agent, signal }: Run,
): Promise<FetchOutcome | string> {
  const {
    statusCode: status,
    headers,
    body,
  } = await request(url, {
    dispatcher: agent,
    signal,
    headers: {
      "user-agent": USER_AGENT,
      accept: options.accept ?? "text/html,application/xhtml+xml,*/*;q=0.8",
      "accept-language": "vi,en;q=0.8,zh;q=0.7",
      "accept-encoding": ACCEPT_ENCODING,
      ...(options.etag ? { "if-none-match": options.etag } : {}),
      ...(options.lastModified ? { "if-modified-since": options.lastModified } : {}),
    },
  });
  // A body that is not read any more still tells that it was broken off.
  body.on("error", () => {});
  const refused = (code: FetchCode, more: Partial<FetchFailure> = {}) => {
    body.destroy();
    return { ...failure(code, url.href), status, ...more };
  };
  const location = header(headers, "location");
  if ([301, 302, 303, 307, 308].includes(status) && location !== null) {
    body.destroy();
    return URL.canParse(location, url.href) ? new URL(location, url).href : refused("bad-response");
  }
  if (status < 200 || status > 299) {
    const wait = retryAfterMs(header(headers, "retry-after"), Date.now());
    return refused(statusCode(status), wait === null ? {} : { retryAfterMs: wait });
  }
  const type = contentType(header(headers, "content-type"));
  if (isMedia(type.mediaType)) return refused("wrong-type");
  if (Number(header(headers, "content-length") ?? 0) > limits.maxBytes) return refused("too-large");
  const bytes = await readBody(body, header(headers, "content-encoding") ?? "", limits.maxBytes);
  if (bytes.length === 0) return refused("empty");
  const etag = header(headers, "etag");
  return {
    ok: true,
    url: url.href,
    bytes,
    ...type,
    etag,
    lastModified: header(headers, "last-modified"),
  };
}

function failure(code: FetchCode, url: string): FetchFailure {
  return { ok: false, code, url: showableUrl(url) };
}
