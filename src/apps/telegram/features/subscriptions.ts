import { type Composer, InlineKeyboard } from "grammy";
import { exchangeOf } from "../../../answers/question/index.ts";
import { type Subject, subjectOf } from "../../../answers/visits/index.ts";
import { foldedTerms, normalizeText } from "../../../language/text/index.ts";
import type { VisitFilter } from "../../../model/index.ts";
import { said } from "../../shared/index.ts";
import { buttons } from "../buttons.ts";
import { type BotContext, conversationOf, senderOf } from "../context.ts";
import { NO_PREVIEW, sendRendered, sendText } from "../delivery/send.ts";
import type { FeatureDeps } from "../feature-deps.ts";
import { typedFilter } from "../messages/list-message.ts";
import { shorten } from "../messages/render-answer.ts";
import { latestPage, subjectPage } from "../messages/subject-page.ts";
import { tolerate } from "../middlewares/errors.ts";
import { questionOf } from "../middlewares/gates.ts";
import { mayAsk } from "../middlewares/limits.ts";

/** Whole messages, folded, that ask for news. */
const NEWS =
  /^(?:(?:cho (?:toi |minh |em )?(?:xem |biet )?)?(?:co )?(?:cac )?(?:tin tuc|tin|bai viet|bai)(?: gi)? moi(?: nhat)?(?: khong| nao| nhe| a)?|(?:co )?gi moi(?: khong| nua khong)?|moi nhat|(?:the )?(?:latest|newest|recent)(?: news| articles| updates)?|what s new|news|最 新(?: 消 息| 文 章| 新 闻)?|有 什 么 新(?: 消 息| 闻| 新 闻))$/u;

/** `/latest` and "Tin mới nhất": the newest visits and articles. */
export function latestFeature(feature: Composer<BotContext>, deps: FeatureDeps): void {
  async function show(ctx: BotContext): Promise<void> {
    const page = latestPage(deps, ctx.locale);
    if (page === null) await sendText(ctx, ctx.locale.telegram.noSources);
    else await sendRendered(ctx, [page.message], { keyboard: page.keyboard });
  }

  feature.command("latest", show);
  feature.on("message", async (ctx, next) => {
    const words = foldedTerms(questionOf(ctx.message, ctx.me) ?? "");
    if (words.length === 0 || !NEWS.test(words.join(" "))) return await next();
    if (await mayAsk(ctx, deps)) await show(ctx);
  });
}

/** A message that is only the name of a person or place: a page on it. */
export function subjectFeature(feature: Composer<BotContext>, deps: FeatureDeps): void {
  const { engine, conversations } = deps;

  feature.on("message", async (ctx, next) => {
    const text = questionOf(ctx.message, ctx.me);
    const subject = text === null ? null : subjectOf(normalizeText(text), engine.register());
    if (subject === null) return await next();
    if (!(await mayAsk(ctx, deps)) || !(await deps.late.answerable(ctx))) return;
    const { message, keyboard } = subjectPage(subject, deps, ctx.locale);
    await sendRendered(ctx, [message], { keyboard });
    if (subject.kind === "person") refersTo(subject, ctx);
  });

  /** "Ông ấy" then means the person of the page. */
  function refersTo({ name }: Subject, ctx: BotContext): void {
    const exchange = exchangeOf(said(`${name} là ai?`, "vi", ""), conversations.now());
    conversations.remember(conversationOf(ctx), exchange);
  }
}

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
export function subscriptionsFeature(feature: Composer<BotContext>, deps: FeatureDeps): void {
  const { engine, readers, visitLists } = deps;

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
    if (text === "") return await sendText(ctx, ctx.locale.following.followUsage);
    if (!(await mayAsk(ctx, deps))) return;
    const register = engine.register();
    const subject = subjectOf(text, register);
    const typed = subject ?? typedFilter(text, register, ctx.locale);
    if ("problem" in typed) return await sendText(ctx, typed.problem);
    const filter = timeless(typed.filter);
    const isAny = Object.keys(filter).length === 0;
    const name = subject?.name ?? ctx.locale.visits.scope(filter);
    await sendText(ctx, isAny ? ctx.locale.following.followUsage : follow(ctx, filter, name));
  });

  buttons.follow.on(feature, async (ctx, list) => {
    const filter = visitLists.recall(list);
    const kept = timeless(filter ?? {});
    if (ctx.chat === undefined || Object.keys(kept).length === 0)
      return await tolerate(ctx.answerCallbackQuery(ctx.locale.visits.listExpired));
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

  buttons.unfollow.on(feature, async (ctx, id) => {
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
}
