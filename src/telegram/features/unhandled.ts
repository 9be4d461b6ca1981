import { Composer } from "grammy";
import type { Message } from "grammy/types";
import { isCommandForBot, startsWithCommand } from "../addressed.ts";
import type { BotContext } from "../context.ts";
import { tolerate } from "../errors.ts";
import { sendText } from "../send.ts";

/** Contents that people send; everything else in a chat (a pin, a new title …) is no message to us. */
const CONTENTS = [
  "sticker",
  "voice",
  "video_note",
  "audio",
  "photo",
  "video",
  "animation",
  "document",
  "contact",
  "location",
  "venue",
  "poll",
  "dice",
  "game",
  "story",
  "paid_media",
  "checklist",
] as const satisfies readonly (keyof Message)[];

/** Comes last: a short reply to what no feature took, or silence where nobody asked. */
export function unhandledFeature(): Composer<BotContext> {
  const feature = new Composer<BotContext>();

  feature.on("message", async (ctx) => {
    const message = ctx.message;
    const { telegram } = ctx.locale;
    if (startsWithCommand(message)) {
      if (isCommandForBot(message, ctx.me)) await sendText(ctx, telegram.unknownCommand);
      return;
    }
    // An album comes as one message a picture; its caption, if any, stands on one of them.
    if (message.chat.type !== "private" || message.media_group_id !== undefined) return;
    if (CONTENTS.some((content) => content in message)) await sendText(ctx, telegram.textOnly);
  });

  // Admins' own are taken before.
  feature.callbackQuery(/^add:/u, async (ctx) => {
    await tolerate(ctx.answerCallbackQuery(ctx.locale.corpus.adding.adminsOnly));
  });

  feature.on("callback_query", async (ctx) => {
    await tolerate(ctx.answerCallbackQuery(ctx.locale.telegram.buttonExpired));
  });

  return feature;
}
