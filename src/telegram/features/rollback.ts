import { Composer } from "grammy";
import type { BotContext, FeatureDeps } from "../context.ts";
import { sendText } from "../send.ts";
import { userName } from "../user-name.ts";

/** `/rollback` and `/rollback GENERATION`. Must stand behind the admin gate. */
export function rollbackFeature(deps: FeatureDeps): Composer<BotContext> {
  const { engine, reindexer, logger } = deps;
  const feature = new Composer<BotContext>();
  feature.command("rollback", async (ctx) => {
    const { operations, dateTime } = ctx.locale;
    const outcome = reindexer.rollBack(userName(ctx.from!), ctx.match.trim() || undefined);
    if (outcome.kind !== "done") {
      await sendText(ctx, operations.rollBackFailed(outcome));
      return;
    }
    await engine.reload();
    const { now, before } = outcome;
    logger.warn({ from: before, to: now.generation }, "the index was rolled back");
    const builtAt = dateTime(new Date(now.builtAt));
    await sendText(ctx, operations.rolledBack({ ...now, builtAt }, before));
  });
  return feature;
}
