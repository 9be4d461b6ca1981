import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";
import type { Answer, Language, VisitFilter } from "../../../model/index.ts";
import type { Sqlite } from "../../../storage/index.ts";

const ID_CHARS = 10;

/**
 * Texts in a database of `openBotDatabase`: they outlive the process.
 *
 * @param most The oldest beyond it are forgotten.
 */
export function keptTexts(db: Sqlite, table: string, most: number, now: () => number = Date.now) {
  db.exec(
    `CREATE TABLE IF NOT EXISTS ${table} (row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, text TEXT NOT NULL)`,
  );
  // Databases of version 0.1 do not know when: what they hold counts as kept now.
  if (
    !db
      .prepare(`PRAGMA table_info(${table})`)
      .all()
      .some(([, name]) => name === "kept_ms")
  )
    db.exec(
      `ALTER TABLE ${table} ADD COLUMN kept_ms INTEGER NOT NULL DEFAULT ${Math.round(now())}`,
    );
  // Replacing moves a text that is kept again to the young end.
  const insert = db.prepare(`INSERT OR REPLACE INTO ${table} (id, text, kept_ms) VALUES (?, ?, ?)`);
  const forget = db.prepare(
    `DELETE FROM ${table} WHERE row <= (SELECT max(row) FROM ${table}) - ?`,
  );
  const old = db.prepare(`DELETE FROM ${table} WHERE kept_ms < ?`);
  const find = db.prepare(`SELECT text FROM ${table} WHERE id = ?`);
  return {
    /** Keeps a text. @returns Its id, the same for the same text, of [A-Za-z0-9_-]. */
    keep(text: string): string {
      const id = createHash("sha256").update(text).digest("base64url").slice(0, ID_CHARS);
      insert.run(id, text, now());
      forget.run(most);
      return id;
    },
    /** Deletes what was last kept before a time, milliseconds since 1970. */
    forgetBefore: (ms: number): void => void old.run(ms),
    /** The text of an id, or null where it is no longer kept. */
    recall(id: string): string | null {
      const found = find.get(id);
      return found === undefined ? null : String(found[0]);
    },
  };
}

/** Texts that buttons stand for: callback data holds 64 bytes, an article's id or a filter may be longer. */
export type KeptTexts = ReturnType<typeof keptTexts>;

/** A question whose answer stands in a message; `language` where it is not that of the question itself. */
export interface AskedQuestion {
  readonly question: string;
  readonly language: Language | null;
}

/** Questions of answers in private chats, which reply to no message; the oldest are forgotten. */
const MAX_QUESTIONS = 20_000;

/**
 * Answers whose buttons still work, by the message that carries the buttons; the oldest go first. Answers are in
 * memory; of one that replies to no message its question is kept in the database, so that it can be asked again.
 */
export class RecentAnswers {
  readonly #answers: LRUCache<string, Answer>;
  readonly #now: () => number;

  /** @param maxAnswers How many are kept; an answer takes some kilobytes. */
  constructor(
    private readonly db: Sqlite,
    { maxAnswers = 1000, now = Date.now } = {},
  ) {
    this.#answers = new LRUCache({ max: maxAnswers });
    this.#now = now;
    db.exec(`CREATE TABLE IF NOT EXISTS asked_questions (
      row INTEGER PRIMARY KEY,
      chat_id INTEGER NOT NULL,
      message_id INTEGER NOT NULL,
      asked TEXT NOT NULL,
      kept_ms INTEGER NOT NULL,
      UNIQUE (chat_id, message_id)
    )`);
  }

  /** @param asked Kept beyond the process. */
  remember(chatId: number, messageId: number, answer: Answer, asked?: AskedQuestion): void {
    this.#answers.set(`${chatId}:${messageId}`, answer);
    if (asked === undefined) return;
    this.db
      .prepare(
        "INSERT OR REPLACE INTO asked_questions (chat_id, message_id, asked, kept_ms) VALUES (?, ?, ?, ?)",
      )
      .run(chatId, messageId, JSON.stringify(asked), this.#now());
    this.db
      .prepare(
        "DELETE FROM asked_questions WHERE row <= (SELECT max(row) FROM asked_questions) - ?",
      )
      .run(MAX_QUESTIONS);
  }

  /** The answer that a message carries, or null; a use keeps it longer. */
  recall(chatId: number, messageId: number): Answer | null {
    return this.#answers.get(`${chatId}:${messageId}`) ?? null;
  }

  /** The question that a message answers, or null where none is kept. */
  asked(chatId: number, messageId: number): AskedQuestion | null {
    const found = this.db
      .prepare("SELECT asked FROM asked_questions WHERE chat_id = ? AND message_id = ?")
      .get(chatId, messageId);
    return found === undefined ? null : (JSON.parse(String(found[0])) as AskedQuestion);
  }

  /** Deletes the questions kept before a time, milliseconds since 1970. */
  forgetBefore(ms: number): void {
    this.db.prepare("DELETE FROM asked_questions WHERE kept_ms < ?").run(ms);
  }

  /** Forgets the answers in a chat and deletes their questions. */
  forgetChat(chatId: number): void {
    for (const key of [...this.#answers.keys()])
      if (key.startsWith(`${chatId}:`)) this.#answers.delete(key);
    this.db.prepare("DELETE FROM asked_questions WHERE chat_id = ?").run(chatId);
  }
}

/** The lists that were asked for last; the buttons of older ones say that they have expired. */
const MAX_LISTS = 20_000;
/** Of all visits; it needs no keeping. */
export const ALL_LIST = "0";

/** Lists in a database of `openBotDatabase`: they outlive the process. */
export function visitLists(db: Sqlite) {
  const filters = keptTexts(db, "visit_filters", MAX_LISTS);
  return {
    /** Keeps a filter. @returns Its id, the same for the same filter, of [A-Za-z0-9_-]. */
    keep(filter: VisitFilter): string {
      if (Object.keys(filter).length === 0) return ALL_LIST;
      return filters.keep(JSON.stringify(filter, Object.keys(filter).sort()));
    },
    /** Deletes the filters last used before a time, milliseconds since 1970. */
    forgetBefore: filters.forgetBefore as (ms: number) => void,
    /** The filter of a list, or null where it is no longer kept. */
    recall(id: string): VisitFilter | null {
      if (id === ALL_LIST) return {};
      const found = filters.recall(id);
      return found === null ? null : (JSON.parse(found) as VisitFilter);
    },
  };
}

/** What the lists of visits in chats are filtered by: buttons hold 64 bytes, a filter more. */
export type VisitLists = ReturnType<typeof visitLists>;
