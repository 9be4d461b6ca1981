import ipaddr from "ipaddr.js";

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
export function isPrivateName(host: string): boolean {
  const name = host.replace(/(?<!\.)\.+$/u, "").toLowerCase();
  return !name.includes(".") || PRIVATE_SUFFIX.test(name);
}
