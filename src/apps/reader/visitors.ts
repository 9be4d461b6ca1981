import ipaddr from "ipaddr.js";
import { LRUCache } from "lru-cache";

const MINUTE_MS = 60_000;
/** Pages a minute: an office behind one address reads along, a machine that copies everything does not. */
const PER_ADDRESS = 120;
/** Of all addresses together: the bot answers in the same process. */
const IN_ALL = 1200;
const MAX_ADDRESSES = 10_000;
const EVERYONE = "everyone";

/** Who asks for how much. */
export interface Visitors {
  /** Counts a request. @returns Whether it may be answered. */
  admit(address: string): boolean;
}

/** Counts of the minute that began with an address' first request. */
export function visitors(now: () => number = () => performance.now()): Visitors {
  const counts = new LRUCache<string, number>({
    max: MAX_ADDRESSES,
    ttl: MINUTE_MS,
    perf: { now },
    ttlResolution: 0,
  });
  const count = (key: string) => {
    const next = (counts.get(key) ?? 0) + 1;
    counts.set(key, next, { noUpdateTTL: true });
    return next;
  };
  return { admit: (address) => count(address) <= PER_ADDRESS && count(EVERYONE) <= IN_ALL };
}

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
