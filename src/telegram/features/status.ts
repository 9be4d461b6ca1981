import { Composer } from "grammy";
import type { BotContext, FeatureDeps } from "../context.ts";
import { sendText } from "../send.ts";

/** `/status`. */
export function statusFeature({ engine }: FeatureDeps): Composer<BotContext> {
  const feature = new Composer<BotContext>();
  feature.command("status", async (ctx) => {
    await sendText(ctx, ctx.locale.telegram.status(engine.status()));
  });
  return feature;
}
