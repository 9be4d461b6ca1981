import { createHash } from "node:crypto";
import { Composer, InlineKeyboard } from "grammy";
import type { MaybeInaccessibleMessage } from "grammy/types";
import { buttons } from "../buttons.ts";
import { type BotContext, conversationOf } from "../context.ts";
import { sendText } from "../delivery/send.ts";
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
export function privacyFeature(deps: FeatureDeps): Composer<BotContext> {
  const { feedback, readers, conversations, recent, retentionDays } = deps;
  const feature = new Composer<BotContext>();

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

  feature.callbackQuery(buttons.forget.pattern, async (ctx) => {
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

  return feature;
}
