import type { InlineKeyboard } from "grammy";
import type { Message } from "grammy/types";
import type { RenderedMessage } from "./compose.ts";
import type { BotContext } from "./context.ts";
import { isParseError } from "./errors.ts";

/** Options of every message of the bot: links are citations, their previews would bury the answer. */
export const NO_PREVIEW = { link_preview_options: { is_disabled: true } } as const;

export interface SendOptions {
  /** Message that is answered; it may be gone by now. */
  readonly replyTo?: number | undefined;
  /** Goes under the last message. */
  readonly keyboard?: InlineKeyboard | undefined;
}

/**
 * Sends rendered messages in order; one whose HTML Telegram can't parse is sent as plain text.
 *
 * @returns The last message sent.
 */
export async function sendRendered(
  ctx: BotContext,
  messages: readonly RenderedMessage[],
  { replyTo, keyboard }: SendOptions = {},
): Promise<Message | null> {
  let last: Message | null = null;
  for (const [i, message] of messages.entries()) {
    const other = {
      ...NO_PREVIEW,
      ...(replyTo === undefined || i > 0
        ? {}
        : { reply_parameters: { message_id: replyTo, allow_sending_without_reply: true } }),
      ...(keyboard === undefined || i < messages.length - 1 ? {} : { reply_markup: keyboard }),
    };
    last = await withPlainFallback(message, (text, parseMode) =>
      ctx.reply(text, { ...other, ...parseMode }),
    );
  }
  return last;
}

/** Replaces the message under a pressed button. */
export async function editRendered(
  ctx: BotContext,
  message: RenderedMessage,
  keyboard: InlineKeyboard,
): Promise<void> {
  const other = { ...NO_PREVIEW, reply_markup: keyboard };
  await withPlainFallback(message, (text, parseMode) =>
    ctx.editMessageText(text, { ...other, ...parseMode }),
  );
}

/** Sends by `send` as HTML, and as plain text where Telegram can't parse that. */
export async function withPlainFallback<T>(
  message: RenderedMessage,
  send: (text: string, parseMode: { readonly parse_mode?: "HTML" }) => Promise<T>,
): Promise<T> {
  try {
    return await send(message.html, { parse_mode: "HTML" });
  } catch (error) {
    if (!isParseError(error)) throw error;
    return await send(message.plain, {});
  }
}

/** Sends one of the bot's own texts, unformatted, as a reply where it follows a message in a group. */
export async function sendText(
  ctx: BotContext,
  text: string,
  keyboard?: InlineKeyboard,
): Promise<Message> {
  const replyTo = ctx.chat?.type === "private" ? undefined : ctx.message?.message_id;
  return await ctx.reply(text, {
    ...NO_PREVIEW,
    ...(replyTo === undefined
      ? {}
      : { reply_parameters: { message_id: replyTo, allow_sending_without_reply: true } }),
    ...(keyboard === undefined ? {} : { reply_markup: keyboard }),
  });
}
