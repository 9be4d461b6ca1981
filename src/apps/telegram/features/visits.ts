import { type Composer, InlineKeyboard } from "grammy";
import type { InlineQueryResultArticle } from "grammy/types";
import { LRUCache } from "lru-cache";
import { readTypedFilter } from "../../../answers/visits/index.ts";
import type { Engine } from "../../../engine.ts";
import { type Locale, vietnamDay } from "../../../locale/index.ts";
import type { Visit } from "../../../model/index.ts";
import {
  answerAbout,
  filterValues,
  type OfferedQuestion,
  questionsAbout,
  visitTitle,
  withoutValue,
  withValue,
} from "../../shared/index.ts";
import { answerQuestion } from "../answer-question.ts";
import { valueCode, visitButtons } from "../buttons.ts";
import { composeMessages, type ShownMessage } from "../compose.ts";
import type { BotContext } from "../context.ts";
import { editRendered, sendRendered, sendText } from "../delivery/send.ts";
import type { FeatureDeps } from "../feature-deps.ts";
import { listMessage, menuMessage, recalledFilter, typedFilter } from "../messages/list-message.ts";
import { addReading } from "../messages/reading.ts";
import { addCorrections, citedSources, renderVisit, sidesLine } from "../messages/render-visit.ts";
import { tolerate } from "../middlewares/errors.ts";
import { mayAsk } from "../middlewares/limits.ts";

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
export function inlineVisitsFeature(
  feature: Composer<BotContext>,
  { engine, limits, metrics }: FeatureDeps,
): void {
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
}

/** Questions that are offered about a visit. */
const MAX_OFFERED = 3;

/**
 * Those questions whose answer comes from the articles that tell of the visit, each answer once; one that
 * another article answers is about another visit.
 */
async function answerableQuestions(
  visit: Visit,
  locale: Locale,
  engine: Pick<Engine, "ask">,
): Promise<OfferedQuestion[]> {
  const offered: OfferedQuestion[] = [];
  const answers = new Set<string>();
  for (const one of questionsAbout(visit, locale)) {
    const answer = await answerAbout(visit, one.question, engine);
    if (answer === null || answers.has(answer)) continue;
    answers.add(answer);
    offered.push(one);
    if (offered.length === MAX_OFFERED) break;
  }
  return offered;
}

/** Visits whose offered questions are kept. */
const KEPT_OFFERS = 500;

/**
 * `/visits`: the register in pages, filters by buttons, a visit at a tap, questions about it. One message is
 * edited all along; its buttons carry all they need, so anybody in a group may press them, after a restart too.
 */
export function visitsFeature(feature: Composer<BotContext>, deps: FeatureDeps): void {
  const { engine, visitLists, turns } = deps;

  feature.command("visits", async (ctx) => {
    const register = engine.register();
    const typed = typedFilter(ctx.match, register, ctx.locale);
    if ("problem" in typed) return await sendText(ctx, typed.problem);
    const list = { id: visitLists.keep(typed.filter), filter: typed.filter };
    const { message, keyboard } = listMessage(register, list, 0, ctx.locale);
    await sendRendered(ctx, [message], { keyboard });
  });

  /** Each takes three answers to find, and a group presses the same button. */
  const kept = new LRUCache<string, OfferedQuestion[]>({ max: KEPT_OFFERS });
  async function offeredOn(visit: Visit, locale: Locale): Promise<OfferedQuestion[]> {
    const key = `${engine.status().builtAt} ${locale.language} ${visit.id}`;
    const offered = kept.get(key) ?? (await answerableQuestions(visit, locale, engine));
    kept.set(key, offered);
    return offered;
  }

  const edit = (ctx: BotContext, { message, keyboard }: ShownMessage) =>
    tolerate(editRendered(ctx, message, keyboard));

  /** A visit; the press of one that is gone is answered. */
  async function known(ctx: BotContext, id: string): Promise<Visit | null> {
    const visit = engine.register().visit(id);
    if (visit === null) await tolerate(ctx.answerCallbackQuery(ctx.locale.visits.visitGone));
    return visit;
  }

  feature.callbackQuery(visitButtons.all.pattern, async (ctx, next) => {
    // A message sent by way of another chat has no place for a list.
    if (ctx.chat === undefined) return await next();
    const [id] = visitButtons.all.read(ctx.match);
    const filter = await recalledFilter(ctx, visitLists, id);
    if (filter === null) return;
    await tolerate(ctx.answerCallbackQuery());
    const { message, keyboard } = listMessage(engine.register(), { id, filter }, 0, ctx.locale);
    await sendRendered(ctx, [message], { keyboard });
  });

  visitButtons.page.on(feature, async (ctx, id, page) => {
    const filter = await recalledFilter(ctx, visitLists, id);
    if (filter === null) return;
    await tolerate(ctx.answerCallbackQuery());
    await edit(ctx, listMessage(engine.register(), { id, filter }, page, ctx.locale));
  });

  visitButtons.menu.on(feature, async (ctx, id, by, page) => {
    const filter = await recalledFilter(ctx, visitLists, id);
    if (filter === null) return;
    await tolerate(ctx.answerCallbackQuery());
    const list = { id, filter };
    await edit(ctx, menuMessage(engine.register(), list, by, page, ctx.locale));
  });

  visitButtons.set.on(feature, async (ctx, id, by, chosen) => {
    const filter = await recalledFilter(ctx, visitLists, id);
    if (filter === null) return;
    const register = engine.register();
    const values = filterValues(register, filter, by);
    const value = values.find((facet) => valueCode(facet.value) === chosen)?.value;
    // The index may have changed since the value was offered.
    if (value === undefined && chosen !== null)
      return await tolerate(ctx.answerCallbackQuery(ctx.locale.visits.listExpired));
    await tolerate(ctx.answerCallbackQuery());
    const next = value === undefined ? withoutValue(filter, by) : withValue(filter, by, value);
    const list = { id: visitLists.keep(next), filter: next };
    await edit(ctx, listMessage(register, list, 0, ctx.locale));
  });

  visitButtons.open.on(feature, async (ctx, list, page, id) => {
    const visit = await known(ctx, id);
    if (visit === null) return;
    await tolerate(ctx.answerCallbackQuery());
    const { ask, back } = ctx.locale.visits;
    const keyboard = addReading(new InlineKeyboard(), citedSources(visit), deps, ctx.locale, {
      as: "listed",
    })
      .text(ask, visitButtons.ask.data(list, page, id))
      .row()
      .text(back, visitButtons.page.data(list, page));
    if (deps.adminIds.has(ctx.from.id)) addCorrections(keyboard, visit, list, page, ctx.locale);
    await edit(ctx, { message: renderVisit(visit, ctx.locale), keyboard });
  });

  visitButtons.ask.on(feature, async (ctx, list, page, id) => {
    const visit = await known(ctx, id);
    if (visit === null) return;
    const { chooseQuestion, noQuestion, back } = ctx.locale.visits;
    if (!(await mayAsk(ctx, deps))) return;
    const offered = await turns(ctx.chat?.id ?? ctx.from.id, "question", () =>
      offeredOn(visit, ctx.locale),
    );
    if (offered.length === 0)
      return await tolerate(ctx.answerCallbackQuery({ text: noQuestion, show_alert: true }));
    await tolerate(ctx.answerCallbackQuery());
    const keyboard = new InlineKeyboard();
    for (const [i, { number }] of offered.entries())
      keyboard.text(String(i + 1), visitButtons.question.data(id, number));
    keyboard.row().text(back, visitButtons.open.data(list, page, id));
    const [message] = composeMessages([
      { runs: [{ text: visitTitle(visit, ctx.locale), bold: true }] },
      { runs: [{ text: sidesLine(visit) }] },
      { runs: [{ text: chooseQuestion }], gap: true },
      ...offered.map(({ question }, i) => ({ runs: [{ text: `${i + 1}. ${question}` }] })),
    ]);
    await edit(ctx, { message: message!, keyboard });
  });

  visitButtons.question.on(feature, async (ctx, id, number) => {
    const visit = await known(ctx, id);
    if (visit === null) return;
    const question = questionsAbout(visit, ctx.locale).find(
      (one) => one.number === number,
    )?.question;
    if (question === undefined)
      return await tolerate(ctx.answerCallbackQuery(ctx.locale.visits.listExpired));
    await tolerate(ctx.answerCallbackQuery());
    await answerQuestion(ctx, question, deps, { showQuestion: true });
  });
}
