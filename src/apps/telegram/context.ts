import type { Context } from "grammy";
import type { Locale } from "../../locale/index.ts";

/** Context of every update: `locale` is that of the user's Telegram, for the bot's own messages. */
export type BotContext = Context & { locale: Locale };

/** In whose conversation an update stands: in a group each person's, by topic, for nobody goes on in another's. */
export function conversationOf(ctx: BotContext): string {
  const chat = ctx.chat?.id ?? ctx.from?.id ?? 0;
  return `${chat}:${ctx.msg?.message_thread_id ?? ""}:${ctx.from?.id ?? ""}`;
}
