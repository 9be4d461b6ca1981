import type { Transformer } from "grammy";
import type { Logger } from "pino";
import { errorFacts } from "./errors.ts";
import type { Journal } from "./journal.ts";

/** Calls that put a message into a chat; repeating any other one shows nothing twice. */
const PUTS_A_MESSAGE = /^(?:send(?!ChatAction)|copy|forward)/u;

/**
 * For the calls of one update: keeps what Telegram has acknowledged, and where an earlier process was
 * ended in the midst of the answer, gives back what was sent then instead of sending it again.
 *
 * Each message is sent at least once: of one whose acknowledgement was still on its way when the process
 * was ended nobody can know whether it arrived (the Bot API has no key against repetition and no way to
 * look), so it is sent again, because an answer that comes twice is better than none. Marking it before
 * sending would tell no more, only cost a write.
 */
export function replaySent(updateId: number, journal: Journal, logger: Logger): Transformer {
  const before = journal.sentBefore(updateId);
  let acknowledged = before.length;
  return async (prev, method, payload, signal) => {
    if (!PUTS_A_MESSAGE.test(method)) return await prev(method, payload, signal);
    if (before[0]?.method === method) {
      return { ok: true, result: before.shift()?.result as never };
    }
    const response = await prev(method, payload, signal);
    if (response.ok) {
      try {
        journal.sent(updateId, acknowledged++, { method, result: response.result });
      } catch (error) {
        logger.error({ error: errorFacts(error) }, "a sent message could not be recorded");
      }
    }
    return response;
  };
}
