import { InlineKeyboard } from "grammy";
import { EDIT_FIELDS, type EditField, type Proposal } from "../../../articles/corpus/index.ts";
import { leftOutLetters, recognised } from "../../../articles/parse/index.ts";
import type { Engine } from "../../../engine.ts";
import { formatPartialDate, isoDate } from "../../../language/text/index.ts";
import { type Locale, sourceNote } from "../../../locale/index.ts";
import type { Article, IndexOutcome, LeftOutReason } from "../../../model/index.ts";
import { mergeReports } from "../../../visits/merge/index.ts";
import { readVisits } from "../../../visits/read/index.ts";
import { visitTitle } from "../../shared/index.ts";
import { buttons } from "../buttons.ts";
import { type Block, composeMessages, type RenderedMessage } from "../compose.ts";
import { shorten } from "../messages/render-answer.ts";
import { sidesLine } from "../messages/render-visit.ts";

const MAX_TITLE_CHARS = 250;
const MAX_SOURCE_CHARS = 100;
const MAX_REASON_CHARS = 300;

/** A card: its text and, while there is something to decide, its buttons. */
export interface Card {
  readonly message: RenderedMessage;
  readonly keyboard: InlineKeyboard | null;
}

/** How far a saved article is on its way into the index. */
export type SavedState = { readonly kind: "indexing" } | IndexOutcome;

/** The indexed article that a path in the corpus belongs to. */
const indexedAt = (engine: Pick<Engine, "article">, path: string) =>
  engine.article(articleIdOf(path))?.article ?? null;

/** Id of the article in a corpus file. */
export const articleIdOf = (path: string) => path.replace(/\.[^./]+$/u, "");

/** Title, source, dates and length of an article. */
export function articleFacts(article: Article, locale: Locale): Block[] {
  const { adding } = locale.corpus;
  const { title, url, source, published, syllables } = recognised(article);
  const lines: readonly (readonly [string, string])[] = [
    [adding.source, source === null ? adding.unknown : shorten(source, MAX_SOURCE_CHARS)],
    [adding.published, published === null ? adding.unknown : locale.date(published)],
    [adding.event, eventDay(article, locale)],
    ...(article.isSummary
      ? [[locale.desk.editing.field.kind, locale.desk.editing.kind.summary] as const]
      : []),
    [adding.length, lengthOf(article, syllables, adding)],
    ...(article.image === undefined
      ? []
      : [[adding.readFrom, adding.pictures(article.image)] as const]),
    ...leftOutLine(article, locale),
  ];
  return [
    { runs: [{ text: shorten(title, MAX_TITLE_CHARS), bold: true, link: url }], gap: true },
    ...lines.map(([label, value]): Block => ({ runs: [{ text: `${label}: ${value}` }] })),
  ];
}

function lengthOf(
  { leftOutChars }: Article,
  syllables: number,
  adding: Locale["corpus"]["adding"],
): string {
  const words = adding.words(syllables);
  return leftOutChars === undefined ? words : `${words} (⚠️ ${adding.cutOff(leftOutChars)})`;
}

/** How much of the source did not get into the article, and why. */
function leftOutLine({ leftOut }: Article, locale: Locale): [string, string][] {
  const { adding } = locale.corpus;
  const letters = leftOut == null ? 0 : leftOutLetters(leftOut);
  if (leftOut == null || letters === 0) return [];
  const reasons = Object.entries(leftOut.left).map(
    ([reason, count]) => `${adding.leftOutReasons[reason as LeftOutReason]}: ${count}`,
  );
  return [[adding.leftOut, adding.leftOutOf(letters, leftOut.source, reasons.join("; "))]];
}

function eventDay({ event }: Article, locale: Locale): string {
  if (event === null) return locale.corpus.adding.unknown;
  const days = [event.date, ...(event.endDate === undefined ? [] : [event.endDate])].map((date) => {
    const iso = isoDate(date);
    return iso === null ? formatPartialDate(date) : locale.date(iso);
  });
  return days.filter((day) => day !== null).join(" – ") || locale.corpus.adding.unknown;
}

/** The card of an article that waits for a decision, or what became of it. One message. */
export function renderCard(
  proposal: Proposal,
  engine: Pick<Engine, "article">,
  locale: Locale,
  state: SavedState = { kind: "indexing" },
): Card {
  const { decision } = proposal;
  if (decision !== null) {
    const { path, by } = decision;
    const isIndexed = state.kind === "done" && path !== null;
    const article = (isIndexed && indexedAt(engine, path)) || proposal.article;
    const keyboard = isIndexed
      ? new InlineKeyboard().text(
          locale.desk.editing.editButton,
          buttons.card.data("edit", proposal.id),
        )
      : null;
    return { message: decided(article, { path, by }, state, locale), keyboard };
  }
  const { adding } = locale.corpus;
  const { article, replaces, alike, by } = proposal;
  const heading =
    replaces !== null
      ? adding.updateHeading
      : by.id === null
        ? adding.feedHeading(by.name)
        : adding.heading;
  const blocks: Block[] = [
    { runs: [{ text: heading, italic: true }] },
    ...articleFacts(article, locale),
    ...visitBlocks(article, locale),
    { runs: [{ text: recognised(article).opening }], quote: true, gap: true },
  ];
  const similar = replaces ?? alike?.path ?? null;
  if (similar !== null) {
    const there = indexedAt(engine, similar);
    const title = shorten(there?.title ?? similar, MAX_TITLE_CHARS);
    const note = there === null ? "" : sourceNote(there, locale);
    const text =
      replaces !== null || alike == null
        ? adding.same({ title, note })
        : adding.alike({ title, note }, shortened(alike));
    blocks.push({ runs: [{ text: `⚠️ ${text}` }], gap: true });
  }
  return { message: composeMessages(blocks)[0]!, keyboard: cardButtons(proposal, locale) };
}

/** Blocks that are read for a card: it is shown several times, and of a sheet the first rows say enough. */
const READ_BLOCKS = 100;
const SHOWN_VISITS = 3;

/** The visits that the register would take from an article, or that there are none. */
function visitBlocks(article: Article, locale: Locale): Block[] {
  const { visit, noVisit, moreVisits } = locale.desk.recognised;
  const blocks = article.blocks.slice(0, READ_BLOCKS);
  const visits = mergeReports(readVisits({ ...article, blocks }), () => article);
  if (visits.length === 0)
    return blocks.length < article.blocks.length ? [] : [{ runs: [{ text: `⚠️ ${noVisit}` }] }];
  const lines = visits
    .slice(0, SHOWN_VISITS)
    .map((one) => `${visit}: ${visitTitle(one, locale)}: ${sidesLine(one)}`);
  const left = visits.length - SHOWN_VISITS;
  if (left > 0) lines.push(moreVisits(left));
  return lines.map((text) => ({ runs: [{ text }] }));
}

function decided(
  article: Article,
  { path, by }: { readonly path: string | null; readonly by: string },
  state: SavedState,
  locale: Locale,
): RenderedMessage {
  const { adding } = locale.corpus;
  const { title, url } = article;
  const name: Block = { runs: [{ text: shorten(title, MAX_TITLE_CHARS), link: url }] };
  if (path === null)
    return composeMessages([{ runs: [{ text: adding.dropped(by), italic: true }] }, name])[0]!;
  const lines = [adding.id(articleIdOf(path)), outcomeText(state, path, adding)];
  return composeMessages([
    { runs: [{ text: `✅ ${adding.saved(by)}`, bold: true }] },
    ...articleFacts(article, locale),
    ...lines.map((text): Block => ({ runs: [{ text }], gap: true })),
  ])[0]!;
}

/** What became of a proposal that does not wait any more, in a line. */
export function standing(proposal: Proposal | null, { corpus }: Locale): string {
  const { gone, saved, dropped } = corpus.adding;
  if (proposal?.decision == null) return gone;
  const { path, by } = proposal.decision;
  return path === null ? dropped(by) : saved(by);
}

function outcomeText(state: SavedState, path: string, adding: Locale["corpus"]["adding"]): string {
  if (state.kind === "indexing") return adding.indexing;
  if (state.kind === "failed")
    return adding.notIndexed({ ...state, reason: shorten(state.reason, MAX_REASON_CHARS) });
  if (state.kind !== "done") return adding.notIndexed(state);
  const failure = state.counters.failures.find((one) => one.path === path);
  return failure === undefined ? adding.indexed : adding.fileSkipped(failure.reason);
}

/** A difference may be of any length. */
const MAX_DIFFERENCE_CHARS = 60;

function shortened({ own, other }: NonNullable<Proposal["alike"]>) {
  return { own: shorten(own, MAX_DIFFERENCE_CHARS), other: shorten(other, MAX_DIFFERENCE_CHARS) };
}

function cardButtons(
  { id, replaces, alike, by }: Proposal,
  { corpus, desk }: Locale,
): InlineKeyboard {
  const { adding } = corpus;
  const keyboard = new InlineKeyboard();
  if (replaces === null && alike == null)
    keyboard.text(adding.saveButton, buttons.card.data("save", id));
  else {
    keyboard
      .text(adding.updateButton, buttons.card.data("update", id))
      .text(adding.newButton, buttons.card.data("new", id));
    keyboard.row();
  }
  return keyboard
    .text(desk.editing.editButton, buttons.card.data("edit", id))
    .text(by.id === null ? adding.skipButton : adding.cancelButton, buttons.card.data("drop", id));
}

/** The buttons of what can be mended of an article, and one that leads back. */
export function fieldButtons(
  dataOf: (field: EditField) => string,
  back: string,
  { desk }: Locale,
): InlineKeyboard {
  const keyboard = new InlineKeyboard();
  for (const [i, field] of EDIT_FIELDS.entries()) {
    if (i % 3 === 0) keyboard.row();
    keyboard.text(desk.editing.field[field], dataOf(field));
  }
  return keyboard.row().text(desk.editing.doneButton, back);
}
