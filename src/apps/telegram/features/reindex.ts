import { setTimeout as sleep } from "node:timers/promises";
import { type Composer, InlineKeyboard } from "grammy";
import type { Logger } from "pino";
import type { Actor } from "../../../articles/corpus/index.ts";
import type { KeptGeneration } from "../../../indexing/index.ts";
import type { Locale } from "../../../locale/index.ts";
import type { Language, ReindexOutcome } from "../../../model/index.ts";
import { buttons } from "../buttons.ts";
import type { BotContext } from "../context.ts";
import { sendText } from "../delivery/send.ts";
import type { FeatureDeps } from "../feature-deps.ts";
import { shorten } from "../messages/render-answer.ts";
import { errorFacts, tolerate } from "../middlewares/errors.ts";
import { actorOf } from "../middlewares/gates.ts";

/**
 * One message whose text follows a progress: the latest text is shown, edits are at least
 * `intervalMs` apart, texts in between are skipped, a failed edit is logged and the next one tried.
 */
export class ProgressMessage {
  readonly #edit: (text: string) => Promise<unknown>;
  readonly #send: (text: string) => Promise<unknown>;
  readonly #intervalMs: number;
  readonly #logger: Logger;
  readonly #stopping: AbortSignal;
  #wanted: string | null = null;
  #last: string | null = null;
  #loop: Promise<void> | null = null;
  #editedAt = Number.NEGATIVE_INFINITY;

  constructor(options: {
    /** Gives null where the message can't be edited. */
    readonly edit: (text: string) => Promise<unknown>;
    /** Sends the last text where it can't be shown by an edit. */
    readonly send: (text: string) => Promise<unknown>;
    readonly intervalMs: number;
    readonly logger: Logger;
    /** Once aborted, nothing more is sent. */
    readonly stopping: AbortSignal;
  }) {
    this.#edit = options.edit;
    this.#send = options.send;
    this.#intervalMs = options.intervalMs;
    this.#logger = options.logger;
    this.#stopping = options.stopping;
  }

  /** Wants `text` to be shown; returns at once. */
  show(text: string): void {
    this.#wanted = text;
    this.#loop ??= this.#run().finally(() => {
      this.#loop = null;
    });
  }

  /** Shows a last text and waits until it stands there. */
  async finish(text: string): Promise<void> {
    this.#last = text;
    this.show(text);
    while (this.#loop !== null) await this.#loop;
  }

  async #run(): Promise<void> {
    while (this.#wanted !== null) {
      const waitMs = this.#editedAt + this.#intervalMs - performance.now();
      const signal = this.#stopping;
      // A timer may fire a fraction of a millisecond early.
      if (waitMs > 0) await sleep(waitMs + 1, undefined, { signal }).catch(() => null);
      if (signal.aborted) return;
      const text: string = this.#wanted;
      this.#wanted = null;
      try {
        const shown = await this.#edit(text);
        if (shown === null && text === this.#last) await this.#send(text);
      } catch (error) {
        this.#logger.warn({ error: errorFacts(error) }, "progress could not be shown");
      }
      this.#editedAt = performance.now();
    }
  }
}

const MAX_FAILURES_SHOWN = 10;
const MAX_FAILURE_CHARS = 250;

/** What an admin reads when a run has ended. */
export function reindexReport(outcome: ReindexOutcome, locale: Locale): string {
  const { telegram, indexing, operations } = locale;
  if (outcome.kind === "busy") return telegram.reindexBusy(outcome.startedBy, outcome.since);
  if (outcome.kind === "cancelled") return operations.cancelled;
  if (outcome.kind === "failed" && outcome.selfTest)
    return operations.selfTestFailed(outcome.selfTest);
  if (outcome.kind === "failed")
    return telegram.reindexFailed(shorten(outcome.reason, MAX_FAILURE_CHARS));
  const { counters } = outcome;
  const { failures } = counters;
  const lines = [telegram.reindexDone, indexing.summary(counters)];
  if (failures.length > 0) {
    lines.push("", indexing.failuresLabel(failures.length));
    for (const { path, reason } of failures.slice(0, MAX_FAILURES_SHOWN))
      lines.push(shorten(`• ${path}: ${reason}`, MAX_FAILURE_CHARS));
    const left = failures.length - MAX_FAILURES_SHOWN;
    if (left > 0) lines.push(indexing.moreFailures(left));
  }
  return lines.join("\n");
}

/** Whether the message of a run still has its button. */
interface Running {
  ended: boolean;
}

/** `/reindex`, `/reindex full` and `/cancel`. Must stand behind the admin gate. */
export function reindexFeature(feature: Composer<BotContext>, deps: FeatureDeps): void {
  feature.command("reindex", async (ctx) => {
    const mode = ctx.match.trim().toLowerCase();
    if (mode !== "" && mode !== "full")
      return await sendText(ctx, ctx.locale.telegram.reindexUsage);
    const { indexing, operations } = ctx.locale;
    const button = new InlineKeyboard().text(operations.cancelButton, buttons.cancelReindex.data());
    const message = await sendText(ctx, indexing.starting, button);
    const running: Running = { ended: false };
    const progress = new ProgressMessage({
      edit: (text) =>
        tolerate(
          ctx.api.editMessageText(message.chat.id, message.message_id, text, {
            ...(running.ended ? {} : { reply_markup: button }),
          }),
        ),
      // The message may have been deleted meanwhile; the report must arrive all the same.
      send: (text) => tolerate(ctx.api.sendMessage(message.chat.id, text)),
      intervalMs: deps.progressIntervalMs,
      logger: deps.logger,
      stopping: deps.stopping,
    });
    // Not awaited: the chat's next messages are answered while the index is built.
    void run(ctx, mode === "full", progress, running);
  });

  feature.command("cancel", async (ctx) => {
    const { cancelling, nothingToCancel } = ctx.locale.operations;
    await sendText(ctx, deps.reindexer.cancel() ? cancelling : nothingToCancel);
  });

  buttons.cancelReindex.on(feature, async (ctx) => {
    const { cancelling, nothingToCancel } = ctx.locale.operations;
    const text = deps.reindexer.cancel() ? cancelling : nothingToCancel;
    await tolerate(ctx.answerCallbackQuery(text));
  });

  function note(actor: Actor, full: boolean, outcome: ReindexOutcome): void {
    const mode = full ? "full" : "changes";
    deps.corpus.log.note(actor, "reindex", `${mode}: ${outcome.kind}`);
  }

  async function run(
    ctx: BotContext,
    full: boolean,
    progress: ProgressMessage,
    running: Running,
  ): Promise<void> {
    const actor = actorOf(ctx);
    try {
      const outcome = await deps.reindexer.start({
        full,
        startedBy: actor.name,
        onProgress: (at) => progress.show(ctx.locale.indexing.progress(at)),
      });
      running.ended = true;
      if (outcome.kind === "done") await deps.engine.reload();
      if (outcome.kind !== "busy") note(actor, full, outcome);
      deps.logger.info({ outcome: outcome.kind, full }, "re-index asked for in Telegram has ended");
      await progress.finish(reindexReport(outcome, ctx.locale));
    } catch (error) {
      deps.logger.error({ error: errorFacts(error) }, "the new index could not be switched to");
      await progress.finish(ctx.locale.telegram.reloadFailed);
    }
  }
}

/**
 * `/rollback` lists the generations, `/rollback GENERATION` asks for one; it is gone back to when a button says so.
 * Must stand behind the admin gate.
 */
export function rollbackFeature(feature: Composer<BotContext>, deps: FeatureDeps): void {
  const { engine, reindexer, corpus, logger, upkeep } = deps;

  const facts = (one: KeptGeneration, locale: Locale) => ({
    ...one,
    generation: one.name,
    builtAt: locale.dateTime(new Date(one.builtAt)),
    age: age(Date.now() - Date.parse(one.builtAt), locale.language),
  });

  /** Asks whether to go back to a generation; tells where there is none of that name. */
  function question(name: string, locale: Locale): [string, InlineKeyboard?] {
    const { rollback } = locale.desk;
    const kept = upkeep.generations();
    const found = kept.find((one) => one.name === name);
    if (found === undefined) {
      const known = kept.map((one) => one.name);
      return [locale.operations.rollBackFailed({ kind: "unknown", generation: name, known })];
    }
    const keyboard = new InlineKeyboard()
      .text(rollback.yesButton, buttons.rollBackNow.data(name))
      .text(locale.articles.cancelButton, buttons.stay.data());
    return [rollback.confirm(facts(found, locale)), keyboard];
  }

  feature.command("rollback", async (ctx) => {
    const { locale } = ctx;
    const name = ctx.match.trim();
    if (name !== "") return await sendText(ctx, ...question(shorten(name, MAX_NAME_CHARS), locale));
    const kept = upkeep.generations();
    const others = kept.filter(({ isCurrent }) => !isCurrent);
    if (others.length === 0)
      return await sendText(ctx, locale.operations.rollBackFailed({ kind: "none" }));
    const keyboard = new InlineKeyboard();
    for (const one of others) keyboard.text(one.name, buttons.rollBack.data(one.name)).row();
    const { heading, line } = locale.desk.rollback;
    const lines = kept.map((one) => line(facts(one, locale)));
    await sendText(ctx, [heading, "", ...lines].join("\n"), keyboard);
  });

  buttons.rollBack.on(feature, async (ctx, name) => {
    await tolerate(ctx.answerCallbackQuery());
    const [text, reply_markup] = question(name, ctx.locale);
    await tolerate(ctx.editMessageText(text, reply_markup ? { reply_markup } : {}));
  });

  buttons.stay.on(feature, async (ctx) => {
    await tolerate(ctx.answerCallbackQuery());
    await tolerate(ctx.editMessageText(ctx.locale.desk.rollback.stayed));
  });

  buttons.rollBackNow.on(feature, async (ctx, name) => {
    const { operations, dateTime } = ctx.locale;
    const actor = actorOf(ctx);
    const outcome = reindexer.rollBack(actor.name, name);
    await tolerate(ctx.answerCallbackQuery());
    if (outcome.kind !== "done")
      return await tolerate(ctx.editMessageText(operations.rollBackFailed(outcome)));
    await engine.reload();
    const { now, before } = outcome;
    corpus.log.note(actor, "rollback", `${before} → ${now.generation}`);
    logger.warn({ from: before, to: now.generation }, "the index was rolled back");
    const builtAt = dateTime(new Date(now.builtAt));
    await tolerate(ctx.editMessageText(operations.rolledBack({ ...now, builtAt }, before)));
  });
}

const MAX_NAME_CHARS = 30;
const UNITS = [
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
] as const;

/** "2 giờ trước". */
function age(ms: number, language: Language): string {
  const [unit, length] = UNITS.find(([, least]) => ms >= least) ?? ["minute", 60_000];
  return new Intl.RelativeTimeFormat(language).format(-Math.max(0, Math.floor(ms / length)), unit);
}
