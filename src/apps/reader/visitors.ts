import ipaddr from "ipaddr.js";
import { LRUCache } from "lru-cache";

const MINUTE_MS = 60_000;
/** What a page costs: one, and one more for each of these milliseconds that it took to make. */
const COST_MS = 50;
/** In a minute: an office behind one address reads along, a machine that copies everything does not. */
const PER_ADDRESS = 120;
/** Of all addresses together: half of the time is the bot's, which answers in the same process. */
const IN_ALL = 600;
const MAX_ADDRESSES = 10_000;
const EVERYONE = "everyone";

/** Who asks for how much. */
export interface Visitors {
  /** Counts a request. @returns Whether it may be answered. */
  admit(address: string): boolean;
  /** Counts the time that it took to answer it. */
  spent(address: string, ms: number): void;
}

/** Counts of the minute that began with an address' first request. */
export function visitors(now: () => number = () => performance.now()): Visitors {
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
    admit(address) {
      const isWelcome = of(address) < PER_ADDRESS && of(EVERYONE) < IN_ALL;
      // Turning away costs next to nothing: it must not keep others out.
      if (isWelcome) add(address, 1);
      return isWelcome;
    },
    spent: (address, ms) => add(address, Math.floor(ms / COST_MS)),
  };
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
