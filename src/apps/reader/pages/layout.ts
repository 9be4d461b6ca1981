import { createHash } from "node:crypto";
import { html, raw } from "hono/html";
import type { Locale } from "../../../locale/index.ts";
import { PARAMETERS, type ReaderLinks } from "../links.ts";

/** All of the reader's style, within each page: a page is one request. */
const STYLE = `
:root{--paper:#fff;--ink:#1a1a1a;--grey:#595959;--line:#d9d9d9;--link:#0b57b0;--mark:#ffe08a;--mark-ink:#1a1a1a;--field:#fff}
@media (prefers-color-scheme:dark){:root{--paper:#16181c;--ink:#e8e8e8;--grey:#a9adb5;--line:#3a3f47;--link:#8ab8ff;--mark:#6b5500;--mark-ink:#fff;--field:#1f2329}}
*{box-sizing:border-box}
html{scroll-padding-top:25vh}
body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.6 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;overflow-wrap:anywhere}
body>header,main,footer{max-width:46rem;margin:0 auto;padding:0 1rem}
a{color:var(--link);text-underline-offset:.15em}
:focus-visible{outline:3px solid var(--link);outline-offset:2px}
main:focus{outline:none}
.skip{position:absolute;left:-999rem}
.skip:focus{left:1rem;top:.5rem;background:var(--paper);padding:.5rem;z-index:1}
body>header{padding-top:.75rem;border-bottom:1px solid var(--line)}
.site{margin:0;font-weight:600}
nav ul{list-style:none;display:flex;flex-wrap:wrap;gap:0 1rem;margin:0;padding:0;font-size:1rem}
body>header a{display:inline-block;padding:.6rem 0}
a[aria-current]{color:var(--ink);font-weight:600}
footer{padding:2rem 1rem;color:var(--grey);font-size:.875rem}
h1{font-size:1.5rem;line-height:1.3;margin:1.25rem 0 .75rem}
h2{font-size:1.125rem;line-height:1.4;margin:1.5rem 0 .5rem}
p{margin:.5rem 0}
.facts{color:var(--grey);font-size:.9375rem}
dl{margin:.5rem 0}
dl.facts div{display:inline-block;margin-right:1.25rem}
dt,dd{display:inline;margin:0}
dt::after{content:": "}
.card dt{font-weight:600}
.card>div{margin:.5rem 0}
.card ul{margin:.25rem 0}
.notice{border-left:4px solid var(--mark);padding:.25rem .75rem}
.text{margin-top:1.25rem}
.text p,.text h2,blockquote p{white-space:pre-line}
.text p{margin:0 0 1rem}
.lead{font-weight:600}
.caption,.byline{color:var(--grey);font-size:.9375rem}
.caption{border-left:3px solid var(--line);padding-left:.75rem}
mark{background:var(--mark);color:var(--mark-ink);padding:.1em 0;scroll-margin:25vh 0}
mark:focus{outline:none}
mark[id]{scroll-initial-target:nearest}
blockquote{margin:.5rem 0;padding-left:.75rem;border-left:3px solid var(--line)}
.list{padding-left:0;list-style:none}
.list>li{margin:0;padding:.75rem 0;border-bottom:1px solid var(--line)}
.list>li>a{font-weight:600}
.list p{margin:.125rem 0}
form{display:grid;grid-template-columns:3fr 4fr 4fr;gap:.5rem;align-items:end;margin:1rem 0}
.wide,.buttons,form>label,form>p,form>input,form>button{grid-column:1/-1}
form>div,select{min-width:0}
label{display:block;font-size:.9375rem;color:var(--grey)}
input,select,button{font:inherit;color:inherit;background:var(--field);border:1px solid var(--grey);border-radius:.375rem;padding:.5rem .625rem;width:100%;min-width:0}
button{width:auto;justify-self:start;padding:.5rem 1.25rem;background:var(--link);border-color:var(--link);color:var(--paper);font-weight:600}
.buttons{display:flex;gap:1.25rem;align-items:center}
.pager{display:flex;flex-wrap:wrap;gap:.5rem 1.25rem;margin:1rem 0}
figure{margin:1rem -1rem}
.timeline svg{width:100%;height:auto;display:block;font-family:inherit}
.timeline a:hover text,.timeline a:focus-visible text{text-decoration:underline}
.timeline a:focus-visible{outline-offset:0}
@media (min-width:40rem){figure{margin:1rem 0}}
@media (prefers-color-scheme:dark){.timeline svg{border-radius:.5rem}
.timeline svg>rect[fill="#ffffff"]{fill:var(--paper)}
.timeline text[fill="#1a1a1a"]{fill:var(--ink)}
.timeline text[fill="#595959"]{fill:var(--grey)}
.timeline text[fill="#332288"]{fill:var(--link)}
.timeline rect[fill="#e3e3e3"]{fill:var(--line)}
.timeline [fill="#332288"]:not(text){fill:#7f74dd}
.timeline [fill="#117733"]{fill:#3aa35c}
.timeline [fill="#882255"]{fill:#c4578d}
.timeline [stroke="#332288"]{stroke:#7f74dd}
.timeline [stroke="#117733"]{stroke:#3aa35c}
.timeline [stroke="#882255"]{stroke:#c4578d}
.timeline circle[fill="#ffffff"]{fill:var(--paper)}}
`;

const hash = createHash("sha256").update(STYLE).digest("base64");

/** Nothing is loaded, no script runs; Telegram's own pages may show the reader within them. */
export const CONTENT_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${hash}'`,
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors https://*.telegram.org",
].join("; ");

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

/** Rows of a page of a list. */
export const PAGE_SIZE = 20;

/** The page nearest to a wanted one, and how many there are. */
export function pageWithin(
  wanted: number,
  total: number,
): { readonly page: number; readonly pages: number } {
  const pages = Math.max(1, Math.ceil(total / PAGE_SIZE));
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
