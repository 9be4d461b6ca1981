import type { Bot } from "grammy";
import type { BotContext, FeatureDeps } from "./context.ts";
import { addFeature } from "./features/add.ts";
import { addButtonsFeature } from "./features/add-buttons.ts";
import { articlesFeature } from "./features/articles.ts";
import { askFeature } from "./features/ask.ts";
import { exportFeature } from "./features/export.ts";
import { feedbackFeature } from "./features/feedback.ts";
import { helpFeature } from "./features/help.ts";
import { inlineVisitsFeature } from "./features/inline-visits.ts";
import { logFeature } from "./features/log.ts";
import { moreFeature } from "./features/more.ts";
import { reindexFeature } from "./features/reindex.ts";
import { removeFeature } from "./features/remove.ts";
import { resetFeature } from "./features/reset.ts";
import { rollbackFeature } from "./features/rollback.ts";
import { sourcesFeature } from "./features/sources.ts";
import { startFeature } from "./features/start.ts";
import { statusFeature } from "./features/status.ts";
import { timelineFeature } from "./features/timeline.ts";
import { undoFeature } from "./features/undo.ts";
import { unhandledFeature } from "./features/unhandled.ts";
import { visitsFeature } from "./features/visits.ts";

/**
 * Adds the features in the order in which they may take an update, behind `gates`. Features of admins stand behind a gate: to others they are unknown commands.
 */
export function addFeatures(bot: Bot<BotContext>, deps: FeatureDeps): void {
  bot.use(startFeature(deps), helpFeature(deps), sourcesFeature(deps), statusFeature(deps));
  bot.use(resetFeature(deps));
  bot.use(visitsFeature(deps), timelineFeature(deps), exportFeature(deps));
  bot.use(inlineVisitsFeature(deps));
  bot
    .filter((ctx) => deps.adminIds.has(ctx.from?.id ?? 0))
    .use(reindexFeature(deps), rollbackFeature(deps))
    .use(addFeature(deps), addButtonsFeature(deps))
    .use(articlesFeature(deps), removeFeature(deps), undoFeature(deps), logFeature(deps));
  bot.use(askFeature(deps), feedbackFeature(deps), moreFeature(deps));
  bot.use(unhandledFeature(deps));
}
