import { createHash } from "node:crypto";
import { type Composer, InlineKeyboard } from "grammy";
import type { MaybeInaccessibleMessage } from "grammy/types";
import { LANGUAGES, languageOfTag, localeFor } from "../../../locale/index.ts";
import { answerQuestion } from "../answer-question.ts";
import { buttons } from "../buttons.ts";
import { adminCommands, setAdminMenu, setChatMenu } from "../command-menu.ts";
import { type BotContext, conversationOf } from "../context.ts";
import { NO_PREVIEW, sendText } from "../delivery/send.ts";
import type { FeatureDeps } from "../feature-deps.ts";
import { tolerate } from "../middlewares/errors.ts";

/**
 * Under whom a vote is kept: under the voter only where they asked. In a group the question is somebody else's: the vote
 * gets a number that is the same for a second press on the same answer and leads to nobody.
 */
export function voterOf(userId: number, message: MaybeInaccessibleMessage): number {
  const asker = "reply_to_message" in message ? message.reply_to_message?.from?.id : undefined;
  if (message.chat.type === "private" || asker === userId) return userId;
  return numberOf(userId, message.chat.id, message.message_id);
}

function numberOf(userId: number, chatId: number, messageId: number): number {
  const digest = createHash("sha256").update(`${userId}:${chatId}:${messageId}`).digest();
  return -1 - digest.readUIntBE(0, 6);
}

/** `/privacy`: what is kept of a user; `/forget`: deletes it, after a question. */
export function privacyFeature(feature: Composer<BotContext>, deps: FeatureDeps): void {
  const { feedback, readers, conversations, recent, retentionDays } = deps;

  feature.command("privacy", async (ctx) => {
    const isAdmin = deps.adminIds.has(ctx.from?.id ?? 0);
    await sendText(
      ctx,
      ctx.locale.desk.privacy.about({
        retentionDays,
        logsMessages: deps.logMessages,
        isAdmin,
        isWritten: deps.writer !== null,
      }),
    );
  });

  feature.command("forget", async (ctx) => {
    const { confirm, forgetButton } = ctx.locale.desk.privacy;
    const keyboard = new InlineKeyboard().text(forgetButton, buttons.forget.data());
    await sendText(ctx, confirm, keyboard);
  });

  buttons.forget.on(feature, async (ctx) => {
    const userId = ctx.from.id;
    const said = feedback.forgetUser(userId, (chatId, messageId) =>
      numberOf(userId, chatId, messageId),
    );
    const count = said + readers.forget(userId);
    conversations.forget(conversationOf(ctx));
    if (ctx.chat?.type === "private") recent.forgetChat(ctx.chat.id);
    await deps.writings.cancel(({ senderId }) => senderId === userId);
    await tolerate(ctx.answerCallbackQuery());
    await tolerate(ctx.editMessageText(ctx.locale.desk.privacy.forgotten(count)));
  });
}

/** Each language by its own name. */
const NAMES = { vi: "Tiếng Việt", en: "English", zh: "中文" } as const;

/** `/language`: the bot's own words in the language that a user chooses, in all chats. */
export function languageFeature(feature: Composer<BotContext>, deps: FeatureDeps): void {
  const { readers } = deps;

  feature.command("language", async (ctx) => {
    const { chooseLanguage, autoLanguage } = ctx.locale.following;
    const chosen = readers.language(ctx.from?.id ?? 0);
    const label = (text: string, isSet: boolean) => (isSet ? `✓ ${text}` : text);
    const keyboard = new InlineKeyboard();
    for (const language of LANGUAGES)
      keyboard.text(label(NAMES[language], chosen === language), buttons.language.data(language));
    keyboard.row().text(label(autoLanguage, chosen === null), buttons.language.data("auto"));
    await sendText(ctx, chooseLanguage, keyboard);
  });

  buttons.language.on(feature, async (ctx, choice) => {
    const language = choice === "auto" ? null : choice;
    readers.setLanguage(ctx.from.id, language);
    const reads = language ?? languageOfTag(ctx.from.language_code) ?? deps.language;
    const { languageChosen, languageAuto } = localeFor(reads).following;
    await tolerate(ctx.answerCallbackQuery());
    const told = language === null ? languageAuto : languageChosen;
    if (ctx.chat?.type !== "private") {
      // In a group the buttons stay for the others.
      await sendText(ctx, told);
      return;
    }
    await tolerate(ctx.editMessageText(told, NO_PREVIEW));
    await setChatMenu(ctx.api, ctx.chat.id, language, deps);
  });
}

/** Days whose questions are counted. */
const STATUS_DAYS = 7;

/** `/start` and its example buttons; a greeting where the bot is added to a group. */
export function startFeature(feature: Composer<BotContext>, deps: FeatureDeps): void {
  feature.command("start", async (ctx) => {
    const { telegram, language } = ctx.locale;
    const keyboard = new InlineKeyboard();
    telegram.examples.forEach((example, i) => {
      keyboard.text(example, buttons.example.data(language, i)).row();
    });
    const { articles } = deps.engine.status();
    await sendText(ctx, `${telegram.start(articles)}\n\n${telegram.examplesLabel}`, keyboard);
    // At start-up Telegram refuses the menu of an admin who has not written to the bot yet.
    if (ctx.chat.type === "private" && deps.adminIds.has(ctx.chat.id))
      await setAdminMenu(ctx.api, ctx.chat.id, deps);
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
}

/** `/help`. Admins are told where inline mode is not switched on: only @BotFather can do that. */
export function helpFeature(feature: Composer<BotContext>, { adminIds }: FeatureDeps): void {
  feature.command("help", async (ctx) => {
    const { telegram, visits, desk } = ctx.locale;
    const isAdmin = adminIds.has(ctx.from?.id ?? 0);
    const parts = [telegram.help(ctx.me.username)];
    if (ctx.me.supports_inline_queries) parts.push(visits.inlineHelp(ctx.me.username));
    else if (isAdmin) parts.push(visits.inlineOff);
    if (isAdmin) parts.push(`${desk.adminCommands}\n${adminCommands(ctx.locale)}`);
    await sendText(ctx, parts.join("\n\n"));
  });
}

/** `/reset`: the next question of the chat stands by itself. */
export function resetFeature(feature: Composer<BotContext>, { conversations }: FeatureDeps): void {
  feature.command("reset", async (ctx) => {
    conversations.forget(conversationOf(ctx));
    await sendText(ctx, ctx.locale.answer.resetDone);
  });
}

/** `/status`: what the collection holds; to admins also what was asked, and what needs a look. */
export function statusFeature(feature: Composer<BotContext>, deps: FeatureDeps): void {
  const { engine, feedback, upkeep, adminIds } = deps;
  feature.command("status", async (ctx) => {
    const { telegram, desk, dateTime } = ctx.locale;
    const status = engine.status();
    if (!adminIds.has(ctx.from?.id ?? 0)) {
      const builtAt = dateTime(new Date(status.builtAt));
      await sendText(ctx, desk.status.plain({ ...status, builtAt }));
      return;
    }
    const feeds = upkeep.feeds();
    const state = desk.status.state({
      days: STATUS_DAYS,
      ...feedback.counts(STATUS_DAYS),
      waiting: feedback.reviews(0, 0).total,
      feeds: feeds && { ...feeds, checkedAt: dateTime(new Date(feeds.checkedMs)) },
      undated: engine.register().find({ undated: true }, { offset: 0, limit: 0 }).total,
      unmatched: upkeep.unmatchedCorrections(),
      indexBytes: status.bytes,
      freeBytes: upkeep.freeBytes(),
    });
    await sendText(ctx, `${telegram.status(status)}\n\n${state}`);
  });
}
