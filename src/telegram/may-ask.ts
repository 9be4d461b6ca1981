import type { BotContext, FeatureDeps } from "./context.ts";
import { tolerate } from "./errors.ts";
import type { Refusal } from "./limits.ts";
import { sendText } from "./send.ts";

/**
 * Counts what a user asks for (a question, a picture, a file, what a button looks up). One too many is told off, by a
 * message or under the pressed button, and not each of many.
 *
 * @returns Whether it may be done.
 */
export async function mayAsk(
  ctx: BotContext,
  { limits, metrics }: Pick<FeatureDeps, "limits" | "metrics">,
): Promise<boolean> {
  const refusal = limits.take(ctx.from?.id ?? ctx.chat?.id ?? 0);
  if (refusal === null) return true;
  metrics?.limited(refusal.limit);
  const text = wordsOf(refusal, ctx);
  // A press always needs an answer, or the button goes on turning.
  if (ctx.callbackQuery !== undefined) await tolerate(ctx.answerCallbackQuery(text));
  else if (refusal.tell) await sendText(ctx, text);
  return false;
}

function wordsOf(refusal: Refusal, { locale: { service } }: BotContext): string {
  return refusal.limit === "day"
    ? service.tooManyPerDay(refusal.most)
    : service.tooManyPerMinute(refusal.most, refusal.waitSeconds);
}
