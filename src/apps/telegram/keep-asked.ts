import type { Message } from "grammy/types";
import type { Answer } from "../../model/index.ts";
import type { BotContext } from "./context.ts";
import type { FeatureDeps } from "./feature-deps.ts";
import { errorFacts } from "./middlewares/errors.ts";

/** Counts a question, and keeps it where it was refused, for admins to look at. Never throws: it was answered. */
export function keepAsked(
  { from }: Pick<BotContext, "from">,
  sent: Message,
  answer: Answer,
  { feedback, logger }: Pick<FeatureDeps, "feedback" | "logger">,
): void {
  if (answer.isTalk) return;
  try {
    feedback.countQuestion(!answer.answered);
    if (answer.answered) return;
    feedback.saveRefusal({
      chatId: sent.chat.id,
      messageId: sent.message_id,
      userId: from?.id ?? sent.chat.id,
      question: answer.question,
      answer: answer.answer,
      nearest: answer.nearest,
      confidence: answer.confidence,
    });
  } catch (error) {
    logger.warn({ error: errorFacts(error) }, "a question could not be kept for review");
  }
}
