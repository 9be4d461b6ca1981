import { setTimeout as sleep } from "node:timers/promises";
import type { Transformer } from "grammy";

/** After a flood limit of all chats, calls go out at 25 a second; Telegram allows about 30. */
const SPACING_MS = 40;
/** For how long after such a limit. */
const SPACED_FOR_MS = 60_000;
/** Two chats that are limited at the same time mean that the bot as a whole is. */
const CHATS_OF_A_FLOOD = 2;

const UNLIMITED = new Set(["getUpdates", "getMe", "getWebhookInfo", "setWebhook", "deleteWebhook"]);

/**
 * Keeps to Telegram's flood limits once they are met (429 with `retry_after`): the calls for that chat
 * wait as long as Telegram asks; where several chats are limited, those of every chat do, and are then
 * let out one by one. Without that, all waiting calls would come back at the same moment, be refused
 * again, and the answers be given up after some tries. The refused call itself is repeated by auto-retry.
 */
export function floodGate(now: () => number = Date.now): Transformer {
  /** Until when a chat is limited. */
  const limited = new Map<string, number>();
  let allUntil = 0;
  let spacedUntil = 0;
  let nextSlot = 0;

  function limit(chat: string, seconds: number): void {
    const at = now();
    for (const [other, until] of limited) if (until <= at) limited.delete(other);
    const until = at + seconds * 1000;
    limited.set(chat, Math.max(until, limited.get(chat) ?? 0));
    if (limited.size < CHATS_OF_A_FLOOD) return;
    allUntil = Math.max(allUntil, until);
    spacedUntil = allUntil + SPACED_FOR_MS;
  }

  async function wait(chat: string): Promise<void> {
    for (;;) {
      const until = Math.max(limited.get(chat) ?? 0, allUntil);
      if (until <= now()) break;
      // A timer may fire a fraction of a millisecond early.
      await sleep(until - now() + 1);
    }
    if (now() >= spacedUntil) return;
    nextSlot = Math.max(nextSlot + SPACING_MS, now());
    const waitMs = nextSlot - now();
    if (waitMs > 0) await sleep(waitMs);
  }

  return async (prev, method, payload, signal) => {
    if (UNLIMITED.has(method)) return await prev(method, payload, signal);
    const chat = String((payload as { chat_id?: unknown }).chat_id ?? "");
    // A late "typing…" is worse than none.
    const isAction = method === "sendChatAction";
    if (isAction && Math.max(limited.get(chat) ?? 0, allUntil) > now()) {
      return { ok: true, result: true as never };
    }
    if (!isAction) await wait(chat);
    const response = await prev(method, payload, signal);
    const seconds = response.ok ? undefined : response.parameters?.retry_after;
    if (seconds !== undefined) limit(chat, seconds);
    return response;
  };
}
