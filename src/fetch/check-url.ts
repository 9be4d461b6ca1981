import { isIP } from "node:net";
import { type FetchPolicy, isPrivateName } from "./address.ts";
import type { FetchCode } from "./outcome.ts";

/** An address that may be asked, or why not. */
export type CheckedUrl =
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
