import { LRUCache } from "lru-cache";
import type { Exchange } from "./exchange.ts";

/** After this long a question stands by itself again. */
const MAX_AGE_MS = 30 * 60 * 1000;
/** An exchange takes about a kilobyte. */
const MAX_CHATS = 5000;

export interface ConversationsOptions {
  readonly maxAgeMs?: number;
  readonly maxChats?: number;
  /** Milliseconds since 1970; for tests. */
  readonly now?: () => number;
}

/** The last exchange of each chat, in memory only: the chats silent for longest are forgotten first. */
export class Conversations {
  readonly #maxAgeMs: number;
  readonly #exchanges: LRUCache<number, Exchange>;
  /** The clock by which exchanges age; their `at` comes from it. */
  readonly now: () => number;

  constructor(options: ConversationsOptions = {}) {
    this.#maxAgeMs = options.maxAgeMs ?? MAX_AGE_MS;
    this.#exchanges = new LRUCache({ max: options.maxChats ?? MAX_CHATS });
    this.now = options.now ?? Date.now;
  }

  /** The last exchange of a chat, or null where there is none or it is too old. */
  last(chatId: number): Exchange | null {
    const exchange = this.#exchanges.get(chatId);
    if (exchange === undefined) return null;
    if (this.now() - exchange.at <= this.#maxAgeMs) return exchange;
    this.forget(chatId);
    return null;
  }

  remember(chatId: number, exchange: Exchange): void {
    this.#exchanges.set(chatId, exchange);
  }

  /** A chat goes on under another id. */
  move(oldChatId: number, newChatId: number): void {
    const exchange = this.#exchanges.get(oldChatId);
    this.forget(oldChatId);
    if (exchange !== undefined) this.remember(newChatId, exchange);
  }

  forget(chatId: number): void {
    this.#exchanges.delete(chatId);
  }
}
