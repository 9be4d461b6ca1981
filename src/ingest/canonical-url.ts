/** Parameters that tell where a reader came from, and nothing of the page. */
const TRACKING =
  /^(?:utm_.*|fbclid|gclid|gbraid|wbraid|dclid|yclid|msclkid|igshid|zarsrc|zalo.*|mc_[ce]id|_ga|_gl|ref|refer|referrer|source|src|from|share|spm|amp|mibextid|gidzl|vero_id|s_cid|cmpid)$/iu;

/**
 * The form under which one page has one address, for comparing: https, no `www.` or `m.`, no default port, tracking
 * parameters, fragment, `index.html` or slash at the end; parameters in order. Not meant to be opened.
 *
 * @param url An http or https address. Anything else is given back as it is.
 */
export function canonicalUrl(url: string): string {
  if (!/^https?:\/\//iu.test(url.trim()) || !URL.canParse(url)) return url;
  const { hostname, port, protocol, pathname, searchParams } = new URL(url);
  const host = hostname.replace(/^(?:(?:www|m|mobile|amp)\.)+(?=[^.]+\.)/u, "").replace(/\.$/u, "");
  const isDefault = port === "" || (protocol === "http:" && port === "80");
  const path = decoded(pathname)
    .replace(/\/{2,}/gu, "/")
    .replace(/\/(?:index|default)\.(?:html?|php|aspx?)$/iu, "/")
    .replace(/\/amp\/?$/iu, "/")
    .replace(/\/$/u, "");
  const kept = [...searchParams].filter(([name]) => !TRACKING.test(name));
  kept.sort(([a, x], [b, y]) => (a === b ? compare(x, y) : compare(a, b)));
  const query = new URLSearchParams(kept).toString();
  return `https://${host}${isDefault ? "" : `:${port}`}${path}${query === "" ? "" : `?${query}`}`;
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** One spelling of a path: letters as such in NFC, the rest in percent signs. */
function decoded(path: string): string {
  try {
    return encodeURI(decodeURI(path).normalize("NFC"));
  } catch {
    return path;
  }
}
