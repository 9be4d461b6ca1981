import type { Bot } from "grammy";
import type { BotContext } from "./context.ts";
import type { FeatureDeps } from "./feature-deps.ts";
import { addButtonsFeature, addFeature } from "./features/add.ts";
import {
  articlesFeature,
  readFeature,
  removeFeature,
  sourcesFeature,
} from "./features/articles.ts";
import { askFeature, feedbackFeature, moreFeature } from "./features/ask.ts";
import { correctionsFeature } from "./features/corrections.ts";
import { exportFeature, timelineFeature } from "./features/export.ts";
import { reindexFeature, rollbackFeature } from "./features/reindex.ts";
import { reasonFeature, reviewFeature } from "./features/review.ts";
import {
  helpFeature,
  languageFeature,
  privacyFeature,
  resetFeature,
  startFeature,
  statusFeature,
} from "./features/start.ts";
import { latestFeature, subjectFeature, subscriptionsFeature } from "./features/subscriptions.ts";
import { logFeature, undoFeature } from "./features/undo.ts";
import { unhandledFeature } from "./features/unhandled.ts";
import { inlineVisitsFeature, visitsFeature } from "./features/visits.ts";

/**
 * Adds the features in the order in which they may take an update, behind `gates`. Features of admins stand behind a gate: to others they are unknown commands.
 */
export function addFeatures(bot: Bot<BotContext>, deps: FeatureDeps): void {
  bot.use(startFeature(deps), helpFeature(deps), sourcesFeature(deps), statusFeature(deps));
  bot.use(resetFeature(deps), languageFeature(deps), privacyFeature(deps));
  bot.use(readFeature(deps));
  bot.use(visitsFeature(deps), timelineFeature(deps), exportFeature(deps));
  bot.use(inlineVisitsFeature(deps));
  bot
    .filter((ctx) => deps.adminIds.has(ctx.from?.id ?? 0))
    .use(reindexFeature(deps), rollbackFeature(deps))
    .use(addFeature(deps), addButtonsFeature(deps))
    .use(correctionsFeature(deps), reviewFeature(deps))
    .use(articlesFeature(deps), removeFeature(deps), undoFeature(deps), logFeature(deps));
  bot.use(subscriptionsFeature(deps));
  bot.use(latestFeature(deps), subjectFeature(deps));
  bot.use(askFeature(deps), feedbackFeature(deps), reasonFeature(deps), moreFeature(deps));
  bot.use(unhandledFeature(deps));
}
