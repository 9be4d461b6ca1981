import { Composer, InputFile } from "grammy";
import { localeFor } from "../../locale/locales.ts";
import { visitsFileName } from "../../register/export/file-name.ts";
import { ALL_VISITS } from "../../register/facts.ts";
import type { BotContext, FeatureDeps } from "../context.ts";
import { sendText } from "../send.ts";
import { whileTyping } from "../typing.ts";
import { nothingFound, typedFilter } from "../visits/typed.ts";

/** `/timeline [filter]`: a picture of the visits over time. */
export function timelineFeature({ engine }: Pick<FeatureDeps, "engine">): Composer<BotContext> {
  const feature = new Composer<BotContext>();
  feature.command("timeline", async (ctx) => {
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
    const png = await whileTyping(ctx, () => timelinePng(found, scope));
    if (png === null) {
      await sendText(ctx, visits.timelineUndated(found.total));
      return;
    }
    const { total, articles } = found;
    await ctx.replyWithPhoto(new InputFile(png, visitsFileName(scope, "png")), {
      caption: visits.timelineCaption({ total, articles, years: null }, typed.scope),
    });
  });
  return feature;
}
