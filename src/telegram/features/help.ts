import { Composer } from "grammy";
import type { BotContext } from "../context.ts";
import { sendText } from "../send.ts";

/** `/help`. */
export function helpFeature(): Composer<BotContext> {
  const feature = new Composer<BotContext>();
  feature.command("help", async (ctx) => {
    await sendText(ctx, ctx.locale.telegram.help(ctx.me.username));
  });
  return feature;
}
