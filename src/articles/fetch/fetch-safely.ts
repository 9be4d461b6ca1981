import type { Dispatcher } from "undici";
import type { Skip } from "../../model/index.ts";
import { type DocumentInput, type DocumentRead, readDocument } from "../parse/index.ts";
import {
  checkingAgent,
  checkUrl,
  FETCH_LIMITS,
  type FetchCode,
  type Fetched,
  type FetchFailure,
  type FetchLimits,
  type FetchOutcome,
  type FetchPolicy,
  type Lookup,
  PUBLIC_WEB,
  RefusedAddressError,
  showableUrl,
} from "./addresses.ts";
import {
  ACCEPT_ENCODING,
  contentType,
  EncodingError,
  header,
  isMedia,
  readBody,
  retryAfterMs,
  statusCode,
  TooLargeError,
} from "./fetch-page.ts";

/** The name under which the program asks; robots.txt files may name it. */
export const BOT_NAME = "visits-bot";
/** Many portals turn away whoever does not begin like a browser. */
const USER_AGENT = `Mozilla/5.0 (compatible; ${BOT_NAME}/1.0)`;

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
  const agent = await checkingAgent(policy, limits, options.lookup);
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
  // Loaded where something is fetched: most starts fetch nothing, and it takes as long as all of our own.
  const { request } = await import("undici");
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

/** A page that was fetched and read. */
interface FetchedPage {
  readonly ok: true;
  /** As it came, to be kept. */
  readonly original: Fetched;
  readonly document: DocumentRead;
}

/** Why a page was not taken: it could not be fetched, or no article could be read from it. */
type PageFailure =
  | { readonly ok: false; readonly step: "fetch"; readonly failure: FetchFailure }
  | { readonly ok: false; readonly step: "read"; readonly failure: Skip };

export type PageOutcome = FetchedPage | PageFailure;

/**
 * Fetches an address of the public web and reads the article there: a page, or a .docx or .pdf that it leads to.
 * Never throws for anything that a server or a document does.
 *
 * @param known Metadata that wins over what the page shows.
 */
export async function fetchPage(
  url: string,
  options: FetchOptions = {},
  known: DocumentInput["known"] = {},
): Promise<PageOutcome> {
  const original = await fetchSafely(url, options);
  if (!original.ok) return { ok: false, step: "fetch", failure: original };
  const { bytes, mediaType, charset } = original;
  const input = { bytes, mediaType, charset, url: original.url, known };
  const document = await readDocument(input, options.signal ? { signal: options.signal } : {});
  if (!document.ok) return { ok: false, step: "read", failure: document };
  return { ok: true, original, document };
}

const CODES: Readonly<Record<string, FetchCode>> = {
  ENOTFOUND: "unknown-host",
  EAI_AGAIN: "unknown-host",
  EAI_FAIL: "unknown-host",
  ENODATA: "unknown-host",
  UND_ERR_CONNECT_TIMEOUT: "timeout",
  UND_ERR_HEADERS_TIMEOUT: "timeout",
  UND_ERR_BODY_TIMEOUT: "timeout",
  ETIMEDOUT: "timeout",
  UND_ERR_HEADERS_OVERFLOW: "bad-response",
  UND_ERR_RES_EXCEEDED_MAX_SIZE: "too-large",
};

/** Names what went wrong in a request by the error that undici, the network, TLS or zlib threw. */
function codeOfError(error: unknown): FetchCode {
  for (let at = error, depth = 0; at instanceof Error && depth < 5; at = causeOf(at), depth += 1) {
    if (at instanceof RefusedAddressError) return "private-address";
    if (at instanceof TooLargeError) return "too-large";
    if (at instanceof EncodingError || at.name === "HTTPParserError") return "bad-response";
    if (at.name === "TimeoutError") return "timeout";
    if (at.name === "AbortError" && depth === 0) return "cancelled";
    const code = "code" in at ? String(at.code) : "";
    const known = CODES[code];
    if (known !== undefined) return known;
    if (/^(?:Z_|ERR_BROTLI|ERR__ERROR|ERR_PADDING|HPE_)/u.test(code)) return "bad-response";
    if (/^(?:CERT_|ERR_TLS|ERR_SSL|EPROTO|DEPTH_|SELF_SIGNED|UNABLE_TO|HOSTNAME_)/u.test(code))
      return "tls-error";
  }
  return "unreachable";
}

/** A connection to several addresses fails with all their errors; the first stands for them. */
function causeOf(error: Error): unknown {
  return error instanceof AggregateError ? error.errors[0] : error.cause;
}
