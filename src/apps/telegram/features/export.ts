import { type Composer, InlineKeyboard, InputFile } from "grammy";
import { LRUCache } from "lru-cache";
import {
  EXPORT_FORMATS,
  type ExportFormat,
  exportVisits,
  visitsFileName,
} from "../../../exports/index.ts";
import type { VisitFilter } from "../../../model/index.ts";
import { ALL_VISITS } from "../../shared/index.ts";
import { exportButtons } from "../buttons.ts";
import type { BotContext } from "../context.ts";
import { sendText, whileTyping } from "../delivery/send.ts";
import type { FeatureDeps } from "../feature-deps.ts";
import { nothingFound, recalledFilter, typedFilter } from "../messages/list-message.ts";
import { tolerate } from "../middlewares/errors.ts";
import { mayAsk } from "../middlewares/limits.ts";

const isFormat = (word: string): word is ExportFormat =>
  (EXPORT_FORMATS as readonly string[]).includes(word);

/** `/export [format] [filter]`: the register as a file; without a format it is chosen by buttons, which keep the filter. */
export function exportFeature(feature: Composer<BotContext>, deps: FeatureDeps): void {
  const { engine, turns, visitLists } = deps;

  feature.command("export", async (ctx) => {
    const [first = "", ...rest] = ctx.match.trim().split(/\s+/u);
    const named = first.toLowerCase();
    const format = isFormat(named) ? named : null;
    const register = engine.register();
    const typed = typedFilter(format === null ? ctx.match : rest.join(" "), register, ctx.locale);
    if ("problem" in typed) await sendText(ctx, typed.problem);
    else if (format === null) await choose(ctx, typed.filter);
    else if (await mayAsk(ctx, deps)) await send(ctx, typed.filter, format);
  });

  async function choose(ctx: BotContext, filter: VisitFilter): Promise<void> {
    const register = engine.register();
    const scope = ctx.locale.visits.scope(filter);
    const { total } = register.find(filter, { offset: 0, limit: 0 });
    if (total === 0) {
      await sendText(ctx, nothingFound(register, scope, ctx.locale));
      return;
    }
    const { formats, choose: text } = ctx.locale.exports;
    const list = visitLists.keep(filter);
    const keyboard = new InlineKeyboard();
    for (const format of EXPORT_FORMATS)
      keyboard.text(formats[format], exportButtons.as.data(format, list));
    await sendText(ctx, text(total, scope), keyboard);
  }

  async function send(ctx: BotContext, filter: VisitFilter, format: ExportFormat): Promise<void> {
    const { visits } = ctx.locale;
    const register = engine.register();
    const scope = visits.scope(filter);
    const { total, articles, visits: found } = register.find(filter, ALL_VISITS);
    if (total === 0) {
      await sendText(ctx, nothingFound(register, scope, ctx.locale));
      return;
    }
    const { content, leftOut } = await whileTyping(ctx, () =>
      turns(ctx.chat?.id ?? 0, "dear", async () => exportVisits(found, format, ctx.locale)),
    );
    if (leftOut === total) {
      await sendText(ctx, visits.exportNoDays(total));
      return;
    }
    const caption = [visits.caption({ total, articles, years: null }, scope)];
    if (leftOut > 0) caption.push(visits.exportLeftOut(leftOut));
    const file = new InputFile(Buffer.from(content), visitsFileName(scope, format));
    await ctx.replyWithDocument(file, { caption: caption.join("\n") });
  }

  exportButtons.choose.on(feature, async (ctx, list) => {
    const filter = await recalledFilter(ctx, visitLists, list);
    if (filter === null) return;
    await tolerate(ctx.answerCallbackQuery());
    await choose(ctx, filter);
  });

  exportButtons.as.on(feature, async (ctx, format, list) => {
    const filter = await recalledFilter(ctx, visitLists, list);
    if (filter === null || !(await mayAsk(ctx, deps))) return;
    await tolerate(ctx.answerCallbackQuery());
    await send(ctx, filter, format);
  });
}

/** A picture takes some hundred kilobytes. */
const MAX_PICTURES = 12;

/** `/timeline [filter]`: a picture of the visits over time. */
export function timelineFeature(feature: Composer<BotContext>, deps: FeatureDeps): void {
  const { engine, turns } = deps;
  /** The last pictures, by what they show: a picture takes half a second, and many ask for the same one. */
  const pictures = new LRUCache<string, Buffer>({ max: MAX_PICTURES });
  feature.command("timeline", async (ctx) => {
    if (!(await mayAsk(ctx, deps))) return;
    const { visits } = ctx.locale;
    const register = engine.register();
    const typed = typedFilter(ctx.match, register, ctx.locale);
    if ("problem" in typed) return await sendText(ctx, typed.problem);
    const found = register.find(typed.filter, { ...ALL_VISITS, order: "oldest" });
    if (found.total === 0)
      return await sendText(ctx, nothingFound(register, typed.scope, ctx.locale));
    const { scope } = typed;
    const { timelinePng } = await import("../../../exports/index.ts");
    const key = `${engine.status().builtAt} ${ctx.locale.language} ${scope}`;
    const png =
      pictures.get(key) ??
      (await whileTyping(ctx, () =>
        turns(ctx.chat.id, "dear", async () => timelinePng(found, scope, ctx.locale)),
      ));
    if (png === null) return await sendText(ctx, visits.timelineUndated(found.total));
    pictures.set(key, png);
    const { total, articles } = found;
    await ctx.replyWithPhoto(new InputFile(png, visitsFileName(scope, "png")), {
      caption: visits.caption({ total, articles, years: null }, typed.scope),
    });
  });
}
