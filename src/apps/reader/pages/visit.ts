import { html } from "hono/html";
import type { Visit, VisitSide, VisitSource } from "../../../model/index.ts";
import { sideName, sideOrigin } from "../../../visits/register/index.ts";
import { visitTitle } from "../../shared/index.ts";
import { type Html, layout, type PageContext } from "./layout.ts";

/** As much of a passage is heard with its link. */
const SPOKEN_CHARS = 60;

/** A visit on a line: when, what, who. */
export function visitLine(visit: Visit, locale: PageContext["locale"]): string {
  const sides = [sideName(visit.host), sideName(visit.guest)].filter((name) => name !== null);
  const who = sides.length === 0 ? "" : ` · ${sides.join(" – ")}`;
  return visitTitle(visit, locale) + who;
}

function sideRows(side: VisitSide, label: string, headWord: string): Html {
  const name = sideName(side);
  if (name === null) return html``;
  const origin = sideOrigin(side);
  const people = [...side.people];
  if (side.head !== null && !people.some((person) => person.name === side.head))
    people.unshift({ name: side.head, position: null });
  const items = people.map(
    (person) =>
      html`<li><span lang="vi">${[person.name, person.position].filter((part) => part !== null).join(", ")}</span>${person.name === side.head ? ` (${headWord})` : ""}</li>`,
  );
  return html`<div><dt>${label}</dt><dd><span lang="vi">${name}${origin === "" || origin === name ? "" : ` (${origin})`}</span>${items.length === 0 ? "" : html`<ul>${items}</ul>`}</dd></div>`;
}

/** The way to a passage in its article; its name tells passages apart for who hears it. */
const readLink = (source: VisitSource, { locale, links }: PageContext): Html => {
  const { readPassage } = locale.reader;
  return html`<a class="facts" href="${links.article(source.articleId, source)}" aria-label="${readPassage}: ${source.quote.slice(0, SPOKEN_CHARS)}">${readPassage}</a>`;
};

/** Matters of a visit, each with the way to where it stands in an article. */
function listed(
  label: string,
  items: readonly string[],
  { sources }: Visit,
  context: PageContext,
): Html {
  if (items.length === 0) return html``;
  const shown = items.map((item) => {
    const source = sources.find(({ quote }) => quote === item);
    const way = source ? html` ${readLink(source, context)}` : "";
    return html`<li><span lang="vi">${item}</span>${way}</li>`;
  });
  return html`<section><h2>${label}</h2><ul>${shown}</ul></section>`;
}

/** The articles of a visit, each with the passages that it was read from, but for those that are shown already. */
function sourcesBut(shown: ReadonlySet<string>, { sources }: Visit, context: PageContext): Html[] {
  const articles = new Map(sources.map((source) => [source.articleId, source.title]));
  return [...articles].map(([id, title]) => {
    const passages = sources.filter(
      ({ articleId, quote }) => articleId === id && !shown.has(quote),
    );
    return html`<li><a lang="vi" href="${context.links.article(id)}">${title}</a>${passages.map(
      (passage) =>
        html`<blockquote><p lang="vi">${passage.quote}</p><p>${readLink(passage, context)}</p></blockquote>`,
    )}</li>`;
  });
}

/** A visit of the register: when, where, both sides with their people, matters, figures, sources. */
export function visitPage(context: PageContext, visit: Visit): Html {
  const { locale } = context;
  const { visits } = locale;
  const fact = (label: string, value: string | null) =>
    value === null ? "" : html`<div><dt>${label}</dt><dd>${value}</dd></div>`;
  const published = visit.date.year === null ? visit.published : null;
  const matters: (readonly [string, readonly string[]])[] = [
    [visits.topics, visit.topics],
    [visits.agreements, visit.agreements],
    [visits.numbers, visit.numbers.map(({ text }) => text)],
  ];
  const shown = new Set(matters.flatMap(([, items]) => items));
  const body = html`<h1>${visitTitle(visit, locale)}</h1>
<dl class="card">${fact(visits.published, published === null ? null : locale.date(published))}${fact(visits.place, visit.place)}${sideRows(visit.host, visits.host, visits.hostHead)}${sideRows(visit.guest, visits.guest, visits.guestHead)}</dl>
${matters.map(([label, items]) => listed(label, items, visit, context))}
<section><h2>${visits.sources}</h2><ul class="list">${sourcesBut(shown, visit, context)}</ul></section>`;
  return layout(context, { title: visitLine(visit, locale), body, section: "visits" });
}
