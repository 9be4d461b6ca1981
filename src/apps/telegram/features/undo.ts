import { type Composer, InlineKeyboard } from "grammy";
import type { LogEntry, UndoOutcome } from "../../../articles/corpus/index.ts";
import type { Locale } from "../../../locale/index.ts";
import { articleButtons } from "../buttons.ts";
import { type Block, composeMessages, type RenderedMessage } from "../compose.ts";
import type { BotContext } from "../context.ts";
import { editRendered, sendRendered, sendText } from "../delivery/send.ts";
import type { FeatureDeps } from "../feature-deps.ts";
import { changeOrTell, showIndexed } from "../messages/article-messages.ts";
import { shorten } from "../messages/render-answer.ts";
import { tolerate } from "../middlewares/errors.ts";
import { actorOf } from "../middlewares/gates.ts";

const MAX_TITLE_CHARS = 250;

function refusal(outcome: Extract<UndoOutcome, { ok: false }>, { articles }: Locale): string {
  if (outcome.problem === "nothing") return articles.nothingToUndo;
  return outcome.problem === "other" ? articles.undoOther : articles.undoChanged(outcome.path);
}

/** `/undo`: takes the last change of the corpus back, with a question first. Must stand behind the admin gate. */
export function undoFeature(feature: Composer<BotContext>, deps: FeatureDeps): void {
  const { corpus } = deps;

  feature.command("undo", async (ctx) => {
    const { nothingToUndo, confirmUndo, undoButton, cancelButton } = ctx.locale.articles;
    const change = corpus.log.last();
    if (change === null) return await sendText(ctx, nothingToUndo);
    const { id, action, detail } = change;
    const keyboard = new InlineKeyboard()
      .text(undoButton, articleButtons.undoNow.data(id))
      .text(cancelButton, articleButtons.noUndo.data());
    const title = shorten(detail, MAX_TITLE_CHARS);
    await sendText(ctx, confirmUndo({ action, title }), keyboard);
  });

  articleButtons.undoNow.on(feature, async (ctx, change) => {
    const actor = actorOf(ctx);
    const outcome = await changeOrTell(ctx, () => corpus.store.undo(actor, change));
    if (outcome === null) return;
    await tolerate(ctx.answerCallbackQuery());
    if (!outcome.ok) return await tolerate(ctx.editMessageText(refusal(outcome, ctx.locale)));
    const { undone, undoneInIndex } = ctx.locale.articles;
    const { action } = outcome;
    const title = shorten(outcome.title, MAX_TITLE_CHARS);
    await showIndexed(ctx, deps, actor.name, {
      text: undone({ action, title }, actor.name),
      indexed: undoneInIndex,
    });
  });

  articleButtons.noUndo.on(feature, async (ctx) => {
    await tolerate(ctx.answerCallbackQuery());
    await tolerate(ctx.editMessageText(ctx.locale.articles.notUndone));
  });
}

const PAGE_SIZE = 10;
// A page is edited in place, so it must fit into one message.
const MAX_NAME_CHARS = 80;
const MAX_DETAIL_CHARS = 120;
const MAX_CHANGES_CHARS = 120;

/** What was run and how it ended, where an entry is about that: "toàn bộ, xong", "000005 → 000004". */
function runInWords({ action, detail }: LogEntry, { desk }: Locale): string | null {
  if (action === "rollback") return detail;
  const words = /^(full|changes): ([a-z]+)$/u.exec(detail);
  if (action !== "reindex" || words === null) return null;
  return words
    .slice(1)
    .map((word) => desk.run[word] ?? word)
    .join(", ");
}

/** `/log`: who did what and when, newest first, in pages. Must stand behind the admin gate. */
export function logFeature(feature: Composer<BotContext>, { corpus }: FeatureDeps): void {
  function page(
    { locale }: BotContext,
    number: number,
  ): { message: RenderedMessage; keyboard: InlineKeyboard } | null {
    // One more tells whether there is a next page.
    const entries = corpus.log.entries(number * PAGE_SIZE, PAGE_SIZE + 1);
    if (entries.length === 0) return null;
    const { logHeading, logEntry } = locale.articles;
    const more = (entry: LogEntry) => {
      const told = runInWords(entry, locale) ?? locale.desk.changes(entry.changes, locale.date);
      return told === "" ? "" : ` (${shorten(told, MAX_CHANGES_CHARS)})`;
    };
    const blocks = entries.slice(0, PAGE_SIZE).map((entry): Block => {
      const isRun = runInWords(entry, locale) !== null;
      const detail = isRun ? "" : shorten(entry.detail, MAX_DETAIL_CHARS);
      const who = shorten(entry.actor.name, MAX_NAME_CHARS);
      return {
        runs: [
          { text: locale.dateTime(new Date(entry.at)), italic: true },
          { text: ` – ${who}: ${logEntry({ ...entry, detail })}${more(entry)}` },
        ],
        gap: true,
      };
    });
    const keyboard = new InlineKeyboard();
    if (number > 0) keyboard.text("◀", articleButtons.log.data(number - 1));
    if (entries.length > PAGE_SIZE) keyboard.text("▶", articleButtons.log.data(number + 1));
    const heading: Block = { runs: [{ text: logHeading, bold: true }] };
    return { message: composeMessages([heading, ...blocks])[0]!, keyboard };
  }

  feature.command("log", async (ctx) => {
    const first = page(ctx, 0);
    if (first === null) await sendText(ctx, ctx.locale.articles.logEmpty);
    else await sendRendered(ctx, [first.message], { keyboard: first.keyboard });
  });

  articleButtons.log.on(feature, async (ctx, offset) => {
    await tolerate(ctx.answerCallbackQuery());
    const turned = page(ctx, offset);
    if (turned !== null) await tolerate(editRendered(ctx, turned.message, turned.keyboard));
  });
}
