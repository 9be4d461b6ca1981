import { Composer, InlineKeyboard } from "grammy";
import type { Actor } from "../../corpus/actor.ts";
import type { ReindexOutcome } from "../../index/reindexer.ts";
import type { Locale } from "../../locale/locale.ts";
import { actorOf } from "../actor.ts";
import type { BotContext, FeatureDeps } from "../context.ts";
import { errorFacts, tolerate } from "../errors.ts";
import { ProgressMessage } from "../progress-message.ts";
import { shorten } from "../render-sources.ts";
import { sendText } from "../send.ts";

const MAX_FAILURES_SHOWN = 10;
const MAX_FAILURE_CHARS = 250;

const CANCEL = "reindex:cancel";

/** What an admin reads when a run has ended. */
export function reindexReport(outcome: ReindexOutcome, locale: Locale): string {
  const { telegram, indexing, operations } = locale;
  if (outcome.kind === "busy") return telegram.reindexBusy(outcome.startedBy, outcome.since);
  if (outcome.kind === "cancelled") return operations.cancelled;
  if (outcome.kind === "failed" && outcome.selfTest) {
    return operations.selfTestFailed(outcome.selfTest);
  }
  if (outcome.kind === "failed") {
    return telegram.reindexFailed(shorten(outcome.reason, MAX_FAILURE_CHARS));
  }
  const { counters } = outcome;
  const { failures } = counters;
  const lines = [telegram.reindexDone, indexing.summary(counters)];
  if (failures.length > 0) {
    lines.push("", indexing.failuresLabel(failures.length));
    for (const { path, reason } of failures.slice(0, MAX_FAILURES_SHOWN)) {
      lines.push(shorten(`• ${path}: ${reason}`, MAX_FAILURE_CHARS));
    }
    const left = failures.length - MAX_FAILURES_SHOWN;
    if (left > 0) lines.push(indexing.moreFailures(left));
  }
  return lines.join("\n");
}

/** Whether the message of a run still has its button. */
interface Running {
  ended: boolean;
}

/** `/reindex`, `/reindex full` and `/cancel`. Must stand behind the admin gate. */
export function reindexFeature(deps: FeatureDeps): Composer<BotContext> {
  const feature = new Composer<BotContext>();

  feature.command("reindex", async (ctx) => {
    const mode = ctx.match.trim().toLowerCase();
    if (mode !== "" && mode !== "full") {
      await sendText(ctx, ctx.locale.telegram.reindexUsage);
      return;
    }
    const { indexing, operations } = ctx.locale;
    const button = new InlineKeyboard().text(operations.cancelButton, CANCEL);
    const message = await sendText(ctx, indexing.starting, button);
    const running: Running = { ended: false };
    const progress = new ProgressMessage({
      edit: (text) =>
        tolerate(
          ctx.api.editMessageText(message.chat.id, message.message_id, text, {
            ...(running.ended ? {} : { reply_markup: button }),
          }),
        ),
      // The message may have been deleted meanwhile; the report must arrive all the same.
      send: (text) => tolerate(ctx.api.sendMessage(message.chat.id, text)),
      intervalMs: deps.progressIntervalMs,
      logger: deps.logger,
      stopping: deps.stopping,
    });
    // Not awaited: the chat's next messages are answered while the index is built.
    void run(ctx, mode === "full", progress, running);
  });

  feature.command("cancel", async (ctx) => {
    const { cancelling, nothingToCancel } = ctx.locale.operations;
    await sendText(ctx, deps.reindexer.cancel() ? cancelling : nothingToCancel);
  });

  feature.callbackQuery(CANCEL, async (ctx) => {
    const { cancelling, nothingToCancel } = ctx.locale.operations;
    const text = deps.reindexer.cancel() ? cancelling : nothingToCancel;
    await tolerate(ctx.answerCallbackQuery(text));
  });

  function note(actor: Actor, full: boolean, outcome: ReindexOutcome): void {
    const mode = full ? "full" : "changes";
    deps.corpus.log.note(actor, "reindex", `${mode}: ${outcome.kind}`);
  }

  async function run(
    ctx: BotContext,
    full: boolean,
    progress: ProgressMessage,
    running: Running,
  ): Promise<void> {
    const actor = actorOf(ctx);
    try {
      const outcome = await deps.reindexer.start({
        full,
        startedBy: actor.name,
        onProgress: (at) => progress.show(ctx.locale.indexing.progress(at)),
      });
      running.ended = true;
      if (outcome.kind === "done") await deps.engine.reload();
      if (outcome.kind !== "busy") note(actor, full, outcome);
      deps.logger.info({ outcome: outcome.kind, full }, "re-index asked for in Telegram has ended");
      await progress.finish(reindexReport(outcome, ctx.locale));
    } catch (error) {
      deps.logger.error({ error: errorFacts(error) }, "the new index could not be switched to");
      await progress.finish(ctx.locale.telegram.reloadFailed);
    }
  }

  return feature;
}
