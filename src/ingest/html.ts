import { fold } from "../text/fold.ts";
import { normalizeLine } from "../text/normalize.ts";
import type { Article, Skip } from "./article.ts";
import { assemble } from "./assemble.ts";
import { withAddress } from "./canonical-url.ts";
import { skip } from "./decode.ts";
import { type Metadata, type PageLine, type Teaser, withKnown } from "./draft.ts";
import type { DomNode } from "./html-dom.ts";
import { htmlLibraries, isParsable } from "./html-dom.ts";
import { htmlLines } from "./html-lines.ts";
import { htmlMetadata, type MetadataDocument } from "./html-metadata.ts";
import { lettersIn } from "./left-out.ts";
import { isProse, syllableCount } from "./lines.ts";
import { readPage } from "./page.ts";
import { writerOf } from "./page-marks.ts";
import { type RuledDocument, siteLines, siteMetadata, siteRule } from "./site-rules.ts";
import { isTitleLike, partRelated, readTeasers } from "./title.ts";

const MAX_ELEMENTS = 20_000;

/** What is known of a page besides its HTML. */
interface PageOrigin {
  /** Where it was fetched. */
  readonly url?: string | null;
  /** Wins over what the page tells. */
  readonly known?: Partial<Metadata>;
}

/** Reads a saved web page: metadata from its markup, the article by Readability, then cleaned like pasted text. */
export function readHtml(id: string, html: string, origin: PageOrigin = {}): Article[] | Skip {
  const broken = skip(
    "bad-html",
    "The page can't be read as HTML. Paste its text into a .txt file.",
  );
  if (!isParsable(html)) return broken;
  try {
    return readParsed(id, html, origin);
  } catch {
    // Readability throws on pages over its limits and on some malformed trees.
    return broken;
  }
}

/** The lines that a reader sees in HTML that holds nothing but a document; null where it can't be parsed. */
export function documentLines(html: string): PageLine[] | null {
  if (!isParsable(html)) return null;
  const { document } = htmlLibraries().parseHTML(`<html><body>${html}</body></html>`);
  return htmlLines(document.body as unknown as DomNode);
}

function readParsed(id: string, html: string, origin: PageOrigin): Article[] {
  const { parseHTML } = htmlLibraries();
  const whole = /<body|<html/iu.test(html) ? html : `<html><body>${html}</body></html>`;
  const { document } = parseHTML(whole);
  const dom = document as unknown as MetadataDocument & RuledDocument & { readonly body: DomNode };
  const { description, windowTitle, ...told } = htmlMetadata(dom);
  const placed = origin.url ? withAddress(told, origin.url) : told;
  const metadata = withKnown(placed, origin.known);
  // Readability changes the document, so the whole page is read first.
  const all = htmlLines(dom.body);
  const rule = siteRule(metadata.url);
  const ruled = rule === null ? null : siteLines(dom, rule);
  const shown = rule === null ? null : siteMetadata(dom, rule);
  const read = ruled === null ? readable(document) : null;
  const own = ruled ?? (read === null ? [] : (documentLines(read.content) ?? []));
  const lines = hasArticle(own) ? withLead(own, all, description) : all;
  const known: Metadata = {
    ...metadata,
    published: metadata.published ?? shown?.published ?? null,
    title: metadata.title ?? (names(windowTitle, lines) ? windowTitle : null),
    author: metadata.author ?? writer(shown?.author ?? read?.byline ?? null, lines),
  };
  const draft = readPage(lines, known);
  const letters = (some: readonly PageLine[]) =>
    some.reduce((sum, one) => sum + (one.hint === "image" ? 0 : lettersIn(one.text)), 0);
  if (lines !== all) draft.left?.add("outside", letters(all) - letters(lines));
  const text = draft.blocks.map((block) => block.text).join("\n");
  const teasers = [...draft.teasers, ...readTeasers(partRelated(all).tail)];
  return assemble(id, { ...draft, teasers: ownTeasers(teasers, draft.title, text) });
}

/** What Readability takes for the article. */
function readable(document: unknown): { content: string; byline: string | null } | null {
  const { Readability } = htmlLibraries();
  const page = document as ConstructorParameters<typeof Readability>[0];
  const read = new Readability(page, { maxElemsToParse: MAX_ELEMENTS, keepClasses: true }).parse();
  return read?.content == null ? null : { content: read.content, byline: read.byline ?? null };
}

/** True where the window's title names this article: most of its words stand in the page's text. */
function names(windowTitle: string | null, lines: readonly PageLine[]): boolean {
  if (windowTitle === null || !isTitleLike(windowTitle)) return false;
  const words = comparable(windowTitle).split(" ");
  const report = ` ${comparable(lines.map(({ text }) => text).join(" "))} `;
  return words.filter((word) => report.includes(` ${word} `)).length * 4 >= words.length * 3;
}

function hasArticle(lines: readonly PageLine[]): boolean {
  return lines.some(({ text }) => isProse(text));
}

/** The summary above the report often stands outside of what Readability takes for the article. */
function withLead(
  own: PageLine[],
  all: readonly PageLine[],
  description: string | null,
): PageLine[] {
  if (description === null || syllableCount(description) < 12) return own;
  const key = comparable(description).slice(0, 60);
  const has = (line: PageLine) => comparable(line.text).includes(key);
  const lead = own.some(has) ? undefined : all.find((line) => has(line) && isProse(line.text));
  return lead === undefined ? own : [{ text: lead.text, hint: "paragraph" }, ...own];
}

function writer(byline: string | null, lines: readonly PageLine[]): string | null {
  if (byline === null) return null;
  return writerOf(
    normalizeLine(byline),
    lines
      .map(({ text }) => text)
      .slice(0, -2)
      .join("\n"),
  );
}

function ownTeasers(teasers: readonly Teaser[], title: string | null, text: string): Teaser[] {
  const seen = new Set(title === null ? [] : [comparable(title)]);
  const report = comparable(text);
  return teasers.filter((teaser) => {
    const key = comparable(teaser.title);
    if (seen.has(key) || report.includes(comparable(teaser.summary).slice(0, 80))) return false;
    seen.add(key);
    return true;
  });
}

function comparable(text: string): string {
  return fold(text)
    .replace(/[\p{P}\p{S}\s]+/gu, " ")
    .trim();
}
