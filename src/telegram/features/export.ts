import { Composer, InputFile } from "grammy";
import { visitsFileName } from "../../register/export/file-name.ts";
import { EXPORT_FORMATS, type ExportFormat, exportVisits } from "../../register/export/formats.ts";
import { ALL_VISITS } from "../../register/facts.ts";
import type { BotContext, FeatureDeps } from "../context.ts";
import { mayAsk } from "../may-ask.ts";
import { sendText } from "../send.ts";
import { whileTyping } from "../typing.ts";
import { nothingFound, typedFilter } from "../visits/typed.ts";

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
