import type { Metadata, PageLine } from "./draft.ts";
import type { DomNode } from "./html-dom.ts";
import { htmlLines } from "./html-lines.ts";
import { isProse } from "./lines.ts";
import { vietnamDate } from "./metadata-values.ts";
import { readDateLine } from "./page-marks.ts";

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
export interface RuledDocument {
  querySelector(selector: string): RuledElement | null;
}

interface RuledElement extends DomNode {
  getAttribute(name: string): string | null;
  querySelectorAll(selector: string): Iterable<{ remove(): void }>;
}

/** The lines of the article as a portal's rule finds them, or null where there is no report. */
export function siteLines(document: RuledDocument, rule: SiteRule): PageLine[] | null {
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
export function siteMetadata(
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
