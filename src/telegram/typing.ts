import { setTimeout as sleep } from "node:timers/promises";
import type { BotContext } from "./context.ts";

// Telegram shows the action for 5 s or until a message arrives (Bot API, sendChatAction).
const REPEAT_MS = 4000;
/** How long the reply waits for the first action, so that it doesn't show after the reply. */
const MAX_WAIT_MS = 1000;

/** Shows "typing…" in the chat while `work` runs. A failing action changes nothing. */
export async function whileTyping<T>(ctx: BotContext, work: () => Promise<T>): Promise<T> {
  const done = new AbortController();
  const act = () => ctx.replyWithChatAction("typing").catch(() => null);
  const first = act();
  const repeat = async () => {
    while (!done.signal.aborted) {
      await sleep(REPEAT_MS, undefined, { signal: done.signal });
      await act();
    }
  };
  repeat().catch(() => null);
  try {
    const result = await work();
    await Promise.race([first, sleep(MAX_WAIT_MS, undefined, { signal: done.signal })]);
    return result;
  } finally {
    done.abort();
  }
}
