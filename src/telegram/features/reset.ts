import { Composer } from "grammy";
import { type BotContext, conversationOf, type FeatureDeps } from "../context.ts";
import { sendText } from "../send.ts";

/** `/reset`: the next question of the chat stands by itself. */
export function resetFeature({
  conversations,
}: Pick<FeatureDeps, "conversations">): Composer<BotContext> {
  const feature = new Composer<BotContext>();
  feature.command("reset", async (ctx) => {
    conversations.forget(conversationOf(ctx));
    await sendText(ctx, ctx.locale.answer.resetDone);
  });
  return feature;
}
