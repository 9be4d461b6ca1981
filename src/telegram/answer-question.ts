import { askInChat } from "../conversation/ask.ts";
import { localeFor } from "../locale/locales.ts";
import { normalizeText } from "../text/normalize.ts";
import { answerKeyboard } from "./answer-keyboard.ts";
import type { BotContext, FeatureDeps } from "./context.ts";
import { renderAnswerMessages } from "./render-answer.ts";
import { sendRendered, sendText } from "./send.ts";
import { whileTyping } from "./typing.ts";

/** Longer texts are no questions; a question of this corpus rarely exceeds 200 characters. */
export const MAX_QUESTION_CHARS = 1000;

/**
 * Answers a question or follow-up in the chat of the update, as a reply to its message where there is one.
 */
export async function answerQuestion(
  ctx: BotContext,
  text: string,
  { engine, recent, conversations }: Pick<FeatureDeps, "engine" | "recent" | "conversations">,
  options: { readonly showQuestion?: boolean } = {},
): Promise<void> {
  const question = normalizeText(text).trim();
  const hints = ctx.locale.answer;
  if (!/[\p{L}\p{N}]/u.test(question)) {
    await sendText(ctx, hints.emptyQuestion);
    return;
  }
  if (question.length > MAX_QUESTION_CHARS) {
    await sendText(ctx, hints.questionTooLong(MAX_QUESTION_CHARS));
    return;
  }
  const chatId = ctx.chat?.id ?? ctx.from?.id ?? 0;
  const { answer, understood } = await whileTyping(ctx, () =>
    askInChat(engine, conversations, chatId, question),
  );
  const sent = await sendRendered(
    ctx,
    renderAnswerMessages(answer, localeFor(answer.language), { ...options, understood }),
    { replyTo: ctx.message?.message_id, keyboard: answerKeyboard(answer, 0) },
  );
  if (sent !== null) recent.remember(sent.chat.id, sent.message_id, answer);
}
