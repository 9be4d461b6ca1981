import { Composer, InlineKeyboard } from "grammy";
import type { UndoOutcome } from "../../corpus/corpus-store.ts";
import type { Locale } from "../../locale/locale.ts";
import { actorOf } from "../actor.ts";
import { callbackPatterns, callbacks } from "../articles/callbacks.ts";
import { changeOrTell } from "../articles/change-or-tell.ts";
import { showIndexed } from "../articles/show-indexed.ts";
import type { BotContext, FeatureDeps } from "../context.ts";
import { tolerate } from "../errors.ts";
import { shorten } from "../render-sources.ts";
import { sendText } from "../send.ts";

const MAX_TITLE_CHARS = 250;

function refusal(outcome: Extract<UndoOutcome, { ok: false }>, { articles }: Locale): string {
  if (outcome.problem === "nothing") return articles.nothingToUndo;
  return outcome.problem === "other" ? articles.undoOther : articles.undoChanged(outcome.path);
}

/** `/undo`: takes the last change of the corpus back, with a question first. Must stand behind the admin gate. */
export function undoFeature(deps: FeatureDeps): Composer<BotContext> {
  const { corpus } = deps;
  const feature = new Composer<BotContext>();

  feature.command("undo", async (ctx) => {
    const { nothingToUndo, confirmUndo, undoButton, cancelButton } = ctx.locale.articles;
    const change = corpus.log.last();
    if (change === null) {
      await sendText(ctx, nothingToUndo);
      return;
    }
    const { id, action, detail } = change;
    const keyboard = new InlineKeyboard()
      .text(undoButton, callbacks.undoNow(id))
      .text(cancelButton, callbacks.noUndo);
    const title = shorten(detail, MAX_TITLE_CHARS);
    await sendText(ctx, confirmUndo({ action, title }), keyboard);
  });

  feature.callbackQuery(callbackPatterns.undoNow, async (ctx) => {
    const actor = actorOf(ctx);
    const outcome = await changeOrTell(ctx, () => corpus.store.undo(actor, Number(ctx.match[1])));
    if (outcome === null) return;
    await tolerate(ctx.answerCallbackQuery());
    if (!outcome.ok) {
      await tolerate(ctx.editMessageText(refusal(outcome, ctx.locale)));
      return;
    }
    const { undone, undoneInIndex } = ctx.locale.articles;
    const { action } = outcome;
    const title = shorten(outcome.title, MAX_TITLE_CHARS);
    await showIndexed(ctx, deps, actor.name, {
      text: undone({ action, title }, actor.name),
      indexed: undoneInIndex,
    });
  });

  feature.callbackQuery(callbacks.noUndo, async (ctx) => {
    await tolerate(ctx.answerCallbackQuery());
    await tolerate(ctx.editMessageText(ctx.locale.articles.notUndone));
  });

  return feature;
}
