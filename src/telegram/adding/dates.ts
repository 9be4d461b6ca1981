import type { DateField, Proposal } from "../../corpus/proposals.ts";
import { readTypedDate, type TypedDate } from "../../corpus/typed-date.ts";
import type { Article } from "../../ingest/article.ts";
import { normalizeLine } from "../../text/normalize.ts";
import type { BotContext, FeatureDeps } from "../context.ts";
import { tolerate } from "../errors.ts";
import { shorten } from "../render-sources.ts";
import { NO_PREVIEW, sendText } from "../send.ts";
import { renderCard, standing } from "./card.ts";
import { refreshCards, sendCard } from "./show.ts";

const MAX_TITLE_CHARS = 150;

/** Asks for a date of a proposal's article, to be given in a reply. */
export async function askDate(
  ctx: BotContext,
  proposal: Proposal,
  field: DateField,
  text: string,
  { corpus }: FeatureDeps,
): Promise<void> {
  const { datePlaceholder } = ctx.locale.corpus.adding;
  const asked = ctx.message ?? ctx.callbackQuery?.message;
  const sent = await ctx.reply(text, {
    ...NO_PREVIEW,
    ...(asked === undefined
      ? {}
      : {
          reply_parameters: { message_id: asked.message_id, allow_sending_without_reply: true },
        }),
    reply_markup: { force_reply: true, input_field_placeholder: datePlaceholder, selective: true },
  });
  const place = { chatId: sent.chat.id, messageId: sent.message_id };
  corpus.proposals.askedAt(place, { proposalId: proposal.id, field });
}

/** The question for a date. */
export const dateQuestion = (ctx: BotContext, { article }: Proposal, field: DateField) =>
  ctx.locale.corpus.adding.askDate(field, shorten(article.title, MAX_TITLE_CHARS));

function withDate(article: Article, field: DateField, { date, iso }: TypedDate & { ok: true }) {
  if (field === "published") return { ...article, published: iso };
  // It was set by a person: no words of the text tell it.
  return { ...article, event: { date, start: 0, end: 0 } };
}

/**
 * Takes a message that answers a question for a date: a reply to it, or in a private chat a date alone.
 *
 * @returns False where the message is something else.
 */
export async function takeDate(ctx: BotContext, deps: FeatureDeps): Promise<boolean> {
  const { message } = ctx;
  const { proposals } = deps.corpus;
  const text = normalizeLine(message?.text ?? "");
  if (message === undefined || text === "") return false;
  const { chat, reply_to_message: replied } = message;
  const isDate = /^\D{0,6}\d/u.test(text) && readsAsDate(text);
  if (replied === undefined && (chat.type !== "private" || !isDate)) return false;
  const prompt = proposals.asked(chat.id, replied?.message_id);
  if (prompt === null) return false;
  const { proposalId, field } = prompt;
  const proposal = proposals.get(proposalId);
  if (proposal === null || proposal.decision !== null) {
    await sendText(ctx, standing(proposal, ctx.locale));
    return true;
  }
  const typed = readTypedDate(text, field);
  if (!typed.ok) {
    const problem = ctx.locale.corpus.adding.dateProblem(typed.problem, field);
    await askDate(ctx, proposal, field, problem, deps);
    return true;
  }
  const article = withDate(proposal.article, field, typed);
  proposals.change(proposalId, { article });
  await showBelow(ctx, { ...proposal, article }, deps);
  proposals.answered(proposalId);
  return true;
}

const readsAsDate = (text: string) => {
  const read = readTypedDate(text, "event");
  return read.ok || read.problem !== "unreadable";
};

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
