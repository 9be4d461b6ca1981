import { type BotError, GrammyError, HttpError } from "grammy";
import type { Logger } from "pino";
import type { Language } from "../answer/answer.ts";
import { languageOfTag, localeFor } from "../locale/locales.ts";
import type { BotContext } from "./context.ts";
import { errorFacts, isHarmless, tolerate } from "./errors.ts";

/** Logs what failed in handling an update, and tells the user where the fault is ours. */
export async function reportError(
  { error, ctx }: BotError<BotContext>,
  language: Language,
  logger: Logger,
): Promise<void> {
  const facts = { error: errorFacts(error) };
  if (isHarmless(error)) {
    logger.debug(facts, "Telegram refused a harmless call");
    return;
  }
  logger.error(facts, "an update could not be handled");
  if (error instanceof GrammyError || error instanceof HttpError) return;
  const { failed } = localeFor(languageOfTag(ctx.from?.language_code, language)).answer;
  try {
    // A press may have been answered before the work failed; then a message tells it.
    const told = ctx.callbackQuery && (await tolerate(ctx.answerCallbackQuery(failed)));
    if (!told) await ctx.reply(failed);
  } catch (refusal) {
    logger.warn({ error: errorFacts(refusal) }, "the user could not be told");
  }
}
