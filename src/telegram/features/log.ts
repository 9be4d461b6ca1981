import { Composer, InlineKeyboard } from "grammy";
import { callbackPatterns, callbacks } from "../articles/callbacks.ts";
import { type Block, composeMessages, type RenderedMessage } from "../compose.ts";
import type { BotContext, FeatureDeps } from "../context.ts";
import { tolerate } from "../errors.ts";
import { shorten } from "../render-sources.ts";
import { editRendered, sendRendered, sendText } from "../send.ts";

const PAGE_SIZE = 10;
// A page is edited in place, so it must fit into one message.
const MAX_NAME_CHARS = 80;
const MAX_DETAIL_CHARS = 200;

/** `/log`: who did what and when, newest first, in pages. Must stand behind the admin gate. */
export function logFeature({ corpus }: FeatureDeps): Composer<BotContext> {
  const feature = new Composer<BotContext>();

  function page(
    { locale }: BotContext,
    number: number,
  ): { message: RenderedMessage; keyboard: InlineKeyboard } | null {
    // One more tells whether there is a next page.
    const entries = corpus.log.entries(number * PAGE_SIZE, PAGE_SIZE + 1);
    if (entries.length === 0) return null;
    const { logHeading, logEntry } = locale.articles;
    const blocks = entries.slice(0, PAGE_SIZE).map((entry): Block => {
      const detail = shorten(entry.detail, MAX_DETAIL_CHARS);
      const who = shorten(entry.actor.name, MAX_NAME_CHARS);
      return {
        runs: [
          { text: locale.dateTime(new Date(entry.at)), italic: true },
          { text: ` – ${who}: ${logEntry({ ...entry, detail })}` },
        ],
        gap: true,
      };
    });
    const keyboard = new InlineKeyboard();
    if (number > 0) keyboard.text("◀", callbacks.log(number - 1));
    if (entries.length > PAGE_SIZE) keyboard.text("▶", callbacks.log(number + 1));
    const heading: Block = { runs: [{ text: logHeading, bold: true }] };
    return { message: composeMessages([heading, ...blocks])[0]!, keyboard };
  }

  feature.command("log", async (ctx) => {
    const first = page(ctx, 0);
    if (first === null) await sendText(ctx, ctx.locale.articles.logEmpty);
    else await sendRendered(ctx, [first.message], { keyboard: first.keyboard });
  });

  feature.callbackQuery(callbackPatterns.log, async (ctx) => {
    await tolerate(ctx.answerCallbackQuery());
    const turned = page(ctx, Number(ctx.match[1]));
    if (turned !== null) await tolerate(editRendered(ctx, turned.message, turned.keyboard));
  });

  return feature;
}
