import { Composer, InputFile } from "grammy";
import { LRUCache } from "lru-cache";
import {
  EXPORT_FORMATS,
  type ExportFormat,
  exportVisits,
  visitsFileName,
} from "../../../exports/index.ts";
import { localeFor } from "../../../locale/index.ts";
import { ALL_VISITS } from "../../shared/index.ts";
import type { BotContext } from "../context.ts";
import { sendText, whileTyping } from "../delivery/send.ts";
import type { FeatureDeps } from "../feature-deps.ts";
import { nothingFound, typedFilter } from "../messages/list-message.ts";
import { mayAsk } from "../middlewares/limits.ts";

const isFormat = (word: string): word is ExportFormat =>
  (EXPORT_FORMATS as readonly string[]).includes(word);

/** `/export csv|json|ics [filter]`: the register as a file. */
export function exportFeature(deps: FeatureDeps): Composer<BotContext> {
  const { engine, turns } = deps;
  const feature = new Composer<BotContext>();
  feature.command("export", async (ctx) => {
    const { visits } = ctx.locale;
    const [first = "", ...rest] = ctx.match.trim().split(/\s+/u);
    const format = first.toLowerCase();
    if (!isFormat(format)) {
      await sendText(ctx, visits.exportUsage);
      return;
    }
    if (!(await mayAsk(ctx, deps))) return;
    const register = engine.register();
    const typed = typedFilter(rest.join(" "), register, ctx.locale);
    if ("problem" in typed) {
      await sendText(ctx, typed.problem);
      return;
    }
    const { total, articles, visits: found } = register.find(typed.filter, ALL_VISITS);
    if (total === 0) {
      await sendText(ctx, nothingFound(register, typed.scope, ctx.locale));
      return;
    }
    const { text, leftOut } = await whileTyping(ctx, () =>
      turns(ctx.chat.id, "dear", async () => exportVisits(found, format)),
    );
    if (leftOut === total) {
      await sendText(ctx, visits.exportNoDays(total));
      return;
    }
    const caption = [visits.exportCaption({ total, articles, years: null }, typed.scope)];
    if (leftOut > 0) caption.push(visits.exportLeftOut(leftOut));
    const file = new InputFile(Buffer.from(text, "utf8"), visitsFileName(typed.scope, format));
    await ctx.replyWithDocument(file, { caption: caption.join("\n") });
  });
  return feature;
}

/** A picture takes some hundred kilobytes. */
const MAX_PICTURES = 12;

/** `/timeline [filter]`: a picture of the visits over time. */
export function timelineFeature(deps: FeatureDeps): Composer<BotContext> {
  const { engine, turns } = deps;
  const feature = new Composer<BotContext>();
  /** The last pictures, by what they show: a picture takes half a second, and many ask for the same one. */
  const pictures = new LRUCache<string, Buffer>({ max: MAX_PICTURES });
  feature.command("timeline", async (ctx) => {
    if (!(await mayAsk(ctx, deps))) return;
    const { visits } = ctx.locale;
    const register = engine.register();
    const typed = typedFilter(ctx.match, register, ctx.locale);
    if ("problem" in typed) {
      await sendText(ctx, typed.problem);
      return;
    }
    const found = register.find(typed.filter, { ...ALL_VISITS, order: "oldest" });
    if (found.total === 0) {
      await sendText(ctx, nothingFound(register, typed.scope, ctx.locale));
      return;
    }
    // What stands in the picture is Vietnamese for every reader.
    const scope = localeFor("vi").visits.scope(typed.filter);
    const { timelinePng } = await import("../../../exports/index.ts");
    const key = `${engine.status().builtAt} ${scope}`;
    const png =
      pictures.get(key) ??
      (await whileTyping(ctx, () =>
        turns(ctx.chat.id, "dear", async () => timelinePng(found, scope)),
      ));
    if (png === null) {
      await sendText(ctx, visits.timelineUndated(found.total));
      return;
    }
    pictures.set(key, png);
    const { total, articles } = found;
    await ctx.replyWithPhoto(new InputFile(png, visitsFileName(scope, "png")), {
      caption: visits.timelineCaption({ total, articles, years: null }, typed.scope),
    });
  });
  return feature;
}
