import { stringify } from "yaml";
import { isoDate } from "../text/partial-date.ts";
import type { Article } from "./article.ts";
import { findEvent } from "./event.ts";

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
  // A day that the text tells is found again with its place; another one was set by a person.
  const found = findEvent(text, blocks);
  const told = found !== null && event !== null && isoDate(found.date) === isoDate(event.date);
  const day = event === null || told ? null : isoDate(event.date);
  const keys = {
    title,
    url,
    source,
    author,
    published,
    event: day,
    byline: bylines.length === 0 ? null : bylines,
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
