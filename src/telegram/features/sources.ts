import { Composer, InlineKeyboard } from "grammy";
import type { RenderedMessage } from "../compose.ts";
import type { BotContext } from "../context.ts";
import { tolerate } from "../errors.ts";
import type { FeatureDeps } from "../feature-deps.ts";
import { renderSources } from "../render-answer.ts";
import { editRendered, sendRendered, sendText } from "../send.ts";

const PAGE_SIZE = 8;

function pageKeyboard(page: number, pages: number): InlineKeyboard {
  const keyboard = new InlineKeyboard();
  if (pages < 2) return keyboard;
  keyboard.text("◀", `src:${page === 0 ? pages - 1 : page - 1}`);
  keyboard.text(`${page + 1}/${pages}`, `src:${page}`);
  keyboard.text("▶", `src:${page === pages - 1 ? 0 : page + 1}`);
  return keyboard;
}

/** `/sources`: the articles, newest first, in pages that turn in place. */
export function sourcesFeature({ engine }: FeatureDeps): Composer<BotContext> {
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
    return {
      message: renderSources(engine.sources(offset, PAGE_SIZE), offset, ctx.locale),
      keyboard: pageKeyboard(number, pages),
    };
  }

  feature.command("sources", async (ctx) => {
    const first = page(0, ctx);
    if (first === null) await sendText(ctx, ctx.locale.telegram.noSources);
    else await sendRendered(ctx, [first.message], { keyboard: first.keyboard });
  });

  feature.callbackQuery(/^src:(\d{1,6})$/, async (ctx) => {
    const turned = page(Number(ctx.match[1]), ctx);
    await tolerate(
      turned === null
        ? ctx.answerCallbackQuery(ctx.locale.telegram.noSources)
        : ctx.answerCallbackQuery(),
    );
    if (turned !== null) await tolerate(editRendered(ctx, turned.message, turned.keyboard));
  });

  return feature;
}
