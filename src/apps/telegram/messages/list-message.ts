import { InlineKeyboard } from "grammy";
import { readTypedFilter } from "../../../answers/visits/index.ts";
import { type FilterButton, type Locale, vietnamDay } from "../../../locale/index.ts";
import type { Register, VisitFilter } from "../../../model/index.ts";
import { factsOf, filterValues, NO_YEAR, setValue } from "../../shared/index.ts";
import { addPager, exportButtons, valueCode, visitButtons } from "../buttons.ts";
import { composeMessages, type RenderedMessage, type ShownMessage } from "../compose.ts";
import type { BotContext } from "../context.ts";
import { tolerate } from "../middlewares/errors.ts";
import { ALL_LIST, type VisitLists } from "./kept-texts.ts";
import { shorten } from "./render-answer.ts";
import { visitLines } from "./render-visit.ts";

/** What a command is to show: the visits of a filter, or words that say why there are none. */
type Typed =
  | { readonly filter: VisitFilter; readonly scope: string }
  | { readonly problem: string };

/** Why nothing matches a filter, and what there is. */
export function nothingFound(register: Register, scope: string, { visits }: Locale): string {
  const all = factsOf(register, {});
  if (all.total === 0) return visits.emptyRegister;
  return `${visits.nothing(scope, all)}\n${visits.tryFewer}`;
}

/** Reads the filter behind a command; that it matches something is not checked. */
export function typedFilter(text: string, register: Register, locale: Locale): Typed {
  const { visits } = locale;
  const { filter, impossible } = readTypedFilter(text, vietnamDay(new Date()), register);
  if (impossible === null) return { filter, scope: visits.scope(filter) };
  const all = factsOf(register, {});
  return {
    problem: all.total === 0 ? visits.emptyRegister : visits.impossible(impossible, all),
  };
}

const PAGE_SIZE = 5;
const VALUES_PER_PAGE = 12;
const MAX_BUTTON_CHARS = 22;
const FILTER_BUTTONS: readonly FilterButton[] = ["year", "counterpart", "place"];

/** The list that is shown: its id in `VisitLists` and what it is filtered by. */
interface ShownList {
  readonly id: string;
  readonly filter: VisitFilter;
}

const textMessage = (text: string): RenderedMessage =>
  composeMessages(text.split("\n").map((line) => ({ runs: [{ text: line }] })))[0]!;

function addFilters(keyboard: InlineKeyboard, { id, filter }: ShownList, locale: Locale): void {
  const { visits } = locale;
  for (const by of FILTER_BUTTONS) {
    const value = setValue(filter, by);
    const label = value === NO_YEAR ? visits.noYear : value;
    const text = label === null ? `${visits.filterButton[by]} ▾` : `✓ ${label}`;
    keyboard.text(shorten(text, MAX_BUTTON_CHARS), visitButtons.menu.data(id, by, 0));
  }
  keyboard.row();
  if (id !== ALL_LIST)
    keyboard.text(visits.clearFilters, visitButtons.page.data(ALL_LIST, 0)).row();
}

/**
 * A page of a list, newest first, with buttons that open its visits, turn it and filter it; the nearest
 * page where the list has become shorter. Where nothing matches, what there is instead.
 */
export function listMessage(
  register: Register,
  list: ShownList,
  wanted: number,
  locale: Locale,
): ShownMessage {
  const { visits: texts } = locale;
  const keyboard = new InlineKeyboard();
  const scope = texts.scope(list.filter);
  let page = wanted;
  let found = register.find(list.filter, { offset: page * PAGE_SIZE, limit: PAGE_SIZE });
  if (found.total === 0) {
    if (register.has({})) addFilters(keyboard, list, locale);
    return { message: textMessage(nothingFound(register, scope, locale)), keyboard };
  }
  const pages = Math.ceil(found.total / PAGE_SIZE);
  if (page >= pages) {
    page = pages - 1;
    found = register.find(list.filter, { offset: page * PAGE_SIZE, limit: PAGE_SIZE });
  }
  const first = page * PAGE_SIZE + 1;
  const blocks = found.visits.flatMap((visit, i) => visitLines(visit, first + i, locale));
  for (const [i, { id }] of found.visits.entries())
    keyboard.text(String(first + i), visitButtons.open.data(list.id, page, id));
  addPager(keyboard, page, pages, (to) => visitButtons.page.data(list.id, to));
  keyboard.row();
  addFilters(keyboard, list, locale);
  keyboard.text(locale.exports.download, exportButtons.choose.data(list.id));
  const { total, articles } = found;
  const heading = texts.heading({ total, articles, years: null }, scope);
  const message = composeMessages([{ runs: [{ text: heading }] }, ...blocks])[0]!;
  return { message, keyboard };
}

/** The values of a filter to choose from, most frequent first, in pages. */
export function menuMessage(
  register: Register,
  list: ShownList,
  by: FilterButton,
  wanted: number,
  locale: Locale,
): ShownMessage {
  const { visits: texts } = locale;
  const values = filterValues(register, list.filter, by);
  const pages = Math.max(1, Math.ceil(values.length / VALUES_PER_PAGE));
  const page = Math.min(wanted, pages - 1);
  const keyboard = new InlineKeyboard();
  const columns = by === "year" ? 3 : 2;
  values.slice(page * VALUES_PER_PAGE, (page + 1) * VALUES_PER_PAGE).forEach((facet, i) => {
    if (i > 0 && i % columns === 0) keyboard.row();
    const label = facet.value === NO_YEAR ? texts.noYear : facet.value;
    const text = `${shorten(label, MAX_BUTTON_CHARS)} (${facet.count})`;
    keyboard.text(text, visitButtons.set.data(list.id, by, valueCode(facet.value)));
  });
  addPager(keyboard, page, pages, (to) => visitButtons.menu.data(list.id, by, to));
  keyboard.row();
  if (setValue(list.filter, by) !== null)
    keyboard.text(texts.anyValue, visitButtons.set.data(list.id, by, null));
  keyboard.text(texts.back, visitButtons.page.data(list.id, 0));
  const scope = texts.scope(list.filter);
  const choose = { runs: [{ text: texts.choose[by], bold: true }] };
  const under = scope === "" ? [] : [{ runs: [{ text: scope }] }];
  return { message: composeMessages([...under, choose])[0]!, keyboard };
}

/** The filter of a list whose button was pressed; the press of a forgotten one is answered. */
export async function recalledFilter(
  ctx: BotContext,
  lists: VisitLists,
  id: string,
): Promise<VisitFilter | null> {
  const filter = lists.recall(id);
  if (filter === null) await tolerate(ctx.answerCallbackQuery(ctx.locale.visits.listExpired));
  return filter;
}
