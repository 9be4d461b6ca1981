import type { Transformer } from "grammy";
import type { Logger } from "pino";
import { errorFacts } from "./errors.ts";
import type { Journal } from "./journal.ts";

/** Calls that put a message into a chat; repeating any other one shows nothing twice. */
const PUTS_A_MESSAGE = /^(?:send(?!ChatAction)|copy|forward)/u;

/**
 * For the calls of one update: keeps what Telegram has acknowledged, and where an earlier process was
 * ended in the midst of the answer, gives back what was sent then instead of sending it again. Only
 * a message whose acknowledgement was still on its way at that moment comes twice; Telegram has no
 * means against that, and an answer that comes twice is better than none.
 */
export function replaySent(updateId: number, journal: Journal, logger: Logger): Transformer {
  const before = journal.sentBefore(updateId);
  let count = 0;
  return async (prev, method, payload, signal) => {
    if (!PUTS_A_MESSAGE.test(method)) return await prev(method, payload, signal);
    const ordinal = count++;
    const sent = before[ordinal];
    if (sent?.method === method) return { ok: true, result: sent.result as never };
    const response = await prev(method, payload, signal);
    if (response.ok) {
      try {
        journal.sent(updateId, ordinal, { method, result: response.result });
      } catch (error) {
        logger.error({ error: errorFacts(error) }, "a sent message could not be recorded");
      }
    }
    return response;
  };
}
