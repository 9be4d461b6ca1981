import { type Composer, GrammyError, HttpError, InlineKeyboard } from "grammy";
import type { Message } from "grammy/types";
import {
  EDIT_FIELDS,
  type Place,
  type Proposal,
  propose,
  standingOf,
} from "../../../articles/corpus/index.ts";
import { showableUrl } from "../../../articles/fetch/index.ts";
import type { ReadOutcome } from "../../shared/index.ts";
import {
  articleIdOf,
  fieldButtons,
  renderCard,
  type SavedState,
  standing,
} from "../adding/card.ts";
import {
  editCard,
  indexSaved,
  refreshCards,
  type SaveAs,
  saveProposal,
  sendCard,
} from "../adding/decide.ts";
import { askField, editProposal, fieldQuestion, takeField } from "../adding/edit.ts";
import { readFile, readPageAt, readText } from "../adding/read.ts";
import { type AddRequest, addRequest, LongPastes, type Paste } from "../adding/request.ts";
import { articleButtons, buttons } from "../buttons.ts";
import type { BotContext } from "../context.ts";
import { NO_PREVIEW, sendText } from "../delivery/send.ts";
import { turns } from "../delivery/turns.ts";
import type { FeatureDeps } from "../feature-deps.ts";
import { shorten } from "../messages/render-answer.ts";
import { failureText, ToldError, tolerate } from "../middlewares/errors.ts";
import { actorOf } from "../middlewares/gates.ts";

/** Addresses of one message; an office sends a handful, and each costs seconds. */
const MAX_PAGES = 10;
/** Documents that are fetched and read at the same time, over all chats. */
const AT_ONCE = 3;

/** Adding articles: pages, files, posts, pasted texts, and the fields of their cards. Must stand behind the admin gate. */
export function addFeature(feature: Composer<BotContext>, deps: FeatureDeps): void {
  const { corpus, engine, reading, logger } = deps;
  const pastes = new LongPastes();
  const inTurn = turns({ questionsAtOnce: AT_ONCE });

  feature.on("message", async (ctx, next) => {
    if (await takeField(ctx, deps)) return;
    const paste = pastes.continued(ctx.message);
    if (paste !== null) return await goOn(ctx, paste);
    const request = addRequest(ctx.message, ctx.me);
    if (request === null) return await next();
    await take(ctx, request);
  });

  async function take(ctx: BotContext, request: AddRequest): Promise<void> {
    const { adding } = ctx.locale.corpus;
    switch (request.kind) {
      case "usage":
        await sendText(ctx, adding.usage);
        return;
      case "pages":
        return await takePages(ctx, request.urls);
      case "file": {
        const { file, caption } = request;
        const status = await sendText(ctx, adding.readingFile);
        const onPage = (page: number, pages: number) => {
          const text = adding.readingPicture(page, pages);
          void tolerate(ctx.api.editMessageText(status.chat.id, status.message_id, text));
        };
        await show(ctx, status, () =>
          readFile(ctx.api, { file, caption, reading, locale: ctx.locale, logger, onPage }),
        );
        return;
      }
      case "text": {
        const { text, known } = request;
        const status = await sendText(ctx, adding.readingText);
        const proposalId = await show(ctx, status, () =>
          readText(text, known, reading, ctx.locale),
        );
        if (proposalId !== null) pastes.remember({ proposalId, text, last: ctx.message! });
      }
    }
  }

  async function takePages(ctx: BotContext, urls: readonly string[]): Promise<void> {
    const { adding } = ctx.locale.corpus;
    const taken = urls.slice(0, MAX_PAGES);
    const statuses: Message[] = [];
    // In this order, so that what a crash cut off is taken up again in the same messages.
    for (const url of taken)
      statuses.push(await sendText(ctx, adding.readingPage(showableUrl(url))));
    if (taken.length < urls.length) await sendText(ctx, adding.tooMany(MAX_PAGES));
    await Promise.all(
      taken.map((url, i) => show(ctx, statuses[i]!, () => readPageAt(url, reading, ctx.locale))),
    );
  }

  /** Reads, and shows the card, or why there is none, in place of the status. @returns The proposal's id. */
  async function show(
    ctx: BotContext,
    status: Message,
    read: () => Promise<ReadOutcome>,
  ): Promise<string | null> {
    const place = { chatId: status.chat.id, messageId: status.message_id };
    // Read before a crash, which may have come before the card could be seen.
    const before = corpus.proposals.at(place);
    if (before !== null) {
      await editCard(ctx.api, place, renderCard(before, engine, ctx.locale));
      return before.id;
    }
    const instead = async (text: string) => {
      const edit = ctx.api.editMessageText(place.chatId, place.messageId, text, NO_PREVIEW);
      if ((await tolerate(edit)) === null) await sendText(ctx, text);
    };
    let proposal: Proposal;
    try {
      const outcome = await inTurn(ctx.chat?.id ?? 0, "question", read);
      if (!outcome.ok) {
        await instead(outcome.text);
        return null;
      }
      proposal = await propose(engine, corpus.proposals, { ...outcome, by: actorOf(ctx) });
      corpus.proposals.shownAt(proposal.id, place);
    } catch (cause) {
      if (cause instanceof GrammyError || cause instanceof HttpError) throw cause;
      // Else "reading the file" would stand there for ever.
      await instead(failureText(cause, ctx.locale));
      throw new ToldError("an article was not kept", { cause });
    }
    const card = renderCard(proposal, engine, ctx.locale);
    if (!(await editCard(ctx.api, place, card)))
      corpus.proposals.shownAt(proposal.id, await sendCard(ctx.api, place.chatId, card));
    return proposal.id;
  }

  /** The next piece of a pasted text: the card is of all of it then. */
  async function goOn(ctx: BotContext, paste: Paste): Promise<void> {
    pastes.remember(paste);
    const proposal = corpus.proposals.get(paste.proposalId);
    const read = await inTurn(ctx.chat?.id ?? 0, "question", () =>
      readText(paste.text, {}, reading, ctx.locale),
    );
    if (proposal === null || proposal.decision !== null || !read.ok) return;
    const { article, original } = read;
    const changes = { article, original, ...standingOf(await engine.sameAs(article)) };
    corpus.proposals.change(proposal.id, changes);
    const here = { chatId: ctx.chat!.id, locale: ctx.locale };
    await refreshCards(ctx.api, { ...proposal, ...changes }, deps, here);
  }
}

/** How a card is shown whose article has come into the index. */
const INDEXED: SavedState = {
  kind: "done",
  counters: { indexed: 0, updated: 0, unchanged: 0, removed: 0, skipped: 0, failures: [] },
};

/** Longest answer to a press (Bot API, answerCallbackQuery). */
const MAX_ANSWER_CHARS = 200;

/** The buttons of cards. Must stand behind the admin gate. */
export function addButtonsFeature(feature: Composer<BotContext>, deps: FeatureDeps): void {
  const { corpus, engine } = deps;

  /** Takes presses of one button on cards whose article still waits; others are told how it stands. */
  function onPress(
    action: string,
    take: (ctx: BotContext, proposal: Proposal, place: Place) => Promise<void>,
  ): void {
    const presses = feature
      .callbackQuery(buttons.card.pattern)
      .filter((ctx) => buttons.card.read(ctx.match)[0] === action);
    presses.use(async (ctx) => {
      const { message } = ctx.callbackQuery;
      if (message === undefined) return;
      const place = { chatId: message.chat.id, messageId: message.message_id };
      const proposal = corpus.proposals.get(buttons.card.read(ctx.match)[1]);
      // It may not have been written down: a crash can come between the card and that.
      if (proposal !== null) corpus.proposals.shownAt(proposal.id, place);
      if (proposal?.decision === null) return await take(ctx, proposal, place);
      const path = proposal?.decision?.path ?? null;
      if (path !== null && (action === "edit" || action === "back")) {
        await answer(ctx);
        if (action === "edit") await showFields(ctx, proposal!, path);
        else await editCard(ctx.api, place, renderCard(proposal!, engine, ctx.locale, INDEXED));
        return;
      }
      await answer(ctx, standing(proposal, ctx.locale));
      if (proposal === null) await tolerate(ctx.editMessageReplyMarkup());
      // Decided before, by somebody else or by this very press before a crash: then the rest is made up for.
      else if (proposal.decision!.path !== null)
        void indexSaved(ctx.api, proposal, deps, here(ctx));
      else await editCard(ctx.api, place, renderCard(proposal, engine, ctx.locale));
    });
  }

  /** What can be mended of an article that was saved. */
  async function showFields(ctx: BotContext, { id }: Proposal, path: string): Promise<void> {
    const code = deps.articleTexts.keep(articleIdOf(path));
    const reply_markup = fieldButtons(
      (field) => articleButtons.field.data(code, field),
      buttons.card.data("back", id),
      ctx.locale,
    );
    await tolerate(ctx.editMessageReplyMarkup({ reply_markup }));
  }

  const here = (ctx: BotContext) => ({ chatId: ctx.chat!.id, locale: ctx.locale });
  const answer = (ctx: BotContext, text?: string) =>
    tolerate(
      ctx.answerCallbackQuery(text === undefined ? {} : { text: shorten(text, MAX_ANSWER_CHARS) }),
    );

  const save = async (ctx: BotContext, proposal: Proposal, as?: SaveAs) => {
    const { articles, corpus: texts } = ctx.locale;
    const outcome = await saveProposal(proposal, actorOf(ctx), as, deps);
    if (outcome.kind === "failed") {
      const text = shorten(articles.problem[outcome.problem], MAX_ANSWER_CHARS);
      await tolerate(ctx.answerCallbackQuery({ text, show_alert: true }));
    } else if (outcome.kind === "now-there") {
      await answer(ctx, texts.adding.nowThere);
      await refreshCards(ctx.api, outcome.proposal, deps, here(ctx));
    } else {
      await answer(ctx);
      // Not awaited: the chat's next messages are answered while the index is built.
      void indexSaved(ctx.api, outcome.proposal, deps, here(ctx));
    }
  };
  onPress("save", (ctx, proposal) => save(ctx, proposal));
  onPress("update", (ctx, proposal) => save(ctx, proposal, "update"));
  onPress("new", (ctx, proposal) => save(ctx, proposal, "new"));

  onPress("drop", async (ctx, proposal) => {
    const decision = { path: null, by: actorOf(ctx).name };
    corpus.proposals.decide(proposal.id, decision);
    await answer(ctx);
    await refreshCards(ctx.api, { ...proposal, decision }, deps, here(ctx));
  });

  const menu = (ctx: BotContext, { id }: Proposal) =>
    fieldButtons(
      (field) => buttons.card.data(field, id),
      buttons.card.data("back", id),
      ctx.locale,
    );

  onPress("edit", async (ctx, proposal) => {
    await answer(ctx);
    await tolerate(ctx.editMessageReplyMarkup({ reply_markup: menu(ctx, proposal) }));
  });

  onPress("back", async (ctx, proposal, place) => {
    await answer(ctx);
    await editCard(ctx.api, place, renderCard(proposal, engine, ctx.locale));
  });

  for (const field of EDIT_FIELDS) {
    onPress(field, async (ctx, proposal, place) => {
      await answer(ctx);
      const { editing } = ctx.locale.desk;
      if (field === "kind") {
        const reply_markup = new InlineKeyboard()
          .text(editing.kind.original, buttons.card.data("original", proposal.id))
          .text(editing.kind.summary, buttons.card.data("summary", proposal.id))
          .row()
          .text(editing.doneButton, buttons.card.data("back", proposal.id));
        await tolerate(ctx.editMessageReplyMarkup({ reply_markup }));
        return;
      }
      await editCard(ctx.api, place, renderCard(proposal, engine, ctx.locale));
      const text = fieldQuestion(ctx.locale, proposal.article, field);
      await askField(ctx, { proposalId: proposal.id }, field, text, deps);
    });
  }
  for (const kind of ["original", "summary"]) {
    onPress(kind, async (ctx, proposal) => {
      await answer(ctx);
      await editProposal(ctx, proposal, "kind", kind, deps);
    });
  }
}
