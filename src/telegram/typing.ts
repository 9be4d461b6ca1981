import { setTimeout as sleep } from "node:timers/promises";
import type { BotContext } from "./context.ts";

/** Most answers are there sooner, and need no action: a call less for each, and no wait for it. */
const DELAY_MS = 50;
// Telegram shows the action for 5 s or until a message arrives (Bot API, sendChatAction).
const REPEAT_MS = 4000;
/** How long the reply waits for the first action, so that it doesn't show after the reply. */
const MAX_WAIT_MS = 1000;

/** Shows "typing…" in the chat while `work` takes its time. A failing action changes nothing. */
export async function whileTyping<T>(ctx: BotContext, work: () => Promise<T>): Promise<T> {
  const done = new AbortController();
  const { signal } = done;
  let first: Promise<unknown> | null = null;
  const show = async () => {
    await sleep(DELAY_MS, undefined, { signal });
    while (!signal.aborted) {
      const action = ctx.replyWithChatAction("typing").catch(() => null);
      first ??= action;
      await action;
      await sleep(REPEAT_MS, undefined, { signal });
    }
  };
  show().catch(() => null);
  try {
    const result = await work();
    if (first !== null) await Promise.race([first, sleep(MAX_WAIT_MS, undefined, { signal })]);
    return result;
  } finally {
    done.abort();
  }
}
