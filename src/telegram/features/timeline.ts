import { Composer, InputFile } from "grammy";
import { LRUCache } from "lru-cache";
import { localeFor } from "../../locale/locales.ts";
import { visitsFileName } from "../../register/export/file-name.ts";
import { ALL_VISITS } from "../../register/facts.ts";
import type { BotContext, FeatureDeps } from "../context.ts";
import { mayAsk } from "../may-ask.ts";
import { sendText } from "../send.ts";
import { whileTyping } from "../typing.ts";
import { nothingFound, typedFilter } from "../visits/typed.ts";

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
    const { timelinePng } = await import("../../register/timeline/render.ts");
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
