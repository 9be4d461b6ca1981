import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import type { Config } from "../../config/index.ts";
import type { Answer, Citation, Passage } from "../../model/index.ts";

const DAY_MS = 86_400_000;
/** Days that a link of the bot opens the reader. */
const VALID_DAYS = 90;

const dayOf = (now: number) => Math.floor(now / DAY_MS);

/** 128 bits: nobody guesses them, and the address stays short. */
const signature = (token: string, until: string) =>
  createHmac("sha256", token).update(`reader until ${until}`).digest("base64url").slice(0, 22);

/**
 * What a link carries where not everyone may read: its last day, signed. It opens all pages, as whoever may ask the bot
 * may be told of each; it is not the token, and ends by itself.
 *
 * @param now Milliseconds since 1970.
 */
export function passFor(token: string, now: number): string {
  const until = (dayOf(now) + VALID_DAYS).toString(36);
  return `${until}.${signature(token, until)}`;
}

/** Whether a pass opens the reader: it may be none of this token's, or past its last day. */
export function checkPass(
  token: string,
  pass: string | null,
  now: number,
): "valid" | "ended" | "none" {
  const [, until, given] = /^([0-9a-z]{1,6})\.([\w-]{22})$/u.exec(pass ?? "") ?? [];
  if (until === undefined || given === undefined) return "none";
  if (!timingSafeEqual(Buffer.from(given), Buffer.from(signature(token, until)))) return "none";
  return Number.parseInt(until, 36) < dayOf(now) ? "ended" : "valid";
}

/** Paths of the reader's pages. */
export const PATHS = {
  articles: "/bai",
  visits: "/chuyen-tham",
  timeline: "/dong-thoi-gian",
} as const;

/** Parameters of addresses: which passage, which words, which page, which pass. */
export const PARAMETERS = {
  passage: "doan",
  words: "q",
  page: "trang",
  pass: "k",
  time: "luc",
  year: "nam",
  counterpart: "doi-tac",
  place: "noi",
} as const;

/** The id of the cited passage in a page. */
export const PASSAGE_ANCHOR = "doan";

/** A passage that an address names. */
type Cited = Passage & { readonly quote: string };

/** By this an article that has changed since it was cited is known. */
export const quoteDigest = (quote: string): string =>
  createHash("sha256").update(quote).digest("hex").slice(0, 8);

/**
 * Addresses below a root, such as `https://doc.example` or an empty text for paths alone.
 *
 * @param pass Asked at each link.
 */
export function linksFrom(root: string, pass: () => string | null) {
  const link = (path: string, query: Readonly<Record<string, string>>, anchor = "") => {
    const own = pass();
    const all = new URLSearchParams(own === null ? query : { ...query, [PARAMETERS.pass]: own });
    return `${root}${path}${all.size === 0 ? "" : `?${all}`}${anchor}`;
  };
  return {
    /** What each link carries where not everyone may read. */
    get pass() {
      return pass();
    },
    /** Of an article, opened at a passage where one is given. */
    article(id: string, passage?: Cited): string {
      // Parts of an id stay parts of the path: many proxies refuse an escaped slash.
      const path = `${PATHS.articles}/${id.split("/").map(encodeURIComponent).join("/")}`;
      if (passage === undefined) return link(path, {});
      const at = `${passage.start}-${passage.end}-${quoteDigest(passage.quote)}`;
      return link(path, { [PARAMETERS.passage]: at }, `#${PASSAGE_ANCHOR}`);
    },
    visit: (id: string): string => link(`${PATHS.visits}/${id}`, {}),
    list: (of: keyof typeof PATHS, query: Readonly<Record<string, string>> = {}): string =>
      link(PATHS[of], query),
  };
}

/** Addresses of the reader's pages. */
export type ReaderLinks = ReturnType<typeof linksFrom>;

/** Links to the reader from elsewhere, signed where there is a token; null where the reader has no public address. */
export function publicLinks(
  { readerUrl, readerToken }: Pick<Config, "readerUrl" | "readerToken">,
  now: () => number = Date.now,
): ReaderLinks | null {
  if (readerUrl === null) return null;
  return linksFrom(readerUrl, () => (readerToken === null ? null : passFor(readerToken, now())));
}

/** Where a citation leads: the source's own page, else the reader. */
const citationLink = (citation: Citation, links: ReaderLinks): string =>
  citation.link ?? citation.url ?? links.article(citation.articleId, citation);

/** An answer all of whose citations lead somewhere. */
export function withLinks(answer: Answer, links: ReaderLinks): Answer {
  const linked = (citations: readonly Citation[]) =>
    citations.map((citation) => ({ ...citation, link: citationLink(citation, links) }));
  const { citations, nearest, more } = answer;
  return {
    ...answer,
    citations: linked(citations),
    nearest: linked(nearest),
    more: linked(more),
  };
}
