import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";
import type { Exchange } from "../../../answers/question/index.ts";
import type { Sqlite } from "../../../storage/index.ts";

/** Answers of one sender that are being written at once; of more the quoted ones stay. */
const MOST_PER_SENDER = 2;

/** A message of the bot whose answer is being written, and for whom. */
interface Target {
  readonly chatId: number;
  readonly messageId: number;
  readonly senderId: number;
}

interface UnderWay extends Target {
  readonly stop: AbortController;
  readonly done: Promise<void>;
}

/**
 * Which answers are being written. Each outlives the update that asked, so that nobody waits for it, and is given up
 * once its message is no longer what it was: then nothing old comes back into a chat.
 */
export class Writings {
  readonly #underWay = new Set<UnderWay>();

  /** @param stopping Aborted when the bot stops: all of them end then. */
  constructor(private readonly stopping: AbortSignal) {
    stopping.addEventListener("abort", () => {
      for (const { stop } of this.#underWay) stop.abort();
    });
  }

  /**
   * Begins one. `work` must not throw.
   *
   * @returns False where the sender has as many under way as may be, or the bot stops.
   */
  begin(target: Target, work: (signal: AbortSignal) => Promise<void>): boolean {
    const own = [...this.#underWay].filter(({ senderId }) => senderId === target.senderId);
    if (own.length >= MOST_PER_SENDER || this.stopping.aborted) return false;
    const stop = new AbortController();
    const one: UnderWay = {
      ...target,
      stop,
      done: work(stop.signal).finally(() => this.#underWay.delete(one)),
    };
    this.#underWay.add(one);
    return true;
  }

  /** Gives up those that `isMeant` names; resolves when nothing of them can reach a chat any more. */
  async cancel(isMeant: (target: Target) => boolean): Promise<void> {
    const meant = [...this.#underWay].filter(isMeant);
    for (const { stop } of meant) stop.abort();
    await Promise.all(meant.map(({ done }) => done));
  }

  /** Resolves when none is under way. */
  async ended(): Promise<void> {
    await Promise.all([...this.#underWay].map(({ done }) => done));
  }
}

/** Questions whose answers can still be found; the oldest are forgotten. Telegram lets a message be edited for two days. */
const MOST = 5_000;

/** What a conversation stood at; of older questions it is no longer known, and they stand by themselves. */
const MOST_CONTEXTS = 1_000;

/** What the conversation stood at before and behind a question. */
interface Context {
  readonly before: Exchange | null;
  readonly after: Exchange | null;
}

/** Which messages answer a question that was sent. */
export interface SentAnswer {
  /** Ids of the bot's messages, in order. */
  readonly messageIds: readonly number[];
  /** Whether a text is the one that they answer: previews and reactions change a message too. */
  readonly answers: (text: string) => boolean;
  /** Null where it is not known any more. */
  readonly context: Context | null;
}

/** The message that asks. */
interface Asked {
  readonly chatId: number;
  readonly messageId: number;
}

/** A text is not kept, only what tells it from another. */
const digestOf = (text: string) => createHash("sha256").update(text).digest("base64url");

export function sentAnswers(db: Sqlite, now: () => number = Date.now) {
  db.exec(`CREATE TABLE IF NOT EXISTS sent_answers (
    row INTEGER PRIMARY KEY,
    chat_id INTEGER NOT NULL,
    message_id INTEGER NOT NULL,
    digest TEXT NOT NULL,
    answers TEXT NOT NULL,
    kept_ms INTEGER NOT NULL,
    UNIQUE (chat_id, message_id)
  )`);
  const insert = db.prepare(
    "INSERT OR REPLACE INTO sent_answers (chat_id, message_id, digest, answers, kept_ms) VALUES (?, ?, ?, ?, ?)",
  );
  const forget = db.prepare(
    "DELETE FROM sent_answers WHERE row <= (SELECT max(row) FROM sent_answers) - ?",
  );
  const old = db.prepare("DELETE FROM sent_answers WHERE kept_ms < ?");
  const find = db.prepare(
    "SELECT digest, answers FROM sent_answers WHERE chat_id = ? AND message_id = ?",
  );
  const contexts = new LRUCache<string, Context>({ max: MOST_CONTEXTS });
  return {
    keep(
      { chatId, messageId }: Asked,
      text: string,
      messageIds: readonly number[],
      context: Context,
    ): void {
      contexts.set(`${chatId}:${messageId}`, context);
      insert.run(chatId, messageId, digestOf(text), JSON.stringify(messageIds), now());
      forget.run(MOST);
    },
    find({ chatId, messageId }: Asked): SentAnswer | null {
      const found = find.get(chatId, messageId);
      if (found === undefined) return null;
      const [digest, answers] = found;
      return {
        messageIds: JSON.parse(String(answers)),
        answers: (text) => digestOf(text) === digest,
        context: contexts.get(`${chatId}:${messageId}`) ?? null,
      };
    },
    /** Deletes what was kept before a time, milliseconds since 1970. */
    forgetBefore: (ms: number): void => void old.run(ms),
  };
}

/** The bot's answers by the message that asked, in a database of `openBotDatabase`: they outlive the process. */
export type SentAnswers = ReturnType<typeof sentAnswers>;
