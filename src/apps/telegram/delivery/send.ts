import { setTimeout as sleep } from "node:timers/promises";
import type { Api, GrammyError, InlineKeyboard } from "grammy";
import type { Message } from "grammy/types";
import type { Logger } from "pino";
import { type Locale, localeFor } from "../../../locale/index.ts";
import type { Language } from "../../../model/index.ts";
import type { RenderedMessage } from "../compose.ts";
import type { BotContext } from "../context.ts";
import { errorFacts, isHarmless, isParseError, tolerate } from "../middlewares/errors.ts";

/** Options of every message of the bot: links are citations, their previews would bury the answer. */
export const NO_PREVIEW = { link_preview_options: { is_disabled: true } } as const;

interface SendOptions {
  /** Message that is answered; it may be gone by now. */
  readonly replyTo?: number | undefined;
  /** Goes under the last message. */
  readonly keyboard?: InlineKeyboard | undefined;
  /** Ids of earlier messages in whose place they come; those that are gone are sent anew, those left over deleted. */
  readonly instead?: readonly number[] | undefined;
}

/**
 * Sends rendered messages in order; one whose HTML Telegram can't parse is sent as plain text.
 *
 * @returns The last message sent.
 */
export async function sendRendered(
  ctx: BotContext,
  messages: readonly RenderedMessage[],
  options: Omit<SendOptions, "instead"> = {},
): Promise<Message | null> {
  return (await putRendered(ctx, messages, options)).at(-1) ?? null;
}

/** As `sendRendered`, also in the place of earlier messages. @returns All messages. */
export async function putRendered(
  ctx: BotContext,
  messages: readonly RenderedMessage[],
  { replyTo, keyboard, instead = [] }: SendOptions = {},
): Promise<Message[]> {
  const put: Message[] = [];
  for (const [i, message] of messages.entries()) {
    const isLast = i === messages.length - 1;
    const markup = keyboard === undefined || !isLast ? {} : { reply_markup: keyboard };
    const old = instead[i];
    const edited =
      old === undefined ? null : await editIn(ctx, old, message, { ...NO_PREVIEW, ...markup });
    const reply =
      replyTo === undefined || i > 0
        ? {}
        : { reply_parameters: { message_id: replyTo, allow_sending_without_reply: true } };
    put.push(
      edited ??
        (await withPlainFallback(message, (text, parseMode) =>
          ctx.reply(text, { ...NO_PREVIEW, ...reply, ...markup, ...parseMode }),
        )),
    );
  }
  for (const old of instead.slice(messages.length))
    await tolerate(ctx.api.deleteMessage(ctx.chat!.id, old));
  return put;
}

/**
 * Puts one message in the place of some, with its buttons, and sends nothing anew.
 *
 * @param options.messageIds The first is edited, the others are deleted.
 * @param options.signal Ends it at once.
 * @returns False where the first is gone, or may not be edited any more.
 */
export async function replaceMessages(
  ctx: BotContext,
  message: RenderedMessage,
  options: {
    readonly chatId: number;
    readonly messageIds: readonly number[];
    readonly keyboard: InlineKeyboard;
    readonly signal: AbortSignal;
  },
): Promise<boolean> {
  const [first, ...others] = options.messageIds;
  const other = { ...NO_PREVIEW, reply_markup: options.keyboard };
  if (first === undefined || !(await editIn(ctx, first, message, other, options.signal)))
    return false;
  for (const id of others) await tolerate(ctx.api.deleteMessage(options.chatId, id));
  return true;
}

/** Edits a message of the chat; null where it is gone. */
async function editIn(
  ctx: BotContext,
  messageId: number,
  message: RenderedMessage,
  other: object,
  signal?: AbortSignal,
): Promise<Message | null> {
  const chat = ctx.chat!;
  try {
    await withPlainFallback(message, (text, parseMode) =>
      ctx.api.editMessageText(
        chat.id,
        messageId,
        text,
        { ...other, ...parseMode },
        signal as never,
      ),
    );
  } catch (error) {
    if (!isHarmless(error)) throw error;
    if (!/not modified/u.test((error as GrammyError).description)) return null;
  }
  return { chat, message_id: messageId } as Message;
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

/** The message that asks, new or edited; undefined for a press. */
export const askingMessage = (ctx: BotContext): number | undefined =>
  (ctx.message ?? ctx.editedMessage)?.message_id;

/** The message that an answer replies to: in a group the one that asked; in private none, it stands right above. */
export function replyTo(ctx: BotContext): number | undefined {
  return ctx.chat?.type === "private" ? undefined : askingMessage(ctx);
}

/** Sends one of the bot's own texts, unformatted, as a reply where it follows a message in a group. */
export async function sendText(
  ctx: BotContext,
  text: string,
  keyboard?: InlineKeyboard,
): Promise<Message> {
  const id = replyTo(ctx);
  return await ctx.reply(text, {
    ...NO_PREVIEW,
    ...(id === undefined
      ? {}
      : { reply_parameters: { message_id: id, allow_sending_without_reply: true } }),
    ...(keyboard === undefined ? {} : { reply_markup: keyboard }),
  });
}

/** Most answers are there sooner, and need no action: a call less for each, and no wait for it. */
const DELAY_MS = 50;
// Telegram shows the action for 5 s or until a message arrives (Bot API, sendChatAction).
const REPEAT_MS = 4000;
/** How long the reply waits for the first action, so that it doesn't show after the reply. */
const MAX_WAIT_MS = 1000;

/** Shows "typing…" in the chat while `work` takes its time. A failing action changes nothing. */
export async function whileTyping<T>(ctx: BotContext, work: () => Promise<T>): Promise<T> {
  const done = new AbortController();
  const { signal } = done;
  let first: Promise<unknown> | null = null;
  const show = async () => {
    await sleep(DELAY_MS, undefined, { signal });
    while (!signal.aborted) {
      const action = ctx.replyWithChatAction("typing").catch(() => null);
      first ??= action;
      await action;
      await sleep(REPEAT_MS, undefined, { signal });
    }
  };
  show().catch(() => null);
  try {
    const result = await work();
    if (first !== null) await Promise.race([first, sleep(MAX_WAIT_MS, undefined, { signal })]);
    return result;
  } finally {
    done.abort();
  }
}

interface TellOptions {
  readonly adminIds: Iterable<number>;
  readonly language: Language;
  readonly logger: Logger;
}

/** Sends a text to each admin. One who has never written to the bot cannot be reached; that is logged. */
export async function tellAdmins(
  api: Api,
  text: (locale: Locale) => string,
  { adminIds, language, logger }: TellOptions,
): Promise<void> {
  for (const adminId of adminIds) {
    try {
      await api.sendMessage(adminId, text(localeFor(language)));
    } catch (error) {
      logger.warn({ adminId, error: errorFacts(error) }, "an admin could not be told");
    }
  }
}
