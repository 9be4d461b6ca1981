import type { Message } from "grammy/types";
import { startsWithCommand } from "../addressed.ts";

/** Telegram's apps cut what is pasted at 4096 characters, at a space where there is one. */
const CUT_CHARS = 3_000;
/** The pieces are sent at once. */
const APART_SECONDS = 2;
/** Chats whose last paste is kept; a piece follows within seconds. */
const MAX_CHATS = 100;

/** A text that was pasted, and the proposal that it was read into. */
export interface Paste {
  readonly proposalId: string;
  readonly text: string;
  readonly last: Message;
}

/** Finds the further pieces of a pasted text that was too long for one message. */
export class LongPastes {
  readonly #last = new Map<number, Paste>();

  remember(paste: Paste): void {
    const chatId = paste.last.chat.id;
    this.#last.delete(chatId);
    this.#last.set(chatId, paste);
    const oldest = this.#last.keys().next().value;
    if (this.#last.size > MAX_CHATS && oldest !== undefined) this.#last.delete(oldest);
  }

  /** The paste that a message goes on with, its text with the message's behind it; null: none. */
  continued(message: Message): Paste | null {
    const paste = this.#last.get(message.chat.id);
    const { text, from, date } = message;
    if (paste === undefined || text === undefined || startsWithCommand(message)) return null;
    const { last } = paste;
    const follows = last.from?.id === from?.id && date - last.date <= APART_SECONDS;
    if (!follows || (last.text ?? "").length < CUT_CHARS) return null;
    // A forwarded post is whole; what follows it is another one.
    if (last.forward_origin !== undefined || message.forward_origin !== undefined) return null;
    const isWhole = /[.!?…:;"”»)]$/u.test(paste.text.trimEnd());
    return { ...paste, text: `${paste.text}${isWhole ? "\n" : " "}${text}`, last: message };
  }
}
