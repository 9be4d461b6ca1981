import { stringify } from "yaml";
import { fold, isoDate } from "../../language/text/index.ts";
import type { Article } from "../../model/index.ts";

/** Signs that mean something in Markdown, written as `&#42;` so that no reader takes them for markup. */
const SIGNS = /[\\`*_[\]<>&~#|!]/gu;
/** At the head of a line these make lists, rules and underlined headings. */
const LINE_HEAD = /^(?:[-+=:]|\d{1,3}[.)])/u;

/**
 * Writes an article as a Markdown file of the corpus, from which the ingest reads the same article: title, address,
 * source, writer, dates, text and blocks. Its id comes from the file's path; briefs are articles of their own pages
 * and are not written.
 *
 * @param more Further lines of the front matter, such as who added it; the ingest passes over them.
 */
export function toMarkdown(article: Article, more: Readonly<Record<string, string>> = {}): string {
  const { title, url, source, author, published, event, text, blocks } = article;
  const of = (kind: string) =>
    blocks.filter((block) => block.kind === kind).map(({ start, end }) => text.slice(start, end));
  const bylines = of("byline");
  // A day that the text tells is found again with its place.
  const day = event?.set ? isoDate(event.date) : null;
  const keys = {
    title,
    url,
    source,
    author,
    published,
    event: day,
    byline: bylines.length === 0 ? null : bylines,
    kind: article.isSummary ? "summary" : null,
    image: article.image === undefined ? null : JSON.stringify(article.image),
    clean: "true",
    ...more,
  };
  const known = Object.fromEntries(Object.entries(keys).filter(([, value]) => value !== null));
  const head = stringify(known, {
    defaultStringType: "QUOTE_DOUBLE",
    defaultKeyType: "PLAIN",
    lineWidth: 0,
  });
  const body = blocks.flatMap(({ kind, start, end }) => {
    const written = escaped(text.slice(start, end));
    if (kind === "byline") return [];
    if (kind === "heading") return [`## ${written}`];
    return [kind === "caption" ? `![]()\n*${written}*` : written];
  });
  return `---\n${head}---\n\n${body.join("\n\n")}\n`;
}

function escaped(line: string): string {
  const coded = (signs: string) => [...signs].map((ch) => `&#${ch.charCodeAt(0)};`).join("");
  return line
    .replace(SIGNS, coded)
    .replace(LINE_HEAD, (head) => head.slice(0, -1) + coded(head.slice(-1)));
}

/** What was recognised of an article, for a card that asks whether to keep it. */
interface Recognised extends Pick<Article, "title" | "url" | "source" | "published" | "event"> {
  readonly syllables: number;
  /** The beginning of the report, whole words, at most `maxChars`. */
  readonly opening: string;
}

/** Sums an article up. */
export function recognised(article: Article, maxChars = 300): Recognised {
  const { title, url, source, published, event, text } = article;
  const cut = text.slice(0, maxChars + 1);
  const opening =
    text.length <= maxChars
      ? text
      : `${cut.slice(0, Math.max(cut.lastIndexOf(" "), maxChars / 2)).trimEnd()}…`;
  const syllables = text.split(/\s+/u).length;
  return { title, url, source, published, event, syllables, opening };
}

const MAX_SLUG_CHARS = 70;

/**
 * A file name for an article, without extension: the day of the event, or of publication, and the title in plain
 * letters (`2025-01-21-lanh-dao-tinh-tiep-doan-bang-tuong`). Not unique.
 */
export function articleSlug(article: Pick<Article, "title" | "published" | "event">): string {
  const day = (article.event && isoDate(article.event.date)) ?? article.published;
  const words = fold(article.title).match(/[a-z0-9]+/gu) ?? [];
  const name = [...(day === null ? [] : [day]), ...words].join("-");
  const short =
    name.length <= MAX_SLUG_CHARS ? name : name.slice(0, name.lastIndexOf("-", MAX_SLUG_CHARS));
  return short.slice(0, MAX_SLUG_CHARS) || "bai-viet";
}
