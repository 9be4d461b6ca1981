import type { Answer } from "../answer/answer.ts";
import { detectLanguage } from "../crosslingual/detect-language.ts";
import type { Engine } from "../engine.ts";
import { plainWords } from "../question/chat-words.ts";
import { completeQuestion, isFollowUp } from "../question/follow-up.ts";
import { normalizeLine } from "../text/normalize.ts";
import type { Conversations } from "./conversations.ts";
import { exchangeOf } from "./exchange.ts";
import { moreOf, wantsMore, whichVisit } from "./follow-on.ts";

/** An answer, and the full question that a follow-up was taken for; null where it stood by itself. */
interface Reply {
  readonly answer: Answer;
  readonly understood: string | null;
}

/** What a chat asks; without a register it offers no visits to choose from. */
export type ChatEngine = Pick<Engine, "ask"> & Partial<Pick<Engine, "register">>;

/**
 * Asks in a chat: a follow-up is completed from the chat's last exchange, and the new one is kept. A
 * follow-up of nothing is asked back.
 */
export async function askInChat(
  engine: ChatEngine,
  conversations: Conversations,
  conversation: string,
  text: string,
): Promise<Reply> {
  const previous = conversations.last(conversation);
  const line = plainWords(normalizeLine(text));
  // "2023?" is in no language: it goes on in the last one.
  const language = /\p{L}/u.test(line) ? detectLanguage(line) : (previous?.language ?? "vi");
  if (wantsMore(line)) {
    if (previous !== null) {
      const answer = moreOf(text, language, previous.left);
      conversations.remember(conversation, {
        ...previous,
        left: { ...previous.left, more: answer.more },
      });
      return { answer, understood: null };
    }
    if (engine.register) return asked(whichVisit(text, language, engine.register()));
  }
  const refers = isFollowUp(line, language);
  const dependent = previous !== null && refers;
  const full = dependent ? completeQuestion(line, previous, language) : line;
  const understood = full === line ? null : full;
  if (refers && understood === null && engine.register)
    return asked(whichVisit(text, language, engine.register()));
  // A completed question may mix languages: its reader is answered in the one just used.
  const answer = await (understood === null
    ? engine.ask(text)
    : engine.ask(understood, { language }));
  // To what was not understood, nothing can refer.
  const isClear = understood !== null || !dependent;
  const isUnderstood =
    answer.answered || answer.citations.length + answer.nearest.length > 0 || answer.register;
  if (isClear && isUnderstood && !answer.isTalk) {
    const from = dependent ? previous : null;
    conversations.remember(conversation, exchangeOf(answer, conversations.now(), from));
  }
  return { answer, understood };
}

const asked = (answer: Answer): Reply => ({ answer, understood: null });
