import { Composer } from "grammy";
import { exchangeOf } from "../../../answers/question/index.ts";
import { type Subject, subjectOf } from "../../../answers/visits/index.ts";
import { normalizeText, terms } from "../../../language/text/index.ts";
import { type BotContext, conversationOf } from "../context.ts";
import { sendRendered, sendText } from "../delivery/send.ts";
import type { FeatureDeps } from "../feature-deps.ts";
import { latestPage, subjectPage } from "../messages/subject-page.ts";
import { questionOf } from "../middlewares/addressed.ts";
import { mayAsk } from "../middlewares/limits.ts";

/** Whole messages, folded, that ask for news. */
const NEWS =
  /^(?:(?:cho (?:toi |minh |em )?(?:xem |biet )?)?(?:co )?(?:cac )?(?:tin tuc|tin|bai viet|bai)(?: gi)? moi(?: nhat)?(?: khong| nao| nhe| a)?|(?:co )?gi moi(?: khong| nua khong)?|moi nhat|(?:the )?(?:latest|newest|recent)(?: news| articles| updates)?|what s new|news|最 新(?: 消 息| 文 章| 新 闻)?|有 什 么 新(?: 消 息| 闻| 新 闻))$/u;

/** `/latest` and "Tin mới nhất": the newest visits and articles. */
export function latestFeature(deps: FeatureDeps): Composer<BotContext> {
  const feature = new Composer<BotContext>();

  async function show(ctx: BotContext): Promise<void> {
    const page = latestPage(deps, ctx.locale);
    if (page === null) await sendText(ctx, ctx.locale.telegram.noSources);
    else await sendRendered(ctx, [page.message], { keyboard: page.keyboard });
  }

  feature.command("latest", show);
  feature.on("message", async (ctx, next) => {
    const words = terms(questionOf(ctx.message, ctx.me) ?? "").map(({ folded }) => folded);
    if (words.length === 0 || !NEWS.test(words.join(" "))) return await next();
    if (await mayAsk(ctx, deps)) await show(ctx);
  });

  return feature;
}

/** A message that is only the name of a person or place: a page on it. */
export function subjectFeature(deps: FeatureDeps): Composer<BotContext> {
  const { engine, conversations } = deps;
  const feature = new Composer<BotContext>();

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
    const exchange = exchangeOf(
      {
        question: `${name} là ai?`,
        language: "vi",
        answered: false,
        answer: "",
        spans: [],
        confidence: 0,
        citations: [],
        nearest: [],
        more: [],
        timings: { embedMs: 0, retrieveMs: 0, answerMs: 0, totalMs: 0 },
      },
      conversations.now(),
    );
    conversations.remember(conversationOf(ctx), exchange);
  }

  return feature;
}
