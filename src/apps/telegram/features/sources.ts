import { Composer, InlineKeyboard } from "grammy";
import { addPager, buttons } from "../buttons.ts";
import type { RenderedMessage } from "../compose.ts";
import type { BotContext } from "../context.ts";
import { editRendered, sendRendered, sendText } from "../delivery/send.ts";
import type { FeatureDeps } from "../feature-deps.ts";
import { addReading } from "../messages/reading.ts";
import { renderSources } from "../messages/render-answer.ts";
import { tolerate } from "../middlewares/errors.ts";

const PAGE_SIZE = 8;

/** `/sources`: the articles, newest first, in pages that turn in place. */
export function sourcesFeature(deps: FeatureDeps): Composer<BotContext> {
  const { engine } = deps;
  const feature = new Composer<BotContext>();

  /** A page, the nearest one where the list has become shorter; null where there is no article. */
  function page(
    wanted: number,
    ctx: BotContext,
  ): { message: RenderedMessage; keyboard: InlineKeyboard } | null {
    const { total } = engine.sources(0, 0);
    if (total === 0) return null;
    const pages = Math.ceil(total / PAGE_SIZE);
    const number = Math.min(wanted, pages - 1);
    const offset = number * PAGE_SIZE;
    const shown = engine.sources(offset, PAGE_SIZE);
    const whole = shown.rows.map(({ articleId }, i) => {
      return { articleId, n: offset + i + 1, start: 0, end: 0, quote: "" };
    });
    const keyboard = addReading(new InlineKeyboard(), whole, deps, ctx.locale, {
      as: "listed",
    });
    addPager(keyboard, number, pages, buttons.sources.data);
    return { message: renderSources(shown, offset, ctx.locale), keyboard };
  }

  feature.command("sources", async (ctx) => {
    const first = page(0, ctx);
    if (first === null) await sendText(ctx, ctx.locale.telegram.noSources);
    else await sendRendered(ctx, [first.message], { keyboard: first.keyboard });
  });

  feature.callbackQuery(buttons.sources.pattern, async (ctx) => {
    const turned = page(buttons.sources.read(ctx.match)[0], ctx);
    await tolerate(
      turned === null
        ? ctx.answerCallbackQuery(ctx.locale.telegram.noSources)
        : ctx.answerCallbackQuery(),
    );
    if (turned !== null) await tolerate(editRendered(ctx, turned.message, turned.keyboard));
  });

  return feature;
}
