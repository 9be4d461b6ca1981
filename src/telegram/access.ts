import type { MiddlewareFn } from "grammy";
import { isCommandForBot, questionOf } from "./addressed.ts";
import type { BotContext } from "./context.ts";
import { tolerate } from "./errors.ts";
import type { MovedChats } from "./moved-chats.ts";
import { Notices } from "./notices.ts";
import { sendText } from "./send.ts";

const DAY_MS = 24 * 3600 * 1000;

export interface AccessOptions {
  /** Chats and users that are served; empty: everyone. */
  readonly allowed: readonly number[];
  readonly adminIds: ReadonlySet<number>;
  readonly moved: MovedChats;
}

/** True where a person means the bot: anything in private; in groups a mention, a command, its arrival. */
function isMeant(ctx: BotContext): boolean {
  const { message } = ctx;
  if (message === undefined) return false;
  const arrives = message.new_chat_members?.some(({ id }) => id === ctx.me.id) ?? false;
  return (
    message.chat.type === "private" ||
    arrives ||
    isCommandForBot(message, ctx.me) ||
    questionOf(message, ctx.me) !== null
  );
}

/**
 * Lets through the updates of allowed chats, allowed users and admins. Others are told once a day, with
 * the id by which an admin can add the chat; nothing of theirs reaches a feature.
 */
export function accessGate(options: AccessOptions): MiddlewareFn<BotContext> {
  const { allowed, adminIds, moved } = options;
  const list = new Set(allowed);
  const isListed = (chatId: number) =>
    list.has(chatId) || allowed.some((id) => moved.current(id) === chatId);
  const notices = new Notices(DAY_MS);
  return async (ctx, next) => {
    const userId = ctx.from?.id ?? 0;
    const chatId = ctx.chat?.id ?? userId;
    const isServed = list.size === 0 || adminIds.has(userId) || list.has(userId);
    if (isServed || isListed(chatId)) return await next();
    const { service } = ctx.locale;
    if (ctx.callbackQuery !== undefined) {
      await tolerate(ctx.answerCallbackQuery(service.notAllowedShort));
    } else if (isMeant(ctx) && notices.isDue(chatId)) {
      await sendText(ctx, service.notAllowed(chatId));
    }
  };
}
