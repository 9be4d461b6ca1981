import { lookup as systemLookup } from "node:dns";
import type { LookupFunction } from "node:net";
import { Agent, buildConnector } from "undici";
import type { FetchPolicy } from "./addresses.ts";

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
export function checkingAgent(
  policy: FetchPolicy,
  limits: FetchLimits,
  lookup: Lookup = systemLookup,
): Agent {
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
