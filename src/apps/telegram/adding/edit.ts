import {
  type EditedArticle,
  type EditField,
  type EditProblem,
  fieldValue,
  isEditable,
  type Proposal,
  readTypedDate,
  standingOf,
  withTypedField,
} from "../../../articles/corpus/index.ts";
import { normalizeLine } from "../../../language/text/index.ts";
import type { Locale } from "../../../locale/index.ts";
import type { Article } from "../../../model/index.ts";
import type { BotContext } from "../context.ts";
import { NO_PREVIEW, sendText } from "../delivery/send.ts";
import type { FeatureDeps } from "../feature-deps.ts";
import { changeOrTell, sendIndexed } from "../messages/article-messages.ts";
import { shorten } from "../messages/render-answer.ts";
import { tolerate } from "../middlewares/errors.ts";
import { actorOf } from "../middlewares/gates.ts";
import { renderCard, standing } from "./card.ts";
import { refreshCards, sendCard } from "./decide.ts";

const MAX_TITLE_CHARS = 150;
const MAX_VALUE_CHARS = 300;
/** Longest answer to a press (Bot API, answerCallbackQuery). */
const MAX_ANSWER_CHARS = 200;
const DATES: ReadonlySet<EditField> = new Set(["published", "event"]);

const problemText = (problem: EditProblem, field: EditField, { desk }: Locale): string =>
  problem === "too-late" && field === "published"
    ? desk.editing.publishedTooLate
    : desk.editing.problem[problem];

/** Asks for a field of an article, to be given in a reply. */
export async function askField(
  ctx: BotContext,
  of: EditedArticle,
  field: EditField,
  text: string,
  { corpus }: FeatureDeps,
): Promise<void> {
  const asked = ctx.message ?? ctx.callbackQuery?.message;
  const sent = await ctx.reply(text, {
    ...NO_PREVIEW,
    ...(asked === undefined
      ? {}
      : {
          reply_parameters: { message_id: asked.message_id, allow_sending_without_reply: true },
        }),
    reply_markup: {
      force_reply: true,
      input_field_placeholder: ctx.locale.desk.editing.placeholder(field),
      selective: true,
    },
  });
  corpus.proposals.askedAt({ chatId: sent.chat.id, messageId: sent.message_id }, { of, field });
}

/** The question for a field. */
export const fieldQuestion = ({ desk }: Locale, { title }: Article, field: EditField) =>
  desk.editing.ask(field, shorten(title, MAX_TITLE_CHARS));

/**
 * Takes a message that answers a question for a field: a reply to it, or in a private chat a date alone.
 *
 * @returns False where the message is something else.
 */
export async function takeField(ctx: BotContext, deps: FeatureDeps): Promise<boolean> {
  const { message } = ctx;
  const { proposals } = deps.corpus;
  const text = normalizeLine(message?.text ?? "");
  if (message === undefined || text === "") return false;
  const { chat, reply_to_message: replied } = message;
  if (replied === undefined && (chat.type !== "private" || !isDate(text))) return false;
  const prompt = proposals.asked(chat.id, replied?.message_id);
  if (prompt === null || (replied === undefined && !DATES.has(prompt.field))) return false;
  const { of, field } = prompt;
  if ("articleId" in of) {
    await editArticle(ctx, of.articleId, field, text, deps);
    return true;
  }
  const proposal = proposals.get(of.proposalId);
  if (proposal === null || proposal.decision !== null) {
    await sendText(ctx, standing(proposal, ctx.locale));
    return true;
  }
  await editProposal(ctx, proposal, field, text, deps);
  return true;
}

/** Words that read as a date, though it may be none of the calendar. */
function isDate(text: string): boolean {
  if (!/^\D{0,6}\d/u.test(text)) return false;
  const read = readTypedDate(text, "event");
  return read.ok || read.problem !== "unreadable";
}

/** Gives an article that waits another value, and shows its card with it. */
export async function editProposal(
  ctx: BotContext,
  proposal: Proposal,
  field: EditField,
  typed: string,
  deps: FeatureDeps,
): Promise<void> {
  const { proposals } = deps.corpus;
  const of = { proposalId: proposal.id };
  const read = withTypedField(proposal.article, field, typed);
  if (!read.ok) {
    const problem = problemText(read.problem, field, ctx.locale);
    await askField(ctx, of, field, problem, deps);
    return;
  }
  const { article } = read;
  // Another address may be that of an article which is there.
  const changes = {
    article,
    ...(field === "url" ? standingOf(await deps.engine.sameAs(article)) : {}),
  };
  proposals.change(proposal.id, changes);
  await showBelow(ctx, { ...proposal, ...changes }, deps);
  proposals.answered(of);
}

/** Shows the changed card under the conversation about it; the earlier ones in the chat go. */
async function showBelow(ctx: BotContext, proposal: Proposal, deps: FeatureDeps): Promise<void> {
  const { proposals } = deps.corpus;
  const chatId = ctx.chat!.id;
  const earlier = proposals.places(proposal.id).filter((place) => place.chatId === chatId);
  const card = renderCard(proposal, deps.engine, ctx.locale);
  const place = await sendCard(ctx.api, chatId, card);
  proposals.shownAt(proposal.id, place);
  for (const { messageId } of earlier) {
    if (messageId === place.messageId) continue;
    await tolerate(ctx.api.deleteMessage(chatId, messageId));
    proposals.goneFrom({ chatId, messageId });
  }
  await refreshCards(ctx.api, proposal, deps, { chatId, locale: ctx.locale });
}

/** Why the fields of an indexed article cannot be mended; null: they can. */
export function notEditable(
  found: { readonly article: Article; readonly path: string } | null,
  { articles, desk }: Locale,
): string | null {
  if (found === null) return articles.articleGone;
  if (found.article.partOf !== null) return articles.isBrief(found.article.partOf);
  return isEditable(found.path) ? null : desk.editing.isSheet;
}

/** Gives an indexed article another value and takes that into the index. */
export async function editArticle(
  ctx: BotContext,
  articleId: string,
  field: EditField,
  typed: string,
  deps: FeatureDeps,
): Promise<void> {
  const { engine, corpus } = deps;
  const { articles, desk, date } = ctx.locale;
  const { editing } = desk;
  const found = engine.article(articleId);
  const refusal = notEditable(found, ctx.locale);
  if (found === null || refusal !== null) return await tell(ctx, refusal!);
  const read = withTypedField(found.article, field, typed);
  if (!read.ok)
    return await askField(
      ctx,
      { articleId },
      field,
      problemText(read.problem, field, ctx.locale),
      deps,
    );
  const value = fieldValue(read.article, field);
  if (value === fieldValue(found.article, field)) return await tell(ctx, editing.unchanged);
  const actor = actorOf(ctx);
  const done = await changeOrTell(ctx, () =>
    corpus.store.edit(found.path, read.article, { [field]: value }, actor),
  );
  if (done === null) return;
  if (!done) return await tell(ctx, articles.articleGone);
  corpus.proposals.answered({ articleId });
  const shown =
    field === "kind"
      ? editing.kind[value === null ? "original" : "summary"]
      : value !== null && DATES.has(field)
        ? date(value)
        : value && shorten(value, MAX_VALUE_CHARS);
  const title = shorten(read.article.title, MAX_TITLE_CHARS);
  await sendIndexed(ctx, deps, actor.name, {
    text: editing.edited(field, title, shown, actor.name),
    indexed: editing.editedInIndex,
  });
}

const tell = async (ctx: BotContext, text: string): Promise<void> => {
  if (ctx.callbackQuery === undefined) await sendText(ctx, text);
  else await tolerate(ctx.answerCallbackQuery(shorten(text, MAX_ANSWER_CHARS)));
};
