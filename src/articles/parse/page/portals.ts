import { fold } from "../../../language/text/index.ts";
import type { Article } from "../../../model/index.ts";
import type { Metadata } from "./assemble.ts";

/** Known portals and newspapers: host without `www.` to the name under which they are cited. */
const NAMES: Readonly<Record<string, string>> = {
  "baolangson.vn": "Báo Lạng Sơn",
  "langson.gov.vn": "Cổng thông tin điện tử tỉnh Lạng Sơn",
  "langsontv.vn": "Đài Phát thanh và Truyền hình Lạng Sơn",
  "baolaocai.vn": "Báo Lào Cai",
  "laocai.gov.vn": "Cổng thông tin điện tử tỉnh Lào Cai",
  "laocaitv.vn": "Đài Phát thanh và Truyền hình Lào Cai",
  "baoquangninh.vn": "Báo Quảng Ninh",
  "quangninh.gov.vn": "Cổng thông tin điện tử tỉnh Quảng Ninh",
  "baocaobang.vn": "Báo Cao Bằng",
  "caobang.gov.vn": "Cổng thông tin điện tử tỉnh Cao Bằng",
  "baohagiang.vn": "Báo Hà Giang",
  "hagiang.gov.vn": "Cổng thông tin điện tử tỉnh Hà Giang",
  "baolaichau.vn": "Báo Lai Châu",
  "laichau.gov.vn": "Cổng thông tin điện tử tỉnh Lai Châu",
  "baodienbienphu.vn": "Báo Điện Biên Phủ",
  "baotuyenquang.com.vn": "Báo Tuyên Quang",
  "nhandan.vn": "Báo Nhân Dân",
  "vov.vn": "VOV",
  "vtv.vn": "VTV",
  "vietnamplus.vn": "VietnamPlus",
  "baotintuc.vn": "Báo Tin tức",
  "vnanet.vn": "TTXVN",
  "tuoitre.vn": "Tuổi Trẻ",
  "thanhnien.vn": "Thanh Niên",
  "vnexpress.net": "VnExpress",
  "vietnamnet.vn": "VietNamNet",
  "dantri.com.vn": "Dân trí",
  "laodong.vn": "Lao Động",
  "tienphong.vn": "Tiền Phong",
  "zingnews.vn": "Znews",
  "znews.vn": "Znews",
  "qdnd.vn": "Báo Quân đội nhân dân",
  "cand.com.vn": "Báo Công an nhân dân",
  "congan.com.vn": "Công an TP.HCM",
  "sggp.org.vn": "Sài Gòn Giải Phóng",
  "hanoimoi.vn": "Hànộimới",
  "baoquocte.vn": "Báo Thế giới và Việt Nam",
  "dangcongsan.vn": "Báo điện tử Đảng Cộng sản Việt Nam",
  "chinhphu.vn": "Cổng Thông tin điện tử Chính phủ",
  "baochinhphu.vn": "Báo Điện tử Chính phủ",
  "quochoi.vn": "Cổng thông tin điện tử Quốc hội",
  "daibieunhandan.vn": "Báo Đại biểu Nhân dân",
  "mofa.gov.vn": "Cổng thông tin điện tử Bộ Ngoại giao",
  "congthuong.vn": "Báo Công Thương",
  "bienphong.com.vn": "Báo Biên phòng",
};

/** Marks at the head of a first paragraph (`LSO-Ngày …`, `TTO - …`) that name the newspaper. */
const DATELINES: Readonly<Record<string, string>> = {
  lso: "Báo Lạng Sơn",
  lcđt: "Báo Lào Cai",
  tto: "Tuổi Trẻ",
  ttxvn: "TTXVN",
  vov: "VOV",
  vnp: "VietnamPlus",
  nldo: "Người Lao Động",
  qđnd: "Báo Quân đội nhân dân",
  "vov.vn": "VOV",
  "chinhphu.vn": "Cổng Thông tin điện tử Chính phủ",
};

function hostOf(urlOrHost: string): string | null {
  const match =
    /^(?:https?:\/\/)?(?:www\.|m\.)?([a-z0-9-]+(?:\.[a-z0-9-]+)+)(?::\d+)?(?:[/?#].*)?$/iu.exec(
      urlOrHost.trim(),
    );
  return match?.[1]?.toLowerCase() ?? null;
}

function knownName(host: string): string | null {
  for (let name = host; name.includes("."); name = name.slice(name.indexOf(".") + 1)) {
    const known = NAMES[name];
    if (known !== undefined) return known;
  }
  return null;
}

/** Name of the portal at an address or host (subdomains count), the bare host if unknown, null if it is none. */
export function portalName(urlOrHost: string): string | null {
  const host = hostOf(urlOrHost);
  return host === null ? null : (knownName(host) ?? host);
}

/** True where the portal at an address or host stands in the table of names. */
export function isKnownPortal(urlOrHost: string): boolean {
  const host = hostOf(urlOrHost);
  return host !== null && knownName(host) !== null;
}

/** Name of the newspaper behind a dateline mark, or null. */
export function datelineName(mark: string): string | null {
  const key = mark.toLowerCase();
  return DATELINES[key] ?? NAMES[key] ?? null;
}

/** The name in the table that a source as people write it stands for (`BÁO LẠNG SƠN ĐIỆN TỬ`), or null. */
function knownSource(written: string): string | null {
  const plain = (name: string) => fold(name).replace(/ (?:dien tu|online)$/u, "");
  return Object.values(NAMES).find((name) => plain(name) === plain(written)) ?? null;
}

/** Brings a source as people write it (`baolangson.vn`, `BÁO LẠNG SƠN ĐIỆN TỬ`, `Báo Nhân dân`) to its name. */
export function sourceName(written: string): string {
  return knownSource(written) ?? portalName(written) ?? written;
}

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

/** Host without the prefixes of one site's variants. */
function siteOf(url: string): string {
  return new URL(url).hostname.replace(/^(?:(?:www|m|mobile|amp)\.)+/iu, "");
}

/** True where two addresses belong to one site: the same host, or one below the other. */
export function isSameSite(a: string, b: string): boolean {
  const [one, other] = [siteOf(a), siteOf(b)];
  return one === other || one.endsWith(`.${other}`) || other.endsWith(`.${one}`);
}

/**
 * Corrects what a page tells of itself by where it was fetched: a canonical address on another site, or the name of
 * a newspaper that is known to live elsewhere, is not believed.
 */
export function withAddress<T extends Metadata>(metadata: T, url: string): T {
  const canonical = metadata.url !== null && isSameSite(metadata.url, url) ? metadata.url : url;
  const claimed = metadata.source;
  const isBorrowed = claimed !== null && (isKnownPortal(claimed) || knownSource(claimed) !== null);
  const source = claimed === null || isBorrowed || isKnownPortal(url) ? portalName(url) : claimed;
  return { ...metadata, url: canonical, source };
}

/** Words taken from each end of a quote: enough to be unique on a page, short enough for a phone. */
const END_WORDS = 4;
/** Quotes up to this many words are given whole. */
const SHORT_QUOTE_WORDS = 9;

function encode(text: string): string {
  // A hyphen has a meaning in text directives, and these are left alone by encodeURIComponent.
  return encodeURIComponent(text).replace(
    /[-!'()*]/gu,
    (ch) => `%${ch.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/**
 * Address that opens a page at a passage by a text fragment (WICG "URL Fragment Text Directives");
 * browsers that don't know it open the page.
 *
 * @param url Address of the article, http or https.
 * @param quote Verbatim text of one paragraph.
 */
export function passageLink(url: string, quote: string): string {
  // A term can't cross a block, so only the quote's first line counts.
  const words = (quote.trim().split("\n")[0] ?? "").split(/\s+/u).filter((word) => word !== "");
  if (words.length === 0) return url;
  const directive =
    words.length <= SHORT_QUOTE_WORDS
      ? encode(words.join(" "))
      : `${encode(words.slice(0, END_WORDS).join(" "))},${encode(words.slice(-END_WORDS).join(" "))}`;
  return `${url}${url.includes("#") ? "" : "#"}:~:text=${directive}`;
}

/** Where a passage of an article is opened: its page, at the passage where it stands there; null without an address. */
export function addressOf(
  { url, isSummary }: Pick<Article, "url" | "isSummary">,
  quote: string,
): string | null {
  return url === null || isSummary ? url : passageLink(url, quote);
}
