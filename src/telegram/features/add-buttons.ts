import { Composer } from "grammy";
import type { DateField, Place, Proposal } from "../../corpus/proposals.ts";
import { actorOf } from "../actor.ts";
import { dateButtons, renderCard, standing } from "../adding/card.ts";
import { askDate, dateQuestion } from "../adding/dates.ts";
import { indexSaved, type SaveAs, saveProposal } from "../adding/decide.ts";
import { editCard, refreshCards } from "../adding/show.ts";
import type { BotContext, FeatureDeps } from "../context.ts";
import { tolerate } from "../errors.ts";
import { shorten } from "../render-sources.ts";

/** Longest answer to a press (Bot API, answerCallbackQuery). */
const MAX_ANSWER_CHARS = 200;

const PRESS = /^add:([a-z]+):([0-9a-f]{12})$/u;

/** The buttons of cards. Must stand behind the admin gate. */
export function addButtonsFeature(deps: FeatureDeps): Composer<BotContext> {
  const { corpus, engine } = deps;
  const feature = new Composer<BotContext>();

  /** Takes presses of one button on cards whose article still waits; others are told how it stands. */
  function onPress(
    action: string,
    take: (ctx: BotContext, proposal: Proposal, place: Place) => Promise<void>,
  ): void {
    const presses = feature.callbackQuery(PRESS).filter((ctx) => ctx.match[1] === action);
    presses.use(async (ctx) => {
      const { message } = ctx.callbackQuery;
      if (message === undefined) return;
      const place = { chatId: message.chat.id, messageId: message.message_id };
      const proposal = corpus.proposals.get(ctx.match[2]!);
      // It may not have been written down: a crash can come between the card and that.
      if (proposal !== null) corpus.proposals.shownAt(proposal.id, place);
      if (proposal?.decision === null) return await take(ctx, proposal, place);
      await answer(ctx, standing(proposal, ctx.locale));
      if (proposal === null) await tolerate(ctx.editMessageReplyMarkup());
      // Decided before, by somebody else or by this very press before a crash: then the rest is made up for.
      else if (proposal.decision!.path !== null)
        void indexSaved(ctx.api, proposal, deps, here(ctx));
      else await editCard(ctx.api, place, renderCard(proposal, engine, ctx.locale));
    });
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

  onPress("date", async (ctx, proposal) => {
    await answer(ctx);
    await tolerate(ctx.editMessageReplyMarkup({ reply_markup: dateButtons(proposal, ctx.locale) }));
  });

  onPress("back", async (ctx, proposal, place) => {
    await answer(ctx);
    await editCard(ctx.api, place, renderCard(proposal, engine, ctx.locale));
  });

  for (const field of ["published", "event"] as const satisfies readonly DateField[]) {
    onPress(field, async (ctx, proposal, place) => {
      await answer(ctx);
      await editCard(ctx.api, place, renderCard(proposal, engine, ctx.locale));
      await askDate(ctx, proposal, field, dateQuestion(ctx, proposal, field), deps);
    });
  }

  return feature;
}
