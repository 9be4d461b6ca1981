import { Composer, InlineKeyboard } from "grammy";
import { subjectOf } from "../../../answers/visits/index.ts";
import type { VisitFilter } from "../../../model/index.ts";
import { buttons } from "../buttons.ts";
import { type BotContext, senderOf } from "../context.ts";
import { NO_PREVIEW, sendText } from "../delivery/send.ts";
import type { FeatureDeps } from "../feature-deps.ts";
import { typedFilter } from "../messages/list-message.ts";
import { shorten } from "../messages/render-answer.ts";
import { tolerate } from "../middlewares/errors.ts";
import { mayAsk } from "../middlewares/limits.ts";

/** Subscriptions of one user, in all chats. */
const MOST = 10;
const MAX_NAME_CHARS = 60;

/** A filter without its time: what is new has its own. */
function timeless({
  from: _from,
  to: _to,
  undated: _undated,
  ...filter
}: VisitFilter): VisitFilter {
  return filter;
}

/** `/subscribe`, "🔔 Theo dõi" and `/subscriptions`: what a chat is told of. */
export function subscriptionsFeature(deps: FeatureDeps): Composer<BotContext> {
  const { engine, readers, visitLists } = deps;
  const feature = new Composer<BotContext>();

  /** Follows a filter. @returns What to tell. */
  function follow(ctx: BotContext, filter: VisitFilter, called: string): string {
    const { followed, followedBefore, tooMany } = ctx.locale.following;
    const userId = senderOf(ctx);
    const name = shorten(called, MAX_NAME_CHARS);
    const chatId = ctx.chat!.id;
    const since = readers.noteArticles(engine.register().articleIds());
    const { language } = ctx.locale;
    if (readers.countOf(userId) >= MOST) return tooMany(MOST);
    const made = readers.subscribe({ chatId, userId, filter, name, language, since });
    return made === null ? followedBefore(name) : followed(name);
  }

  feature.command("subscribe", async (ctx) => {
    const text = ctx.match.trim();
    if (text === "") {
      await sendText(ctx, ctx.locale.following.followUsage);
      return;
    }
    if (!(await mayAsk(ctx, deps))) return;
    const register = engine.register();
    const subject = subjectOf(text, register);
    const typed = subject ?? typedFilter(text, register, ctx.locale);
    if ("problem" in typed) {
      await sendText(ctx, typed.problem);
      return;
    }
    const filter = timeless(typed.filter);
    const isAny = Object.keys(filter).length === 0;
    const name = subject?.name ?? ctx.locale.visits.scope(filter);
    await sendText(ctx, isAny ? ctx.locale.following.followUsage : follow(ctx, filter, name));
  });

  feature.callbackQuery(buttons.follow.pattern, async (ctx) => {
    const [list] = buttons.follow.read(ctx.match);
    const filter = visitLists.recall(list);
    const kept = timeless(filter ?? {});
    if (ctx.chat === undefined || Object.keys(kept).length === 0) {
      await tolerate(ctx.answerCallbackQuery(ctx.locale.visits.listExpired));
      return;
    }
    const told = follow(ctx, kept, ctx.locale.visits.scope(kept));
    await tolerate(ctx.answerCallbackQuery({ text: told, show_alert: true }));
  });

  feature.command("subscriptions", async (ctx) => {
    const { following, followingNone, unfollow } = ctx.locale.following;
    const mine = readers.subscriptionsOf(ctx.chat.id);
    const keyboard = new InlineKeyboard();
    for (const { id, name } of mine) keyboard.text(unfollow(name), buttons.unfollow.data(id)).row();
    await sendText(ctx, mine.length === 0 ? followingNone : following, keyboard);
  });

  feature.callbackQuery(buttons.unfollow.pattern, async (ctx) => {
    const [id] = buttons.unfollow.read(ctx.match);
    const { unfollowed, unfollowedBefore } = ctx.locale.following;
    const ended = readers.unsubscribe(ctx.chat?.id ?? 0, id);
    const told = ended === null ? unfollowedBefore : unfollowed(ended.name);
    await tolerate(ctx.answerCallbackQuery(told));
    const rows = (ctx.callbackQuery.message?.reply_markup?.inline_keyboard ?? [])
      .map((row) =>
        row.filter(
          (key) => !("callback_data" in key) || key.callback_data !== ctx.callbackQuery.data,
        ),
      )
      .filter((row) => row.length > 0);
    // The message may be news, which stay.
    if (rows.length > 0)
      await tolerate(ctx.editMessageReplyMarkup({ reply_markup: new InlineKeyboard(rows) }));
    else await tolerate(ctx.editMessageText(told, NO_PREVIEW));
  });

  return feature;
}
