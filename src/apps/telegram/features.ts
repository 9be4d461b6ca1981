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

/** For everybody, before those of admins. */
const FIRST = [
  ...[startFeature, helpFeature, sourcesFeature, statusFeature],
  ...[resetFeature, languageFeature, privacyFeature, readFeature],
  ...[visitsFeature, timelineFeature, exportFeature, inlineVisitsFeature],
];
const OF_ADMINS = [
  ...[reindexFeature, rollbackFeature, addFeature, addButtonsFeature],
  ...[correctionsFeature, reviewFeature, articlesFeature, removeFeature, undoFeature, logFeature],
];
const LAST = [
  ...[subscriptionsFeature, latestFeature, subjectFeature],
  ...[askFeature, feedbackFeature, reasonFeature, moreFeature, unhandledFeature],
];

/**
 * Adds the features in the order in which they may take an update, behind `gates`. Features of admins stand behind a gate: to others they are unknown commands.
 */
export function addFeatures(bot: Bot<BotContext>, deps: FeatureDeps): void {
  for (const add of FIRST) add(bot, deps);
  const admins = bot.filter((ctx) => deps.adminIds.has(ctx.from?.id ?? 0));
  for (const add of OF_ADMINS) add(admins, deps);
  for (const add of LAST) add(bot, deps);
}
