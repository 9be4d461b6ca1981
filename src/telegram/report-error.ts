import { type BotError, GrammyError, HttpError } from "grammy";
import type { Logger } from "pino";
import type { Language } from "../answer/answer.ts";
import { asCorpusError, CorpusError } from "../corpus/corpus-error.ts";
import type { Locale } from "../locale/locale.ts";
import { languageOfTag, localeFor } from "../locale/locales.ts";
import type { BotContext } from "./context.ts";
import { errorFacts, isHarmless, tolerate } from "./errors.ts";

/** A failure of which the user knows already; `cause` is what failed. */
export class ToldError extends Error {
  override readonly name = "ToldError";
}

/** True where nothing more could be written. */
export function isDiskFull(error: unknown): boolean {
  const known = asCorpusError(error);
  return known instanceof CorpusError && known.problem === "full";
}

/** What a user reads of a failure of ours; short enough for a press of a button. */
export function failureText(error: unknown, { answer, service }: Locale): string {
  return isDiskFull(error) ? service.notKept : answer.failed;
}

/** Logs what failed in handling an update, and tells the user where the fault is ours. */
export async function reportError(
  { error: thrown, ctx }: BotError<BotContext>,
  language: Language,
  logger: Logger,
): Promise<void> {
  const isTold = thrown instanceof ToldError;
  const error = isTold ? thrown.cause : thrown;
  const facts = { error: errorFacts(error) };
  if (isHarmless(error)) {
    logger.debug(facts, "Telegram refused a harmless call");
    return;
  }
  logger.error(facts, "an update could not be handled");
  if (isTold || error instanceof GrammyError || error instanceof HttpError) return;
  const failed = failureText(error, localeFor(languageOfTag(ctx.from?.language_code, language)));
  try {
    // A press may have been answered before the work failed; then a message tells it.
    const told = ctx.callbackQuery && (await tolerate(ctx.answerCallbackQuery(failed)));
    if (!told) await ctx.reply(failed);
  } catch (refusal) {
    logger.warn({ error: errorFacts(refusal) }, "the user could not be told");
  }
}
