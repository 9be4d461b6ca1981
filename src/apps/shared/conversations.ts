import { LRUCache } from "lru-cache";
import type { Exchange } from "../../answers/question/index.ts";

/** After this long a question stands by itself again. */
const MAX_AGE_MS = 30 * 60 * 1000;
/** An exchange takes about a kilobyte. */
const MAX_CHATS = 5000;

interface ConversationsOptions {
  readonly maxAgeMs?: number;
  readonly maxChats?: number;
  /** Milliseconds since 1970; for tests. */
  readonly now?: () => number;
}

/**
 * The last exchange of each conversation, in memory only: those silent for longest are forgotten first. A conversation of
 * a chat has a key that begins with the chat's id and a colon.
 */
export class Conversations {
  readonly #maxAgeMs: number;
  readonly #exchanges: LRUCache<string, Exchange>;
  /** The clock by which exchanges age; their `at` comes from it. */
  readonly now: () => number;

  constructor(options: ConversationsOptions = {}) {
    this.#maxAgeMs = options.maxAgeMs ?? MAX_AGE_MS;
    this.#exchanges = new LRUCache({ max: options.maxChats ?? MAX_CHATS });
    this.now = options.now ?? Date.now;
  }

  /** The last exchange of a conversation, or null where there is none or it is too old. */
  last(key: string): Exchange | null {
    const exchange = this.#exchanges.get(key);
    if (exchange === undefined) return null;
    if (this.now() - exchange.at <= this.#maxAgeMs) return exchange;
    this.forget(key);
    return null;
  }

  remember(key: string, exchange: Exchange): void {
    this.#exchanges.set(key, exchange);
  }

  /** A chat goes on under another id, with all its conversations. */
  move(oldChatId: number, newChatId: number): void {
    const before = `${oldChatId}:`;
    for (const [key, exchange] of [...this.#exchanges.entries()]) {
      if (!key.startsWith(before)) continue;
      this.forget(key);
      this.remember(`${newChatId}:${key.slice(before.length)}`, exchange);
    }
  }

  forget(key: string): void {
    this.#exchanges.delete(key);
  }
}
