import { html, raw } from "hono/html";
import type { Locale } from "../../../locale/index.ts";
import { PARAMETERS, type ReaderLinks } from "../links.ts";
import { STYLE } from "../style.ts";

/** Escaped HTML; what stands in the braces of `html` is escaped too. */
export type Html = ReturnType<typeof html>;

/** For whom a page is, and where its links lead. */
export interface PageContext {
  readonly locale: Locale;
  readonly links: ReaderLinks;
}

interface Page {
  readonly title: string;
  readonly body: Html;
  /** The section that the page belongs to. */
  readonly section?: "articles" | "visits" | "timeline";
}

/** A whole page: landmarks, the sections, the body. */
export function layout({ locale, links }: PageContext, { title, body, section }: Page): Html {
  const { site, skip, footer, navigation } = locale.reader;
  const item = (of: NonNullable<Page["section"]>) =>
    html`<li><a href="${links.list(of)}"${of === section ? raw(' aria-current="page"') : ""}>${navigation[of]}</a></li>`;
  return html`<!doctype html>
<html lang="${locale.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} – ${site}</title>
<style>${raw(STYLE)}</style>
</head>
<body>
<a class="skip" href="#noi-dung">${skip}</a>
<header><p class="site">${site}</p><nav aria-label="${navigation.label}"><ul>${item("articles")}${item("visits")}${item("timeline")}</ul></nav></header>
<main id="noi-dung" tabindex="-1">
${body}
</main>
<footer>${footer}</footer>
</body>
</html>
`;
}

/** A form keeps the pass in a field: its own fields take the place of the address' parameters. */
export const passField = ({ pass }: ReaderLinks): Html =>
  html`${pass === null ? "" : html`<input type="hidden" name="${PARAMETERS.pass}" value="${pass}">`}`;

/** Links to the pages before and behind one; nothing for a single page. Pages count from 1. */
export function pager(
  page: number,
  pages: number,
  to: (page: number) => string,
  { reader }: Locale,
): Html {
  if (pages < 2) return html``;
  const before =
    page > 1 ? html`<a rel="prev" href="${to(page - 1)}">◀ ${reader.previousPage}</a>` : "";
  const next =
    page < pages ? html`<a rel="next" href="${to(page + 1)}">${reader.nextPage} ▶</a>` : "";
  return html`<nav class="pager" aria-label="${reader.pages}">${before}<span>${reader.pageOf(page, pages)}</span>${next}</nav>`;
}

/** The page nearest to a wanted one, and how many there are. */
export function pageWithin(
  wanted: number,
  total: number,
  size: number,
): { readonly page: number; readonly pages: number } {
  const pages = Math.max(1, Math.ceil(total / size));
  return { page: Math.min(wanted, pages), pages };
}

/** A page that says what happened and what to do. */
export function problemPage(
  context: PageContext,
  problem: keyof PageContext["locale"]["reader"]["problems"],
): Html {
  const { title, text } = context.locale.reader.problems[problem];
  return layout(context, { title, body: html`<h1>${title}</h1><p>${text}</p>` });
}
