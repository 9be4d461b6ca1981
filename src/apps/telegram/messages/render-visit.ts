import type { InlineKeyboard } from "grammy";
import type { Locale } from "../../../locale/index.ts";
import type { Visit, VisitSide, VisitSource } from "../../../model/index.ts";
import { sideName, sideOrigin } from "../../../visits/register/index.ts";
import { visitTitle } from "../../shared/index.ts";
import { visitButtons } from "../buttons.ts";
import { type Block, composeMessages, type RenderedMessage, type Run } from "../compose.ts";
import { shorten } from "./render-answer.ts";

/** What admins can correct of a visit, below its card. */
export function addCorrections(
  keyboard: InlineKeyboard,
  { id, reports = [] }: Visit,
  list: string,
  page: number,
  { desk }: Locale,
): void {
  const { wrongButton, mergeButton, partButton } = desk.correction;
  keyboard
    .row()
    .text(wrongButton, visitButtons.wrong.data(list, page, id))
    .text(mergeButton, visitButtons.merge.data(list, page, id));
  if (reports.length > 1) keyboard.text(partButton, visitButtons.part.data(list, page, id));
}

// A card is edited in place, so all of it must fit into one message; the quotes come last and are cut.
const MAX_NAME_CHARS = 160;
const MAX_PEOPLE = 8;
const MAX_ITEMS = 5;
const MAX_ITEM_CHARS = 220;
const MAX_SOURCES = 5;
const MAX_TITLE_CHARS = 150;
const MAX_CARD_CHARS = 3900;
/** Longest line of a list and of a result that is chosen from. */
const MAX_LINE_CHARS = 120;

const field = (label: string, text: string, { visits }: Locale): Block => ({
  runs: [{ text: visits.labelled(label), bold: true }, { text }],
});

/** The name of a side and, in brackets, who led it. */
function sideLine(side: VisitSide): string | null {
  const name = sideName(side);
  if (name === null) return null;
  const head = side.head === null || side.head === name ? "" : ` (${side.head})`;
  return shorten(name, MAX_LINE_CHARS) + shorten(head, MAX_LINE_CHARS);
}

/** A visit in a list: when and what, who, where. */
export function visitLines(visit: Visit, number: number, locale: Locale): Block[] {
  const { visits } = locale;
  const host = sideLine(visit.host);
  const guest = sideLine(visit.guest);
  const title: Run[] = [{ text: `${number}. ` }, { text: visitTitle(visit, locale), bold: true }];
  const lines: Block[] = [{ runs: title, gap: true, keepWithNext: true }];
  if (host !== null) lines.push({ runs: [{ text: visits.labelled(visits.host) + host }] });
  if (guest !== null) lines.push({ runs: [{ text: visits.labelled(visits.guest) + guest }] });
  if (visit.place !== null)
    lines.push({
      runs: [{ text: visits.labelled(visits.place) + shorten(visit.place, MAX_LINE_CHARS) }],
    });
  // Of a visit without sides the article's title says most.
  if (host === null && guest === null && visit.sources[0] !== undefined)
    lines.push({ runs: [{ text: shorten(visit.sources[0].title, MAX_TITLE_CHARS) }] });
  return lines;
}

/** Both sides on a line, for a result that is chosen from; empty where nobody is known. */
export function sidesLine({ host, guest }: Visit): string {
  const names = [sideName(host), sideName(guest)].filter((name) => name !== null);
  return shorten(names.join(" – "), MAX_LINE_CHARS);
}

function sideBlocks(side: VisitSide, label: string, headWord: string, locale: Locale): Block[] {
  const name = sideName(side);
  if (name === null) return [];
  const origin = sideOrigin(side);
  const blocks = [
    field(label, shorten(origin === "" ? name : `${name} (${origin})`, MAX_NAME_CHARS), locale),
  ];
  const people = [...side.people];
  if (side.head !== null && !people.some((person) => person.name === side.head))
    people.unshift({ name: side.head, position: null });
  for (const { name, position } of people.slice(0, MAX_PEOPLE)) {
    const office = position === null ? "" : `, ${position}`;
    const role = name === side.head ? ` (${headWord})` : "";
    blocks.push({ runs: [{ text: shorten(`• ${name}${office}${role}`, MAX_NAME_CHARS) }] });
  }
  const left = people.length - MAX_PEOPLE;
  if (left > 0) blocks.push({ runs: [{ text: `• ${locale.visits.morePeople(left)}` }] });
  return blocks;
}

function listBlocks(label: string, items: readonly string[], locale: Locale): Block[] {
  if (items.length === 0) return [];
  const left = items.length - MAX_ITEMS;
  return [
    {
      runs: [{ text: locale.visits.labelled(label).trim(), bold: true }],
      gap: true,
      keepWithNext: true,
    },
    ...items
      .slice(0, MAX_ITEMS)
      .map((item): Block => ({ runs: [{ text: `• ${shorten(item, MAX_ITEM_CHARS)}` }] })),
    ...(left > 0 ? [{ runs: [{ text: `• ${locale.visits.moreItems(left)}` }] }] : []),
  ];
}

/** The first passage of each article that tells of a visit. */
const firstOfEach = ({ sources }: Visit) =>
  sources.filter(({ articleId }, i) => sources.findIndex((s) => s.articleId === articleId) === i);

/** The articles that a card lists, numbered as there, each at its first passage. */
export function citedSources(visit: Visit): (VisitSource & { readonly n: number })[] {
  return firstOfEach(visit)
    .slice(0, MAX_SOURCES)
    .map((source, i) => ({ ...source, n: i + 1 }));
}

function sourceBlocks(visit: Visit, locale: Locale): Block[] {
  const cited = citedSources(visit);
  if (cited.length === 0) return [];
  const left = firstOfEach(visit).length - MAX_SOURCES;
  return [
    {
      runs: [{ text: locale.visits.labelled(locale.visits.sources).trim(), bold: true }],
      gap: true,
      keepWithNext: true,
    },
    ...cited.map(
      ({ n, title, link, isSummary }): Block => ({
        runs: [
          { text: `${n}. ` },
          { text: shorten(title, MAX_TITLE_CHARS), link },
          ...(isSummary ? [{ text: ` – ${locale.reading.summaryOf(null)}` }] : []),
        ],
        ...(link === null ? {} : { plainSuffix: `\n${link}` }),
      }),
    ),
    ...(left > 0 ? [{ runs: [{ text: `• ${locale.visits.moreItems(left)}` }] }] : []),
  ];
}

/** The passages that add something, those of a source's own words apart from those of summaries. */
function quoteBlocks(visit: Visit, locale: Locale): Block[] {
  const { visits, reading } = locale;
  // What was said and agreed stands above in the same words.
  const shown = [...visit.topics, ...visit.agreements, ...visit.numbers.map(({ text }) => text)];
  const sources = visit.sources.filter(({ quote }) => !shown.includes(quote.trim()));
  const parts = [
    { name: visits.labelled(visits.quotes).trim(), of: sources.filter((one) => !one.isSummary) },
    { name: reading.summaryQuotes, of: sources.filter((one) => one.isSummary) },
  ];
  return parts.flatMap(({ name, of }): Block[] => {
    const quotes = [...new Set(of.map(({ quote }) => quote.trim()))].filter((q) => q !== "");
    if (quotes.length === 0) return [];
    const label: Block = { runs: [{ text: name, bold: true }], gap: true, keepWithNext: true };
    return [label, ...quotes.map((text): Block => ({ runs: [{ text }], quote: true }))];
  });
}

/**
 * Renders a whole visit in one message: date, place, both sides with their people, topics, agreements,
 * sources with links to the passages, and as many of the passages as there is room for.
 *
 * @param options.quotes Whether the passages are shown; by default they are.
 */
export function renderVisit(
  visit: Visit,
  locale: Locale,
  options: { readonly quotes?: boolean } = {},
): RenderedMessage {
  const { visits } = locale;
  const blocks: Block[] = [
    { runs: [{ text: visitTitle(visit, locale), bold: true }] },
    ...(visit.date.year === null && visit.published !== null
      ? [field(visits.published, locale.date(visit.published), locale)]
      : []),
    ...(visit.place === null
      ? []
      : [field(visits.place, shorten(visit.place, MAX_NAME_CHARS), locale)]),
    ...gapped(sideBlocks(visit.host, visits.host, visits.hostHead, locale)),
    ...gapped(sideBlocks(visit.guest, visits.guest, visits.guestHead, locale)),
    ...listBlocks(visits.topics, visit.topics, locale),
    ...listBlocks(visits.agreements, visit.agreements, locale),
    ...listBlocks(
      visits.numbers,
      visit.numbers.map(({ text }) => text),
      locale,
    ),
    ...sourceBlocks(visit, locale),
    ...(options.quotes === false ? [] : quoteBlocks(visit, locale)),
  ];
  return composeMessages(blocks, MAX_CARD_CHARS)[0]!;
}

function gapped([first, ...others]: readonly Block[]): Block[] {
  return first === undefined ? [] : [{ ...first, gap: true }, ...others];
}
