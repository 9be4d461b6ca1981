import { CorpusError } from "../../corpus/corpus-error.ts";
import type { BotContext } from "../context.ts";
import { tolerate } from "../errors.ts";

/**
 * Makes a change of the corpus for somebody who pressed a button; where that cannot be they are told why.
 *
 * @returns What `change` gives, or null where it could not be made.
 */
export async function changeOrTell<T>(ctx: BotContext, change: () => T): Promise<T | null> {
  try {
    return change();
  } catch (error) {
    if (!(error instanceof CorpusError)) throw error;
    const text = ctx.locale.articles.problem[error.problem];
    await tolerate(ctx.answerCallbackQuery({ text, show_alert: true }));
    return null;
  }
}
