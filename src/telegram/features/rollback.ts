import { Composer } from "grammy";
import { actorOf } from "../actor.ts";
import type { BotContext, FeatureDeps } from "../context.ts";
import { sendText } from "../send.ts";

/** `/rollback` and `/rollback GENERATION`. Must stand behind the admin gate. */
export function rollbackFeature(deps: FeatureDeps): Composer<BotContext> {
  const { engine, reindexer, corpus, logger } = deps;
  const feature = new Composer<BotContext>();
  feature.command("rollback", async (ctx) => {
    const { operations, dateTime } = ctx.locale;
    const actor = actorOf(ctx);
    const outcome = reindexer.rollBack(actor.name, ctx.match.trim() || undefined);
    if (outcome.kind !== "done") {
      await sendText(ctx, operations.rollBackFailed(outcome));
      return;
    }
    await engine.reload();
    const { now, before } = outcome;
    corpus.log.note(actor, "rollback", `${before} → ${now.generation}`);
    logger.warn({ from: before, to: now.generation }, "the index was rolled back");
    const builtAt = dateTime(new Date(now.builtAt));
    await sendText(ctx, operations.rolledBack({ ...now, builtAt }, before));
  });
  return feature;
}
