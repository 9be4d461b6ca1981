import { InlineKeyboard } from "grammy";
import { headsOf, officesOf, type Subject, shownVisit } from "../../../answers/visits/index.ts";
import type { Engine } from "../../../engine.ts";
import { knownPlace } from "../../../language/names/index.ts";
import { HOME_COUNTRY } from "../../../language/places/index.ts";
import { type Locale, sourceNote } from "../../../locale/index.ts";
import type { Register, SourceRow, Visit } from "../../../model/index.ts";
import { ALL_VISITS, factsOf } from "../../shared/index.ts";
import { buttons, visitButtons } from "../buttons.ts";
import { type Block, composeMessages, type Run, type ShownMessage } from "../compose.ts";
import { ALL_LIST, type VisitLists } from "./kept-texts.ts";
import { shorten } from "./render-answer.ts";

/** Visits that are shown; the others are a button away. */
const SHOWN = 10;
const NEWEST = 5;
const MAX_OFFICES = 8;
const MAX_HEADS = 5;
const MAX_PARTNERS = 5;
const MAX_LINE_CHARS = 200;
const MAX_TITLE_CHARS = 100;
const BUTTONS_IN_ROW = 5;

const label = (text: string, gap = true): Block => ({
  runs: [{ text: `${text}:`, bold: true }],
  gap,
  keepWithNext: true,
});

/** Articles in the order in which they are cited, each with its number. */
class Sources {
  readonly #visits = new Map<string, { n: number; visit: Visit }>();

  /** " [2]", linked to the passage that tells of a visit. */
  cite(visit: Visit): Run[] {
    const [source] = visit.sources;
    if (source === undefined) return [];
    const { articleId, link } = source;
    const known = this.#visits.get(articleId) ?? { n: this.#visits.size + 1, visit };
    this.#visits.set(articleId, known);
    return [{ text: " " }, { text: `[${known.n}]`, link }];
  }

  blocks(engine: Pick<Engine, "article">, locale: Locale): Block[] {
    if (this.#visits.size === 0) return [];
    const rows = [...this.#visits].map(([id, { n, visit }]): Block => {
      const [source] = visit.sources;
      const article = engine.article(id)?.article ?? null;
      const title = shorten(source?.title ?? "", MAX_TITLE_CHARS);
      const link = article?.url ?? source?.link ?? null;
      const note = article === null ? "" : sourceNote(article, locale);
      return { runs: [{ text: `[${n}] ` }, { text: title, link }, { text: note }] };
    });
    return [label(locale.following.sources), ...rows];
  }
}

/** One line of a visit: "21/1/2025: Lạng Sơn tiếp đoàn Bằng Tường". */
const lineOf = (visit: Visit, locale: Locale) =>
  shorten(locale.register.visit(shownVisit(visit, locale).line), MAX_LINE_CHARS);

const numbered = (visits: readonly Visit[], sources: Sources | null, locale: Locale): Block[] =>
  visits.map((visit, i) => ({
    runs: [{ text: `${i + 1}. ${lineOf(visit, locale)}` }, ...(sources?.cite(visit) ?? [])],
  }));

/** A button for each of the visits, which opens its card. */
function openButtons(
  keyboard: InlineKeyboard,
  visits: readonly Visit[],
  listId: string,
): InlineKeyboard {
  for (const [i, { id }] of visits.entries()) {
    if (i > 0 && i % BUTTONS_IN_ROW === 0) keyboard.row();
    keyboard.text(String(i + 1), visitButtons.open.data(listId, 0, id));
  }
  return keyboard.row();
}

interface PageDeps {
  readonly engine: Pick<Engine, "article" | "register" | "sources">;
  readonly visitLists: VisitLists;
}

function officeBlocks(name: string, visits: readonly Visit[], sources: Sources, locale: Locale) {
  const offices = officesOf(name, visits).slice(-MAX_OFFICES);
  if (offices.length === 0) return [];
  const lines = offices.map(({ position, years, visit }): Block => {
    const span =
      years === null
        ? ""
        : years.first === years.last
          ? years.first
          : `${years.first}–${years.last}`;
    const lead = span === "" ? "" : `${span}: `;
    return {
      runs: [{ text: `• ${lead}${shorten(position, MAX_LINE_CHARS)}` }, ...sources.cite(visit)],
    };
  });
  return [label(locale.following.offices), ...lines];
}

function headBlocks(place: string, visits: readonly Visit[], sources: Sources, locale: Locale) {
  const heads = headsOf(place, visits).slice(0, MAX_HEADS);
  if (heads.length === 0) return [];
  return [
    label(locale.following.heads),
    ...heads.map(({ name, position, visit }): Block => {
      const office = position === null ? "" : `, ${position}`;
      return {
        runs: [{ text: shorten(`• ${name}${office}`, MAX_LINE_CHARS) }, ...sources.cite(visit)],
      };
    }),
  ];
}

/** With whom a place of the corpus' own country deals; of other places that is this country. */
function partnerBlocks(register: Register, { name, filter }: Subject, locale: Locale): Block[] {
  if (knownPlace(name)?.country !== HOME_COUNTRY) return [];
  const partners = register
    .facets(filter)
    .counterparts.filter(({ value }) => knownPlace(value)?.rank !== "country")
    .slice(0, MAX_PARTNERS);
  if (partners.length === 0) return [];
  const names = partners.map(({ value, count }) => `${value} (${count})`).join(", ");
  return [
    { runs: [{ text: `${locale.following.partners}: `, bold: true }, { text: names }], gap: true },
  ];
}

/** A person or place: offices by date or who spoke for it, the newest meetings with their sources, and ways on. */
export function subjectPage(subject: Subject, deps: PageDeps, locale: Locale): ShownMessage {
  const { engine, visitLists } = deps;
  const { name, filter, kind } = subject;
  const register = engine.register();
  const { visits: all } = register.find(filter, ALL_VISITS);
  const newest = all.slice(0, SHOWN);
  const sources = new Sources();
  const { meetings: heading, all: allButton, follow } = locale.following;
  const facts = factsOf(register, filter);
  const about =
    kind === "person"
      ? officeBlocks(name, all, sources, locale)
      : [...partnerBlocks(register, subject, locale), ...headBlocks(name, all, sources, locale)];
  const message = composeMessages([
    { runs: [{ text: name, bold: true }] },
    ...about,
    label(heading(facts, newest.length)),
    ...numbered(newest, sources, locale),
    ...sources.blocks(engine, locale),
  ])[0]!;
  const list = visitLists.keep(filter);
  const keyboard = openButtons(new InlineKeyboard(), newest, list);
  if (all.length > newest.length)
    keyboard.text(allButton(all.length), visitButtons.page.data(list, 0));
  keyboard.text(follow, buttons.follow.data(list));
  return { message, keyboard };
}

/** Visits that are new in the articles; those beyond the shown ones are counted. */
export function newsMessage(visits: readonly Visit[], names: string, locale: Locale): ShownMessage {
  const { news, moreNews } = locale.following;
  const shown = visits.slice(0, SHOWN);
  const left = visits.length - shown.length;
  const message = composeMessages([
    { runs: [{ text: news(visits.length, names), bold: true }] },
    ...numbered(shown, null, locale),
    ...(left > 0 ? [{ runs: [{ text: moreNews(left) }] }] : []),
  ])[0]!;
  return { message, keyboard: openButtons(new InlineKeyboard(), shown, ALL_LIST) };
}

const rowBlock = (row: SourceRow, locale: Locale): Block => ({
  runs: [
    { text: "• " },
    { text: shorten(row.title, MAX_TITLE_CHARS), link: row.url },
    { text: sourceNote(row, locale) },
  ],
});

/** The newest visits and articles; null where there are neither. */
export function latestPage({ engine }: PageDeps, locale: Locale): ShownMessage | null {
  const { following } = locale;
  const { visits } = engine.register().find({ planned: false }, { offset: 0, limit: NEWEST });
  const { rows } = engine.sources(0, NEWEST);
  if (rows.length === 0) return null;
  const keyboard = openButtons(new InlineKeyboard(), visits, ALL_LIST);
  if (visits.length > 0) keyboard.text(following.allVisits, visitButtons.page.data(ALL_LIST, 0));
  keyboard.text(following.allArticles, buttons.sources.data(0));
  const told =
    visits.length === 0
      ? []
      : [label(following.latestVisits, false), ...numbered(visits, null, locale)];
  const message = composeMessages([
    ...told,
    label(following.latestArticles, told.length > 0),
    ...rows.map((row) => rowBlock(row, locale)),
  ])[0]!;
  return { message, keyboard };
}
