import type { BotContext } from "./context.ts";
import { Notices } from "./notices.ts";
import { sendText } from "./send.ts";

const LATE_MS = 10 * 60 * 1000;
const TOO_LATE_MS = 24 * 3600 * 1000;
const NOTICE_EVERY_MS = LATE_MS;

/**
 * What users read after an outage. A question that waited for more than ten minutes is still answered,
 * behind a word of apology, once a chat. One that waited for more than a day is not: its author has
 * found the answer elsewhere or forgotten it; the chat is asked to send it again.
 */
export class LateNotes {
  readonly #notices: Notices;
  readonly #now: () => number;

  constructor(now: () => number = Date.now) {
    this.#notices = new Notices(NOTICE_EVERY_MS);
    this.#now = now;
  }

  /** Tells the chat where its message is late. @returns Whether the question is still to be answered. */
  async answerable(ctx: BotContext): Promise<boolean> {
    // The message under a pressed button is the bot's own; a press is as old as it arrives.
    if (ctx.message === undefined) return true;
    const ageMs = this.#now() - ctx.message.date * 1000;
    if (ageMs < LATE_MS) return true;
    const { late, tooLate } = ctx.locale.service;
    const isTooLate = ageMs >= TOO_LATE_MS;
    if (this.#notices.isDue(ctx.message.chat.id)) await sendText(ctx, isTooLate ? tooLate : late);
    return !isTooLate;
  }
}
