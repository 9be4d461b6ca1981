import { Composer } from "grammy";
import { questionOf, repliedText } from "../addressed.ts";
import { answerQuestion } from "../answer-question.ts";
import type { BotContext, FeatureDeps } from "../context.ts";
import { sendText } from "../send.ts";

/** Questions: `/ask …` anywhere, any text in private, in groups what is addressed to the bot. */
export function askFeature(deps: FeatureDeps): Composer<BotContext> {
  const feature = new Composer<BotContext>();

  feature.command("ask", async (ctx) => {
    const question = ctx.match.trim() || repliedText(ctx.msg);
    if (question) await answerQuestion(ctx, question, deps);
    else await sendText(ctx, ctx.locale.telegram.askUsage);
  });

  feature.on("message", async (ctx, next) => {
    const question = questionOf(ctx.message, ctx.me);
    if (question === null) await next();
    else await answerQuestion(ctx, question, deps);
  });

  return feature;
}
