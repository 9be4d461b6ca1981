import { readDateLine } from "./date-line.ts";
import type { Metadata, PageLine } from "./draft.ts";
import type { DomNode } from "./html-dom.ts";
import { htmlLines } from "./html-lines.ts";
import { isProse } from "./lines.ts";
import { vietnamDate } from "./metadata-values.ts";
import type { SiteRule } from "./site-rules.ts";

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
