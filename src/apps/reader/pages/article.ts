import { html, raw } from "hono/html";
import type { Engine } from "../../../engine.ts";
import type { Article, Block, Passage, Visit } from "../../../model/index.ts";
import { PARAMETERS, PASSAGE_ANCHOR, quoteDigest } from "../links.ts";
import {
  type Html,
  layout,
  PAGE_SIZE,
  type PageContext,
  pager,
  pageWithin,
  passField,
} from "./layout.ts";
import { visitLine } from "./visit.ts";

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
  const { page, pages } = pageWithin(input.page, total);
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

/** A passage as an address names it: from, to, digest of what it was when it was cited. */
const CITED = /^(\d{1,7})-(\d{1,7})(?:-([0-9a-f]{8}))?$/u;

/** The passage of an address: null where the article does not hold it, or not as it was cited. */
function passageIn({ text }: Article, cited: string): Passage | null {
  const [, from, to, digest] = CITED.exec(cited) ?? [];
  const passage = { start: Number(from), end: Number(to) };
  if (from === undefined || passage.start >= passage.end || passage.end > text.length) return null;
  const quote = text.slice(passage.start, passage.end);
  return digest === undefined || digest === quoteDigest(quote) ? passage : null;
}

/** The text of a block, what it holds of the cited passage marked. */
function markedText({ text }: Article, block: Block, passage: Passage | null, anchor: Html): Html {
  const start = Math.max(block.start, passage?.start ?? block.end);
  const end = Math.min(block.end, passage?.end ?? block.end);
  if (start >= end) return html`${text.slice(block.start, block.end)}`;
  return html`${text.slice(block.start, start)}<mark${anchor}>${text.slice(start, end)}</mark>${text.slice(end, block.end)}`;
}

const ELEMENTS: Readonly<Record<Block["kind"], string>> = {
  lead: 'p class="lead"',
  heading: "h2",
  paragraph: "p",
  caption: 'p class="caption"',
  byline: 'p class="byline"',
};

/**
 * The blocks of an article. The first mark takes the focus where the address brings nobody there: Telegram puts words
 * of its own behind the anchor.
 */
function articleText(article: Article, passage: Passage | null): Html[] {
  const cited = article.blocks.find(
    ({ start, end }) => passage !== null && start < passage.end && passage.start < end,
  );
  return article.blocks.map((block) => {
    const element = ELEMENTS[block.kind];
    const anchor = raw(block === cited ? ` id="${PASSAGE_ANCHOR}" tabindex="-1" autofocus` : "");
    const text = markedText(article, block, passage, anchor);
    return html`${raw(`<${element}>`)}${text}${raw(`</${element.split(" ", 1)[0]}>`)}\n`;
  });
}

/** An article with its facts, its text, and the visits that it tells of; opened at a passage where one is cited. */
export function articlePage(
  context: PageContext,
  article: Article,
  visits: readonly Visit[],
  cited: string | null,
): Html {
  const { locale, links } = context;
  const texts = locale.reader;
  const { title, published, event, url, isSummary } = article;
  const source = isSummary ? locale.reading.summaryOf(article.source) : article.source;
  const passage = cited === null ? null : passageIn(article, cited);
  // The register knows the year where the article leaves it out.
  const told = event && { date: event.date, endDate: event.endDate ?? null };
  const recorded = visits.find(
    ({ date }) =>
      told?.date.day != null && date.day === told.date.day && date.month === told.date.month,
  );
  const day = told && locale.visits.date(recorded ?? told);
  const facts = [
    ...(source === null ? [] : [[texts.source, source]]),
    [texts.published, locale.date(published)],
    ...(day === null ? [] : [[texts.eventDay, day]]),
  ];
  const way =
    passage !== null
      ? html`<p class="facts"><a href="#${PASSAGE_ANCHOR}">${texts.toPassage}</a></p>`
      : cited !== null
        ? html`<p class="notice">${texts.passageChanged}</p>`
        : "";
  const original =
    url !== null && /^https?:\/\//iu.test(url)
      ? html`<p><a rel="noopener noreferrer" href="${url}">${locale.reading.original}</a></p>`
      : "";
  const visitList =
    visits.length === 0
      ? ""
      : html`<section aria-labelledby="tham"><h2 id="tham">${texts.visitsTold}</h2><ul class="list">${visits.map(
          (visit) =>
            html`<li><a href="${links.visit(visit.id)}">${visitLine(visit, locale)}</a></li>`,
        )}</ul></section>`;
  const body = html`<article><header><h1 lang="vi">${title}</h1>
<dl class="facts">${facts.map(([label, value]) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>
${isSummary ? html`<p class="facts">${locale.reading.summaryNote}</p>` : ""}${original}${way}</header>
<div class="text" lang="vi">
${articleText(article, passage)}</div></article>
${visitList}`;
  return layout(context, { title, body, section: "articles" });
}
