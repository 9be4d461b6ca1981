import type { Context } from "grammy";
import type { Locale } from "../../locale/index.ts";
import type { Language } from "../../model/index.ts";

/**
 * Context of every update: `locale` is the user's, for the bot's own messages; `reads` their language, null where it is
 * none of the product's.
 */
export type BotContext = Context & { locale: Locale; reads: Language | null };

/**
 * Who writes or presses: a user, or the group or channel in whose name one writes; Telegram's own bots stand for the
 * latter, and are many people.
 */
export function senderOf(ctx: BotContext): number {
  const asChat = ctx.callbackQuery === undefined ? ctx.msg?.sender_chat : undefined;
  return asChat?.id ?? ctx.from?.id ?? ctx.chat?.id ?? 0;
}

/** In whose conversation an update stands: in a group each person's, by topic, for nobody goes on in another's. */
export function conversationOf(ctx: BotContext): string {
  const chat = ctx.chat?.id ?? ctx.from?.id ?? 0;
  return `${chat}:${ctx.msg?.message_thread_id ?? ""}:${senderOf(ctx)}`;
}
