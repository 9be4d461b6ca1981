import type { MiddlewareFn } from "grammy";
import type { BotContext } from "./context.ts";
import { tolerate } from "./errors.ts";
import { Notices } from "./notices.ts";
import { sendText } from "./send.ts";

/** How many updates may be waiting and under way. */
export interface QueueLimits {
  readonly perChat: number;
  readonly inAll: number;
}

/** A chat's are answered in seconds; all of them take some megabytes and about a minute. */
export const QUEUE_LIMITS: QueueLimits = { perChat: 100, inAll: 3000 };

const NOTICE_EVERY_MS = 60_000;

/**
 * Counts what waits, before updates are put in a row by chat. Beyond a limit an update is not taken:
 * its chat is told once a minute, so that a flood does not make the bot flood as well.
 */
export function queueGate(
  { perChat, inAll }: QueueLimits,
  onRefused: () => void,
): MiddlewareFn<BotContext> {
  const byChat = new Map<number, number>();
  const notices = new Notices(NOTICE_EVERY_MS);
  let all = 0;
  return async (ctx, next) => {
    const chatId = ctx.chat?.id ?? ctx.from?.id ?? 0;
    const waiting = byChat.get(chatId) ?? 0;
    if (waiting >= perChat || all >= inAll) {
      onRefused();
      if (!notices.isDue(chatId)) return;
      const { chatQueueFull, queueFull } = ctx.locale.service;
      const text = waiting >= perChat ? chatQueueFull : queueFull;
      if (ctx.callbackQuery !== undefined) await tolerate(ctx.answerCallbackQuery(text));
      else if (ctx.message !== undefined) await tolerate(sendText(ctx, text));
      return;
    }
    byChat.set(chatId, waiting + 1);
    all++;
    try {
      await next();
    } finally {
      const left = byChat.get(chatId)! - 1;
      if (left === 0) byChat.delete(chatId);
      else byChat.set(chatId, left);
      all--;
    }
  };
}
