import { html } from "hono/html";
import type { Engine } from "../../../engine.ts";
import { PARAMETERS } from "../links.ts";
import { type Html, layout, type PageContext, pager, pageWithin, passField } from "./layout.ts";

const PAGE_SIZE = 20;

/** The articles, newest first, or those that words find, in pages. */
export function articlesPage(
  context: PageContext,
  engine: Pick<Engine, "sources" | "find">,
  input: { readonly words: string; readonly page: number },
): Html {
  const { locale, links } = context;
  const texts = locale.reader;
  const { words } = input;
  const rowsFrom = (offset: number) =>
    words === "" ? engine.sources(offset, PAGE_SIZE) : engine.find(words, offset, PAGE_SIZE);
  let { total, rows } = rowsFrom((input.page - 1) * PAGE_SIZE);
  const { page, pages } = pageWithin(input.page, total, PAGE_SIZE);
  if (page < input.page) ({ total, rows } = rowsFrom((page - 1) * PAGE_SIZE));
  const to = (number: number) =>
    links.list("articles", {
      ...(words !== "" && { [PARAMETERS.words]: words }),
      [PARAMETERS.page]: String(number),
    });
  const found =
    total === 0
      ? html`<p>${texts.noArticle(words)}</p>`
      : html`<p class="facts">${texts.articlesFound(total, words)}</p>
<ol class="list" start="${(page - 1) * PAGE_SIZE + 1}">${rows.map(
          ({ articleId, title, published, ...row }) => {
            const source = row.isSummary ? locale.reading.summaryOf(row.source) : row.source;
            const facts = [source, locale.date(published)].filter((part) => part !== null);
            return html`<li><a lang="vi" href="${links.article(articleId)}">${title}</a><p class="facts">${facts.join(" · ")}</p></li>`;
          },
        )}</ol>`;
  const body = html`<h1>${texts.navigation.articles}</h1>
<form role="search" action="${links.list("articles")}">${passField(links)}
<label for="tim">${texts.searchArticles}</label>
<input id="tim" type="search" name="${PARAMETERS.words}" value="${words}" maxlength="200" aria-describedby="goi-y">
<button>${texts.searchButton}</button>
<p id="goi-y" class="facts">${texts.searchHint}</p></form>
${found}
${pager(page, pages, to, locale)}`;
  return layout(context, { title: texts.navigation.articles, body, section: "articles" });
}
