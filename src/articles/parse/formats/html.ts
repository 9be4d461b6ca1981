import { fold, normalizeLine } from "../../../language/text/index.ts";
import type { Article, Skip } from "../../../model/index.ts";
import {
  assemble,
  htmlMetadata,
  isProse,
  isTitleLike,
  lettersIn,
  type Metadata,
  type MetadataDocument,
  type PageLine,
  partRelated,
  readDateLine,
  readPage,
  readTeasers,
  skip,
  syllableCount,
  type Teaser,
  vietnamDate,
  withAddress,
  withKnown,
  writerOf,
} from "../page/index.ts";
import { type DomNode, htmlLibraries, htmlLines, isParsable } from "./html-dom.ts";

/** Where a portal's pages keep the parts of an article, as CSS selectors. */
interface SiteRule {
  /** Hosts whose pages are made this way; subdomains count. */
  readonly hosts: readonly string[];
  /** Summary above the report. */
  readonly lead: string;
  /** The report itself. */
  readonly body: string;
  /** For pages whose metadata does not tell them. */
  readonly date: string;
  readonly author: string;
  /** Within the report: boxes of other articles, players, tags. */
  readonly drop: string;
}

/**
 * The publishing systems of Vietnamese newspapers and portals. A rule counts only where its body holds a report: a
 * portal that has changed its pages is read like any other page.
 */
export const SITE_RULES: readonly SiteRule[] = [
  {
    hosts: [
      "tuoitre.vn",
      "thanhnien.vn",
      "baochinhphu.vn",
      "chinhphu.vn",
      "nld.com.vn",
      "dantri.com.vn",
      "daibieunhandan.vn",
    ],
    lead: ".detail-sapo, .singular-sapo",
    body: ".detail-cmain, .detail-content, .singular-content",
    date: "[data-role='publishdate'], .detail-time, .author-time",
    author: ".detail-author, .author-name",
    drop: "[type='RelatedOneNews'], [type='RelatedNews'], .VCSortableInPreviewMode[type='boxtext-related'], .detail-related, .dt-news__related",
  },
  {
    hosts: [
      "nhandan.vn",
      "vietnamplus.vn",
      "baotintuc.vn",
      "hanoimoi.vn",
      "sggp.org.vn",
      "tienphong.vn",
    ],
    lead: ".article__sapo, .cms-desc",
    body: ".article__body, .cms-body",
    date: "time.time, .article__meta time",
    author: ".article__author .name, .article__author",
    drop: ".article__related, .cms-relate, .article-relate, .box-widget",
  },
  {
    hosts: ["vnexpress.net"],
    lead: "p.description",
    body: "article.fck_detail",
    date: ".header-content .date",
    author: "p.author_mail, p.Normal[style*='right'] strong",
    drop: ".box-tinlienquanv2, .list-news, .box_brief_info",
  },
  {
    hosts: ["qdnd.vn", "bienphong.com.vn", "baoquocte.vn", "congthuong.vn"],
    lead: ".post-summary, .article-detail-desc",
    body: ".post-content, .article-detail-content, .__MASTERCMS_CONTENT",
    date: ".post-subinfo, .article-detail-date, .format_date",
    author: ".post-author, .article-detail-author",
    drop: ".related-news, .__MB_ARTICLE_RELATED, .article-related",
  },
];

/** The rule for the pages of an address, or null. */
export function siteRule(url: string | null): SiteRule | null {
  if (url === null || !URL.canParse(url)) return null;
  const host = new URL(url).hostname;
  const serves = (one: string) => host === one || host.endsWith(`.${one}`);
  return SITE_RULES.find(({ hosts }) => hosts.some(serves)) ?? null;
}

/** What the reading by a rule needs of a document. */
interface RuledDocument {
  querySelector(selector: string): RuledElement | null;
}

interface RuledElement extends DomNode {
  getAttribute(name: string): string | null;
  querySelectorAll(selector: string): Iterable<{ remove(): void }>;
}

/** The lines of the article as a portal's rule finds them, or null where there is no report. */
function siteLines(document: RuledDocument, rule: SiteRule): PageLine[] | null {
  const body = document.querySelector(rule.body);
  if (body === null) return null;
  for (const box of body.querySelectorAll(rule.drop)) box.remove();
  const report = htmlLines(body);
  if (!report.some(({ text }) => isProse(text))) return null;
  const lead = document.querySelector(rule.lead);
  const summary = lead === null ? [] : htmlLines(lead);
  return [...summary.map(({ text }): PageLine => ({ text, hint: "paragraph" })), ...report];
}

/** What a portal's rule finds besides; it stands behind the page's own metadata. */
function siteMetadata(
  document: RuledDocument,
  { date, author }: SiteRule,
): Pick<Metadata, "published" | "author"> {
  const at = document.querySelector(date);
  const line = (node: DomNode | null) => (node === null ? "" : (htmlLines(node)[0]?.text ?? ""));
  const stamp = at?.getAttribute("datetime") ?? null;
  return {
    published: vietnamDate(stamp) ?? readDateLine(line(at))?.published ?? null,
    author: line(document.querySelector(author)) || null,
  };
}

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
    title:
      metadata.title ??
      (names(windowTitle, lines) || isShown(windowTitle, all) ? windowTitle : null),
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

/** True where a line of the page is the window's title itself. */
function isShown(windowTitle: string | null, all: readonly PageLine[]): boolean {
  if (windowTitle === null || !isTitleLike(windowTitle)) return false;
  const key = comparable(windowTitle);
  return all.some(({ text }) => comparable(text) === key);
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
