import { LRUCache } from "lru-cache";

const MAX_CHATS = 5000;

/** Notices that a chat gets once in a while and not with each message. */
export class Notices {
  readonly #told: LRUCache<number, number>;
  readonly #everyMs: number;
  readonly #now: () => number;

  constructor(everyMs: number, now: () => number = () => performance.now()) {
    this.#told = new LRUCache({ max: MAX_CHATS });
    this.#everyMs = everyMs;
    this.#now = now;
  }

  /** True where the chat has not been told lately; it then counts as told. */
  isDue(chatId: number): boolean {
    const last = this.#told.get(chatId);
    if (last !== undefined && this.#now() - last < this.#everyMs) return false;
    this.#told.set(chatId, this.#now());
    return true;
  }
}
