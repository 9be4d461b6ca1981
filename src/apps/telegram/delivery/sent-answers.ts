import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";
import type { Exchange } from "../../../answers/question/index.ts";
import type { Sqlite } from "../../../storage/index.ts";

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

/** The bot's answers by the message that asked, in a database of `openBotDatabase`: they outlive the process. */
export interface SentAnswers {
  keep(question: Asked, text: string, messageIds: readonly number[], context: Context): void;
  find(question: Asked): SentAnswer | null;
  /** Deletes what was kept before a time, milliseconds since 1970. */
  forgetBefore(ms: number): void;
}

/** A text is not kept, only what tells it from another. */
const digestOf = (text: string) => createHash("sha256").update(text).digest("base64url");

export function sentAnswers(db: Sqlite, now: () => number = Date.now): SentAnswers {
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
    keep({ chatId, messageId }, text, messageIds, context) {
      contexts.set(`${chatId}:${messageId}`, context);
      insert.run(chatId, messageId, digestOf(text), JSON.stringify(messageIds), now());
      forget.run(MOST);
    },
    find({ chatId, messageId }) {
      const found = find.get(chatId, messageId);
      if (found === undefined) return null;
      const [digest, answers] = found;
      return {
        messageIds: JSON.parse(String(answers)),
        answers: (text) => digestOf(text) === digest,
        context: contexts.get(`${chatId}:${messageId}`) ?? null,
      };
    },
    forgetBefore: (ms) => void old.run(ms),
  };
}
