import { Composer, InlineKeyboard } from "grammy";
import { localeFor } from "../../../locale/index.ts";
import { answerQuestion } from "../answer-question.ts";
import { buttons } from "../buttons.ts";
import { setAdminMenu } from "../command-menu.ts";
import { type BotContext, conversationOf } from "../context.ts";
import { sendText } from "../delivery/send.ts";
import type { FeatureDeps } from "../feature-deps.ts";
import { tolerate } from "../middlewares/errors.ts";

/** `/start` and its example buttons; a greeting where the bot is added to a group. */
export function startFeature(deps: FeatureDeps): Composer<BotContext> {
  const feature = new Composer<BotContext>();

  feature.command("start", async (ctx) => {
    const { telegram, language } = ctx.locale;
    const keyboard = new InlineKeyboard();
    telegram.examples.forEach((example, i) => {
      keyboard.text(example, buttons.example.data(language, i)).row();
    });
    const { articles } = deps.engine.status();
    await sendText(ctx, `${telegram.start(articles)}\n\n${telegram.examplesLabel}`, keyboard);
    // At start-up Telegram refuses the menu of an admin who has not written to the bot yet.
    if (ctx.chat.type === "private" && deps.adminIds.has(ctx.chat.id)) {
      await setAdminMenu(ctx.api, ctx.chat.id, deps);
    }
  });

  feature.callbackQuery(buttons.example.pattern, async (ctx, next) => {
    // A message sent by way of another chat has no place for an answer.
    if (ctx.chat === undefined) return await next();
    await tolerate(ctx.answerCallbackQuery());
    const [language, at] = buttons.example.read(ctx.match);
    const example = localeFor(language).telegram.examples[at]!;
    await answerQuestion(ctx, example, deps, { showQuestion: true });
  });

  feature.on("message:new_chat_members:me", async (ctx) => {
    await sendText(ctx, ctx.locale.telegram.addedToGroup(ctx.me.username));
  });

  return feature;
}

/** `/help`. Admins are told where inline mode is not switched on: only @BotFather can do that. */
export function helpFeature({ adminIds }: Pick<FeatureDeps, "adminIds">): Composer<BotContext> {
  const feature = new Composer<BotContext>();
  feature.command("help", async (ctx) => {
    const { telegram, visits } = ctx.locale;
    const parts = [telegram.help(ctx.me.username)];
    if (ctx.me.supports_inline_queries) parts.push(visits.inlineHelp(ctx.me.username));
    else if (adminIds.has(ctx.from?.id ?? 0)) parts.push(visits.inlineOff);
    await sendText(ctx, parts.join("\n\n"));
  });
  return feature;
}

/** `/reset`: the next question of the chat stands by itself. */
export function resetFeature({
  conversations,
}: Pick<FeatureDeps, "conversations">): Composer<BotContext> {
  const feature = new Composer<BotContext>();
  feature.command("reset", async (ctx) => {
    conversations.forget(conversationOf(ctx));
    await sendText(ctx, ctx.locale.answer.resetDone);
  });
  return feature;
}

/** `/status`. */
export function statusFeature({ engine }: FeatureDeps): Composer<BotContext> {
  const feature = new Composer<BotContext>();
  feature.command("status", async (ctx) => {
    await sendText(ctx, ctx.locale.telegram.status(engine.status()));
  });
  return feature;
}
