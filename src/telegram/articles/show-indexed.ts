import type { BotContext, FeatureDeps } from "../context.ts";
import { errorFacts, tolerate } from "../errors.ts";
import { shorten } from "../render-sources.ts";
import { NO_PREVIEW } from "../send.ts";

const MAX_REASON_CHARS = 300;

export interface ChangeToShow {
  /** What was done. */
  readonly text: string;
  /** Stands below it when the index is up to date. */
  readonly indexed: string;
  /** Corpus files that are read and embedded again though nothing touched them. */
  readonly again?: readonly string[];
}

/**
 * Shows in the message of the pressed button what was done, takes it into the index, and then shows how that went.
 * Resolves when the first is shown: the chat's next messages are answered while the index is built.
 */
export async function showIndexed(
  ctx: BotContext,
  { indexQueue, logger, stopping }: FeatureDeps,
  startedBy: string,
  { text, indexed, again = [] }: ChangeToShow,
): Promise<void> {
  const { articles } = ctx.locale;
  // Asked for at once: what is told next may fail, the change must be indexed.
  const ended = indexQueue.request(startedBy, again);
  const finish = async () => {
    const outcome = await ended;
    if (stopping.aborted) return;
    const end =
      outcome.kind === "done"
        ? (outcome.counters.failures.find(({ path }) => again.includes(path))?.reason ?? indexed)
        : articles.notIndexed(
            outcome.kind === "failed"
              ? { ...outcome, reason: shorten(outcome.reason, MAX_REASON_CHARS) }
              : outcome,
          );
    const full = `${text}\n${end}`;
    const edited = await tolerate(ctx.editMessageText(full, NO_PREVIEW));
    // The message may have been deleted meanwhile; how it went must be told all the same.
    if (edited === null) await tolerate(ctx.reply(full, NO_PREVIEW));
  };
  await tolerate(ctx.editMessageText(`${text}\n${articles.indexing}`, NO_PREVIEW));
  void finish().catch((error) =>
    logger.warn({ error: errorFacts(error) }, "it could not be told how indexing ended"),
  );
}
