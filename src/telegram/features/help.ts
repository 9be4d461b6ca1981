import { Composer } from "grammy";
import type { BotContext, FeatureDeps } from "../context.ts";
import { sendText } from "../send.ts";

/** `/help`. Admins are told where inline mode is not switched on: only @BotFather can do that. */
export function helpFeature({ adminIds }: Pick<FeatureDeps, "adminIds">): Composer<BotContext> {
  const feature = new Composer<BotContext>();
  feature.command("help", async (ctx) => {
    const { telegram, visits } = ctx.locale;
    const parts = [telegram.help(ctx.me.username)];
    if (ctx.me.supports_inline_queries) parts.push(visits.inlineHelp(ctx.me.username));
    else if (adminIds.has(ctx.from?.id ?? 0)) parts.push(visits.inlineOff);
    await sendText(ctx, parts.join("\n\n"));
  });
  return feature;
}
