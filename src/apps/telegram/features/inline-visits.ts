import { Composer } from "grammy";
import type { InlineQueryResultArticle } from "grammy/types";
import { readTypedFilter } from "../../../answers/visits/index.ts";
import { type Locale, vietnamDay } from "../../../locale/index.ts";
import type { Visit } from "../../../model/index.ts";
import type { BotContext } from "../context.ts";
import type { FeatureDeps } from "../feature-deps.ts";
import { renderVisit, sidesLine, visitTitle } from "../messages/render-visit.ts";
import { tolerate } from "../middlewares/errors.ts";

/** Results of one answer; Telegram takes 50 and asks for the next page by the offset. */
const PAGE_SIZE = 20;
/** Telegram keeps an answer for so long: new articles should soon be found. */
const CACHE_SECONDS = 10;
/** Where the button above an empty list leads: `/start` with this parameter. */
const START_PARAMETER = "visits";

function result(visit: Visit, locale: Locale): InlineQueryResultArticle {
  const sides = sidesLine(visit);
  const article = visit.sources[0]?.title ?? "";
  return {
    type: "article",
    id: visit.id,
    title: visitTitle(visit, locale),
    description: sides === "" ? article : sides,
    input_message_content: {
      message_text: renderVisit(visit, locale, { quotes: false }).html,
      parse_mode: "HTML",
      link_preview_options: { is_disabled: true },
    },
  };
}

/** `@bot words` in any chat: visits to insert as cards; without words the newest. */
export function inlineVisitsFeature({
  engine,
  limits,
  metrics,
}: Pick<FeatureDeps, "engine" | "limits" | "metrics">): Composer<BotContext> {
  const feature = new Composer<BotContext>();
  feature.on("inline_query", async (ctx) => {
    const { query, offset } = ctx.inlineQuery;
    const refusal = limits.takeInline(ctx.from.id);
    if (refusal !== null) {
      // Unanswered, Telegram shows what it has; an empty list would look like "nothing found".
      metrics?.limited(refusal.limit);
      return;
    }
    const register = engine.register();
    const { filter, impossible } = readTypedFilter(query, vietnamDay(new Date()), register);
    const start = /^\d{1,6}$/u.test(offset) ? Number(offset) : 0;
    const { total, visits } =
      impossible === null
        ? register.find(filter, { offset: start, limit: PAGE_SIZE })
        : { total: 0, visits: [] };
    const next = start + visits.length;
    await tolerate(
      ctx.answerInlineQuery(
        visits.map((visit) => result(visit, ctx.locale)),
        {
          cache_time: CACHE_SECONDS,
          // The words are those of the asker's language, and others may not be let in.
          is_personal: true,
          next_offset: visits.length > 0 && next < total ? String(next) : "",
          ...(total === 0 && {
            button: {
              text: ctx.locale.visits.inlineNothing,
              start_parameter: START_PARAMETER,
            },
          }),
        },
      ),
    );
  });
  return feature;
}
