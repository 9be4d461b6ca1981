import { type Composer, InlineKeyboard } from "grammy";
import { isoDate } from "../../../language/text/index.ts";
import type { ReportRef, Visit, VisitFilter } from "../../../model/index.ts";
import { CORRECTIONS_FILE, type Correction } from "../../../visits/merge/index.ts";
import { visitTitle } from "../../shared/index.ts";
import { visitButtons } from "../buttons.ts";
import type { BotContext } from "../context.ts";
import { NO_PREVIEW } from "../delivery/send.ts";
import type { FeatureDeps } from "../feature-deps.ts";
import { changeOrTell, showIndexed } from "../messages/article-messages.ts";
import { shorten } from "../messages/render-answer.ts";
import { sidesLine } from "../messages/render-visit.ts";
import { tolerate } from "../middlewares/errors.ts";
import { actorOf } from "../middlewares/gates.ts";

/** Visits offered to be merged with one. */
const OFFERED = 8;
/** Looked through for them. */
const LOOKED_THROUGH = 40;
/** Days around a visit within which another telling of it may be dated. */
const NEAR_DAYS = 10;
const DAY_MS = 86_400_000;
const MAX_TITLE_CHARS = 120;
/** Articles that buttons can name. */
const MOST_PARTS = 20;

/** Marking visits as wrong, merging and parting them, from their cards. Must stand behind the admin gate. */
export function correctionsFeature(feature: Composer<BotContext>, deps: FeatureDeps): void {
  const { engine, corpus } = deps;

  /** Visits by id; the press on one that is gone, or of before corrections, is answered. */
  async function known(ctx: BotContext, ...ids: string[]): Promise<Visit[] | null> {
    const register = engine.register();
    const visits = ids.flatMap((id) => register.visit(id) ?? []);
    const { visits: texts, desk } = ctx.locale;
    const refusal =
      visits.length < ids.length
        ? texts.visitGone
        : visits.some(({ reports }) => reports === undefined)
          ? desk.correction.tooOld
          : null;
    await tolerate(
      refusal === null
        ? ctx.answerCallbackQuery()
        : ctx.answerCallbackQuery({ text: refusal, show_alert: true }),
    );
    return refusal === null ? visits : null;
  }

  const lineOf = (ctx: BotContext, visit: Visit) =>
    `${visitTitle(visit, ctx.locale)}: ${sidesLine(visit) || shorten(visit.sources[0]?.title ?? "", MAX_TITLE_CHARS)}`;

  const ask = (ctx: BotContext, text: string, reply_markup: InlineKeyboard) =>
    tolerate(ctx.editMessageText(text, { ...NO_PREVIEW, reply_markup }));

  const question = (ctx: BotContext, text: string, yes: string, no: string) =>
    ask(
      ctx,
      text,
      new InlineKeyboard()
        .text(ctx.locale.desk.correction.yesButton, yes)
        .text(ctx.locale.articles.cancelButton, no),
    );

  async function correct(ctx: BotContext, correction: Correction, visit: Visit): Promise<void> {
    const actor = actorOf(ctx);
    const action = correction.do;
    const line = JSON.stringify(correction);
    const done = await changeOrTell(ctx, () => {
      corpus.store.append(CORRECTIONS_FILE, line, action, lineOf(ctx, visit), actor);
      return true;
    });
    if (done === null) return;
    const { done: words, inIndex } = ctx.locale.desk.correction;
    await showIndexed(ctx, deps, actor.name, {
      text: `${words[action](actor.name)}\n${lineOf(ctx, visit)}`,
      indexed: inIndex,
    });
  }

  const refs = ({ reports = [] }: Visit): ReportRef[] => [...reports];

  visitButtons.wrong.on(feature, async (ctx, list, page, id) => {
    const [visit] = (await known(ctx, id)) ?? [];
    if (visit === undefined) return;
    const text = ctx.locale.desk.correction.confirmWrong(lineOf(ctx, visit));
    const back = visitButtons.open.data(list, page, id);
    await question(ctx, text, visitButtons.wrongNow.data(id), back);
  });

  visitButtons.wrongNow.on(feature, async (ctx, ...ids) => {
    const [visit] = (await known(ctx, ...ids)) ?? [];
    if (visit !== undefined) await correct(ctx, { do: "wrong", reports: refs(visit) }, visit);
  });

  /** Visits that may be told twice: of about the same days, or of the same guests; the nearest in time first. */
  function alike(visit: Visit): Visit[] {
    const register = engine.register();
    const day = dayOf(visit);
    const { head, province, organisation } = visit.guest;
    const filters: VisitFilter[] = [
      ...(day === null
        ? []
        : [{ from: isoDay(day - NEAR_DAYS * DAY_MS), to: isoDay(day + NEAR_DAYS * DAY_MS) }]),
      ...[head, organisation, province].flatMap((guest) => (guest === null ? [] : [{ guest }])),
    ];
    const found = new Map<string, Visit>();
    for (const filter of filters)
      for (const other of register.find(filter, { offset: 0, limit: LOOKED_THROUGH }).visits)
        if (other.id !== visit.id) found.set(other.id, other);
    const apart = (other: Visit) => {
      const theirs = dayOf(other);
      return day === null || theirs === null ? NEAR_DAYS * DAY_MS : Math.abs(theirs - day);
    };
    return [...found.values()].sort((a, b) => apart(a) - apart(b)).slice(0, OFFERED);
  }

  visitButtons.merge.on(feature, async (ctx, list, page, id) => {
    const [visit] = (await known(ctx, id)) ?? [];
    if (visit === undefined) return;
    const { mergeWith, noneNear } = ctx.locale.desk.correction;
    const others = alike(visit);
    const keyboard = new InlineKeyboard();
    for (const [i, other] of others.entries())
      keyboard.text(String(i + 1), visitButtons.mergeWith.data(list, page, id, other.id));
    keyboard.row().text(ctx.locale.articles.cancelButton, visitButtons.open.data(list, page, id));
    const lines = others.map((other, i) => `${i + 1}. ${lineOf(ctx, other)}`);
    const heading = others.length === 0 ? noneNear : mergeWith(lineOf(ctx, visit));
    await ask(ctx, [heading, "", ...lines].join("\n"), keyboard);
  });

  visitButtons.mergeWith.on(feature, async (ctx, list, page, id, otherId) => {
    const [visit, other] = (await known(ctx, id, otherId)) ?? [];
    if (visit === undefined || other === undefined) return;
    const { confirmMerge } = ctx.locale.desk.correction;
    const text = confirmMerge(lineOf(ctx, visit), lineOf(ctx, other));
    const back = visitButtons.open.data(list, page, id);
    await question(ctx, text, visitButtons.mergeNow.data(id, otherId), back);
  });

  visitButtons.mergeNow.on(feature, async (ctx, ...ids) => {
    const [visit, other] = (await known(ctx, ...ids)) ?? [];
    if (visit === undefined || other === undefined) return;
    await correct(ctx, { do: "merge", reports: [...refs(visit), ...refs(other)] }, visit);
  });

  const titleOf = (articleId: string) =>
    shorten(engine.article(articleId)?.article.title ?? articleId, MAX_TITLE_CHARS);

  visitButtons.part.on(feature, async (ctx, list, page, id) => {
    const [visit] = (await known(ctx, id)) ?? [];
    if (visit === undefined) return;
    const reports = refs(visit).slice(0, MOST_PARTS);
    const keyboard = new InlineKeyboard();
    for (const i of reports.keys())
      keyboard.text(String(i + 1), visitButtons.partFrom.data(list, page, id, i));
    keyboard.row().text(ctx.locale.articles.cancelButton, visitButtons.open.data(list, page, id));
    const lines = reports.map(({ articleId }, i) => `${i + 1}. ${titleOf(articleId)}`);
    await ask(ctx, [ctx.locale.desk.correction.partFrom, "", ...lines].join("\n"), keyboard);
  });

  visitButtons.partFrom.on(feature, async (ctx, list, page, id, i) => {
    const [visit] = (await known(ctx, id)) ?? [];
    const report = visit?.reports?.[i];
    if (visit === undefined || report === undefined) return;
    const { confirmPart } = ctx.locale.desk.correction;
    const text = confirmPart(titleOf(report.articleId), lineOf(ctx, visit));
    const back = visitButtons.open.data(list, page, id);
    await question(ctx, text, visitButtons.partNow.data(id, i), back);
  });

  visitButtons.partNow.on(feature, async (ctx, id, i) => {
    const [visit] = (await known(ctx, id)) ?? [];
    const report = visit?.reports?.[i];
    if (visit === undefined || report === undefined) return;
    const from = refs(visit).filter((one) => one !== report);
    if (from.length > 0) await correct(ctx, { do: "part", reports: [report], from }, visit);
  });
}

/** Milliseconds since 1970; null where the day is not known. */
function dayOf({ date }: Visit): number | null {
  const iso = isoDate(date);
  return iso === null ? null : Date.parse(iso);
}

const isoDay = (ms: number) => new Date(ms).toISOString().slice(0, 10);
