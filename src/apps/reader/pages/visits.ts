import { html, raw } from "hono/html";
import { readTypedFilter } from "../../../answers/visits/index.ts";
import { drawTimeline } from "../../../exports/index.ts";
import { type FilterButton, localeFor, vietnamDay } from "../../../locale/index.ts";
import type { Register, Visit, VisitFacets, VisitFilter } from "../../../model/index.ts";
import { sideName } from "../../../visits/register/index.ts";
import {
  ALL_VISITS,
  factsOf,
  filterValues,
  NO_YEAR,
  visitTitle,
  withValue,
} from "../../shared/index.ts";
import { PARAMETERS, type PATHS } from "../links.ts";
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

/** Values that a choice offers; others are found by typing. */
const MAX_CHOICES = 200;
const CHOICES: readonly FilterButton[] = ["year", "counterpart", "place"];

/** What a list is filtered by, as the address says it. */
export interface FilterInput {
  readonly words: string;
  /** A row of the timeline, as it is labelled there; it goes before other times. */
  readonly time: string;
  readonly chosen: Readonly<Partial<Record<FilterButton, string>>>;
  readonly page: number;
}

interface ReadFilter {
  readonly filter: VisitFilter;
  /** Why nothing is shown, in words; null: something is. */
  readonly problem: string | null;
}

function readFilter(
  { words, time, chosen }: FilterInput,
  register: Register,
  { locale }: PageContext,
): ReadFilter {
  const { visits } = locale;
  const today = vietnamDay(new Date());
  const typed = readTypedFilter(words, today, register);
  const picked = CHOICES.reduce((rest: VisitFilter, by) => {
    const value = chosen[by];
    return value === undefined ? rest : withValue(rest, by, value);
  }, typed.filter);
  const { from, to } = readTypedFilter(time, today, register).filter;
  const filter = from === undefined || to === undefined ? picked : { ...picked, from, to };
  const all = () => factsOf(register, {});
  if (!register.has({})) return { filter, problem: visits.emptyRegister };
  if (typed.impossible !== null)
    return { filter, problem: visits.impossible(typed.impossible, all()) };
  if (register.has(filter)) return { filter, problem: null };
  return { filter, problem: visits.nothing(visits.scope(filter), all()) };
}

/** The parameters that say a filter; `changes` replaces some. */
function queryOf(
  { words, time, chosen }: FilterInput,
  changes: Readonly<Record<string, string>> = {},
) {
  const query: Record<string, string> = {};
  if (words !== "") query[PARAMETERS.words] = words;
  if (time !== "") query[PARAMETERS.time] = time;
  for (const by of CHOICES) if (chosen[by] !== undefined) query[PARAMETERS[by]] = chosen[by];
  return { ...query, ...changes };
}

function choice(
  by: FilterButton,
  { filter }: ReadFilter,
  { chosen }: FilterInput,
  register: Register,
  { visits }: PageContext["locale"],
): Html {
  const values = filterValues(register, filter, by).slice(0, MAX_CHOICES);
  const own = chosen[by];
  const option = (value: string, count: number | null) =>
    html`<option value="${value}"${value === own ? raw(" selected") : ""}>${value === NO_YEAR && by === "year" ? visits.noYear : value}${count === null ? "" : ` (${count})`}</option>`;
  const missing = own !== undefined && !values.some(({ value }) => value === own);
  return html`<div><label for="loc-${by}">${visits.filterButton[by]}</label>
<select id="loc-${by}" name="${PARAMETERS[by]}"><option value="">${visits.anyValue}</option>${missing ? option(own, null) : ""}${values.map(({ value, count }) => option(value, count))}</select></div>`;
}

/** A register that counts each filter's facets once: most choices leave the same filter. */
function countingOnce(register: Register): Register {
  const counted = new Map<string, VisitFacets>();
  return {
    ...register,
    facets(filter) {
      const key = JSON.stringify(filter);
      const facets = counted.get(key) ?? register.facets(filter);
      counted.set(key, facets);
      return facets;
    },
  };
}

function filterForm(
  at: keyof typeof PATHS,
  read: ReadFilter,
  input: FilterInput,
  register: Register,
  { locale, links }: PageContext,
): Html {
  const texts = locale.reader;
  const counted = countingOnce(register);
  const isFiltered = Object.keys(queryOf(input)).length > 0;
  return html`<form role="search" aria-label="${texts.filterVisits}" action="${links.list(at)}">${passField(links)}
<div class="wide"><label for="loc">${texts.filterWords}</label>
<input id="loc" type="search" name="${PARAMETERS.words}" value="${input.words}" maxlength="200" placeholder="${texts.filterHint}"></div>
${CHOICES.map((by) => choice(by, read, input, counted, locale))}
<div class="buttons"><button>${texts.filterButton}</button>${isFiltered ? html`<a href="${links.list(at)}">${locale.visits.clearFilters}</a>` : ""}</div></form>`;
}

const lines = (text: string) => text.split("\n").map((line) => html`<p>${line}</p>`);

function listItem(visit: Visit, { locale, links }: PageContext): Html {
  const { visits } = locale;
  const parts = [
    [visits.host, sideName(visit.host)],
    [visits.guest, sideName(visit.guest)],
    [visits.place, visit.place],
  ].filter(([, value]) => value !== null);
  const [source] = visit.sources;
  return html`<li><a href="${links.visit(visit.id)}">${visitTitle(visit, locale)}</a>
${parts.map(([label, value]) => html`<p class="facts">${label}: <span lang="vi">${value}</span></p>`)}
${parts.length === 0 && source ? html`<p class="facts" lang="vi">${source.title}</p>` : ""}</li>`;
}

/** The register of visits, newest first, in pages, with its filters. */
export function visitsPage(context: PageContext, register: Register, input: FilterInput): Html {
  const { locale, links } = context;
  const { visits, reader } = locale;
  const read = readFilter(input, register, context);
  const { filter, problem } = read;
  const pageFrom = (page: number) =>
    register.find(filter, { offset: (page - 1) * PAGE_SIZE, limit: PAGE_SIZE });
  let shown = html`${problem === null ? "" : lines(problem)}`;
  if (problem === null) {
    let found = pageFrom(input.page);
    const { page, pages } = pageWithin(input.page, found.total);
    if (page < input.page) found = pageFrom(page);
    const heading = visits.heading({ ...found, years: null }, visits.scope(filter));
    const to = (number: number) =>
      links.list("visits", queryOf(input, { [PARAMETERS.page]: String(number) }));
    shown = html`<p class="facts">${heading}</p>
<p class="facts"><a href="${links.list("timeline", queryOf(input))}">${reader.asTimeline}</a></p>
<ol class="list" start="${(page - 1) * PAGE_SIZE + 1}">${found.visits.map((visit) => listItem(visit, context))}</ol>
${pager(page, pages, to, locale)}`;
  }
  const title = reader.navigation.visits;
  const body = html`<h1>${title}</h1>
${filterForm("visits", read, input, register, context)}
${shown}`;
  return layout(context, { title, body, section: "visits" });
}

/** The visits over time as a picture whose parts are links. */
export function timelinePage(context: PageContext, register: Register, input: FilterInput): Html {
  const { locale, links } = context;
  const { reader } = locale;
  const read = readFilter(input, register, context);
  const { filter, problem } = read;
  let shown = html`${problem === null ? "" : lines(problem)}`;
  if (problem === null) {
    const found = register.find(filter, { ...ALL_VISITS, order: "oldest" });
    // The picture's own words are Vietnamese.
    const svg = drawTimeline(found, localeFor("vi").visits.scope(filter), {
      visit: (visit) => ({ address: links.visit(visit.id), title: visitLine(visit, locale) }),
      row: (label) => links.list("visits", queryOf({ ...input, time: label })),
    });
    const list = html`<a href="${links.list("visits", queryOf(input))}">${reader.asList}</a>`;
    shown =
      svg === null
        ? html`<p>${reader.noneDated} ${list}</p>`
        : html`<p class="facts">${reader.timelineHint}</p>
<p class="facts">${list}</p>
<figure class="timeline" lang="vi" role="group" aria-label="${reader.navigation.timeline}">${raw(svg)}</figure>`;
  }
  const title = reader.navigation.timeline;
  const body = html`<h1>${title}</h1>
${filterForm("timeline", read, input, register, context)}
${shown}`;
  return layout(context, { title, body, section: "timeline" });
}
