import type { Composer } from "grammy";
import type { Message } from "grammy/types";
import type { BotContext } from "../context.ts";
import { sendText } from "../delivery/send.ts";
import type { FeatureDeps } from "../feature-deps.ts";
import { tolerate } from "../middlewares/errors.ts";
import { isCommandForBot, repliesToBot, startsWithCommand } from "../middlewares/gates.ts";

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

/** Those with words of their own. */
const KIND: Partial<Record<(typeof CONTENTS)[number], "voice" | "photo" | "document">> = {
  voice: "voice",
  video_note: "voice",
  audio: "voice",
  photo: "photo",
  document: "document",
};

/** Beginnings of the callback data of buttons that only admins get. */
const ADMIN_BUTTONS = /^(?:add|ar|reindex|rb|rv|vc):/u;

/** Comes last: a short reply to what no feature took, or silence where nobody asked. */
export function unhandledFeature(feature: Composer<BotContext>, { adminIds }: FeatureDeps): void {
  feature.on("message", async (ctx) => {
    const message = ctx.message;
    const { telegram } = ctx.locale;
    if (startsWithCommand(message)) {
      if (isCommandForBot(message, ctx.me)) await sendText(ctx, telegram.unknownCommand);
      return;
    }
    // An album comes as one message a picture; its caption, if any, stands on one of them.
    if (message.media_group_id !== undefined) return;
    if (message.chat.type !== "private" && !repliesToBot(message, ctx.me)) return;
    const content = CONTENTS.find((one) => one in message);
    if (content !== undefined) await sendText(ctx, telegram.notText[KIND[content] ?? "other"]);
  });

  // An admin's own press of a button that works is taken before.
  feature.on("callback_query", async (ctx) => {
    const { service, telegram } = ctx.locale;
    const isOfAdmins = ADMIN_BUTTONS.test(ctx.callbackQuery.data ?? "");
    const isForeign = isOfAdmins && !adminIds.has(ctx.from.id);
    await tolerate(
      ctx.answerCallbackQuery(isForeign ? service.adminButton : telegram.buttonExpired),
    );
  });
}
