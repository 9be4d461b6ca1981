import { lookup as systemLookup } from "node:dns";
import { isIP, type LookupFunction } from "node:net";
import ipaddr from "ipaddr.js";
import type { Agent } from "undici";

/** Why an address could not be fetched; stable keys for translation and counting. */
export type FetchCode =
  /** Not an address that a browser would understand. */
  | "bad-url"
  /** Neither http nor https. */
  | "bad-scheme"
  /** A user or password stands in the address. */
  | "credentials"
  | "bad-port"
  /** The address, or the name's address, lies in a private or reserved network. */
  | "private-address"
  | "unknown-host"
  /** No connection, or it was lost. */
  | "unreachable"
  /** The certificate is not valid. */
  | "tls-error"
  | "timeout"
  /** By the caller's signal. */
  | "cancelled"
  | "too-many-redirects"
  /** From https to http. */
  | "insecure-redirect"
  | "too-large"
  /** Not what HTTP allows: headers too large, a compression that is broken or unknown. */
  | "bad-response"
  /** Sound, video, picture, font. */
  | "wrong-type"
  | "empty"
  | "not-found"
  | "forbidden"
  | "too-many-requests"
  | "server-error"
  /** Any other status. */
  | "http-error"
  /** Only to a conditional request: nothing has changed since. */
  | "not-modified";

/** What was fetched. */
export interface Fetched {
  readonly ok: true;
  /** Where it came from, after redirects. */
  readonly url: string;
  readonly bytes: Uint8Array;
  /** Declared media type, lower case without parameters, or null. It may lie. */
  readonly mediaType: string | null;
  /** Declared charset, or null. */
  readonly charset: string | null;
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/** Nothing was fetched. */
export interface FetchFailure {
  readonly ok: false;
  readonly code: FetchCode;
  /** The address that failed, without user, password and query: it may be shown and logged. */
  readonly url: string;
  /** HTTP status, where there was one. */
  readonly status?: number;
  /** What the server asks to wait, of 429 and 503. */
  readonly retryAfterMs?: number;
}

export type FetchOutcome = Fetched | FetchFailure;

/** Which addresses and ports may be asked. A parameter of the fetching functions, never a setting. */
export interface FetchPolicy {
  /** True where this IP address (not a name) may be connected to. */
  readonly allowsAddress: (ip: string) => boolean;
  readonly allowsPort: (port: number) => boolean;
  /** True where names of private networks (`localhost`, `*.internal`, names without a dot) may be resolved. */
  readonly allowsPrivateNames: boolean;
}

// Azure's metadata and health service has a public address (learn.microsoft.com, "What is IP address 168.63.129.16").
const METADATA = new Set(["168.63.129.16"]);
// All that IANA has given out for the public IPv6 internet; the forms that carry an IPv4 address lie outside of it or
// have a range of their own.
const PUBLIC_IPV6 = ipaddr.parseCIDR("2000::/3") as [ipaddr.IPv6, number];
const PORTS = new Set([80, 443, 8080, 8443]);

/** True for an address of the public internet, whatever way it is written in. */
export function isPublicAddress(ip: string): boolean {
  if (!ipaddr.isValid(ip)) return false;
  const address = ipaddr.process(ip);
  if (address.range() !== "unicast" || METADATA.has(address.toString())) return false;
  return address.kind() === "ipv4" || (address as ipaddr.IPv6).match(PUBLIC_IPV6);
}

/** The public web: what the program fetches from outside of tests. */
export const PUBLIC_WEB: FetchPolicy = {
  allowsAddress: isPublicAddress,
  allowsPort: (port) => PORTS.has(port),
  allowsPrivateNames: false,
};

const PRIVATE_SUFFIX =
  /(?:^|\.)(?:localhost|localdomain|local|internal|intranet|private|corp|home|lan|home\.arpa|in-addr\.arpa|ip6\.arpa|onion|test|invalid)$/u;

/** True for a name that belongs to one machine or a private network: `localhost`, `metadata.google.internal`, `nas`. */
function isPrivateName(host: string): boolean {
  const name = host.replace(/(?<!\.)\.+$/u, "").toLowerCase();
  return !name.includes(".") || PRIVATE_SUFFIX.test(name);
}

/** An address that may be asked, or why not. */
type CheckedUrl =
  | { readonly ok: true; readonly url: URL }
  | { readonly ok: false; readonly code: FetchCode };

const MAX_URL_CHARS = 2_000;

/**
 * Checks an address before anything is sent. `URL` has brought every spelling of a host to one form by then:
 * decimal, octal and hexadecimal numbers, full-width digits, percent signs, IPv6 forms.
 */
export function checkUrl(text: string, policy: FetchPolicy): CheckedUrl {
  const refused = (code: FetchCode) => ({ ok: false, code }) as const;
  const trimmed = text.trim();
  if (trimmed.length > MAX_URL_CHARS || !URL.canParse(trimmed)) return refused("bad-url");
  const url = new URL(trimmed);
  if (url.protocol !== "http:" && url.protocol !== "https:") return refused("bad-scheme");
  if (url.username !== "" || url.password !== "") return refused("credentials");
  const host = hostOf(url);
  if (isIP(host) !== 0) {
    if (!policy.allowsAddress(host)) return refused("private-address");
  } else if (isPrivateName(host) && !policy.allowsPrivateNames) return refused("private-address");
  const port = url.port === "" ? (url.protocol === "https:" ? 443 : 80) : Number(url.port);
  if (!policy.allowsPort(port)) return refused("bad-port");
  url.hash = "";
  return { ok: true, url };
}

/** Name or IP address without brackets and without a dot at its end. */
function hostOf(url: URL): string {
  return url.hostname.replace(/^\[(.*)\]$/u, "$1").replace(/(?<!\.)\.+$/u, "");
}

/** The address without what may be secret: user, password, query, fragment. */
export function showableUrl(text: string): string {
  if (!URL.canParse(text)) return text.slice(0, 80).replace(/\/\/[^/]*@/u, "//");
  const url = new URL(text);
  return `${url.protocol}//${url.host}${url.pathname}`.slice(0, 300);
}

/** What one fetch may cost. */
export interface FetchLimits {
  /** Bytes, both as they come over the line and unpacked. */
  readonly maxBytes: number;
  /** Bytes of all response headers together. */
  readonly maxHeaderBytes: number;
  readonly maxRedirects: number;
  /** Everything together: resolving, connecting, redirects, body. */
  readonly totalMs: number;
  /** Longest silence: until the connection stands, until the headers, between two pieces of the body. */
  readonly idleMs: number;
}

/** An article with its markup is far smaller; 20 MB is what Telegram lets a bot download. */
export const FETCH_LIMITS: FetchLimits = {
  maxBytes: 20 * 1024 * 1024,
  maxHeaderBytes: 16 * 1024,
  maxRedirects: 5,
  totalMs: 30_000,
  idleMs: 10_000,
};

/** Thrown inside the connection; its code tells it from errors of the network. */
export class RefusedAddressError extends Error {
  override readonly name = "RefusedAddressError";
  readonly code = "REFUSED_ADDRESS";
}

/** Resolves names like `dns.lookup`; tests put their own in. */
export type Lookup = LookupFunction;

/**
 * Connects to allowed addresses only. A name is resolved once, here, and the very addresses that were checked are
 * connected to, so that a name can't change between check and connection (DNS rebinding).
 */
export async function checkingAgent(
  policy: FetchPolicy,
  limits: FetchLimits,
  lookup: Lookup = systemLookup,
): Promise<Agent> {
  const { Agent, buildConnector } = await import("undici");
  const checked: LookupFunction = (host, options, callback) => {
    lookup(host, { ...options, all: true }, (error, found) => {
      if (error !== null) return callback(error, []);
      const addresses = typeof found === "string" ? [{ address: found, family: 4 }] : found;
      const isAllowed = addresses.every(({ address }) => policy.allowsAddress(address));
      if (addresses.length === 0 || !isAllowed) return callback(new RefusedAddressError(host), []);
      if (options.all) callback(null, addresses);
      else callback(null, addresses[0]!.address, addresses[0]!.family);
    });
  };
  const connect = buildConnector({ lookup: checked, timeout: limits.idleMs });
  return new Agent({
    // A host that is an IP address is never looked up: what is connected to has the last word.
    connect: (options, callback) =>
      connect(options, (...result) => {
        const [error, socket] = result;
        const peer = socket?.remoteAddress;
        if (error || (peer !== undefined && policy.allowsAddress(peer))) return callback(...result);
        socket?.destroy();
        callback(new RefusedAddressError(options.hostname), null);
      }),
    headersTimeout: limits.idleMs,
    bodyTimeout: limits.idleMs,
    maxHeaderSize: limits.maxHeaderBytes,
    maxResponseSize: limits.maxBytes,
    pipelining: 0,
  });
}
