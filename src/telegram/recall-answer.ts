import type { Answer, Language } from "../answer/answer.ts";
import { LANGUAGES, localeFor } from "../locale/locales.ts";
import { normalizeText } from "../text/normalize.ts";
import { questionOf } from "./addressed.ts";
import type { BotContext, FeatureDeps } from "./context.ts";
import { mayAsk } from "./may-ask.ts";
import { renderAnswerMessages } from "./render-answer.ts";

/**
 * The answer that the message of a pressed button carries. Where it is no longer kept (a restart),
 * the question is read from the message that was answered, or from the answer where it says how a follow-up
 * was understood, and asked again; the result counts only
 * if it reads as the message does, so that nobody votes on an answer that was never shown.
 */
export async function recallAnswer(
  ctx: BotContext,
  deps: Pick<FeatureDeps, "engine" | "recent" | "turns" | "limits" | "metrics">,
): Promise<Answer | null> {
  const message = ctx.callbackQuery?.message;
  if (message === undefined) return null;
  const kept = deps.recent.recall(message.chat.id, message.message_id);
  if (kept !== null) return kept;
  if (message.date === 0 || message.text === undefined) return null;
  const asked = message.reply_to_message;
  if (asked === undefined) return null;
  const command = /^\/ask(?:@\w+)?\s+(\S.*)/isu.exec(asked.text ?? "");
  const question = command?.[1] ?? questionOf(asked, ctx.me);
  if (!question || !(await mayAsk(ctx, deps))) return null;
  const { engine, turns } = deps;
  const shown = message.text.trim();
  const followUp = understoodIn(shown);
  const answer = await turns(message.chat.id, "question", () =>
    followUp === null
      ? engine.ask(normalizeText(question).trim())
      : engine.ask(followUp.question, { language: followUp.language }),
  );
  const understood = followUp?.question ?? null;
  const rendered = renderAnswerMessages(answer, localeFor(answer.language), { understood });
  return rendered.some(({ text, plain }) => [text.trim(), plain.trim()].includes(shown))
    ? answer
    : null;
}

/** The full question that stands on top of an answer to a follow-up, or null. */
function understoodIn(shown: string): { question: string; language: Language } | null {
  const line = shown.split("\n", 1)[0]!;
  for (const language of LANGUAGES) {
    const label = localeFor(language).answer.understoodAs("");
    if (line.startsWith(label)) return { question: line.slice(label.length), language };
  }
  return null;
}
