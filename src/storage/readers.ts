import type { Language, VisitFilter } from "../model/index.ts";
import { inTransaction, type Sqlite } from "./sqlite.ts";

/** Visits that a chat wants to hear of. */
export interface Subscription {
  readonly id: number;
  readonly chatId: number;
  /** Who asked for it. */
  readonly userId: number;
  readonly filter: VisitFilter;
  /** What it is on, as it is shown. */
  readonly name: string;
  readonly language: Language;
  /** The articles numbered above it are news. */
  readonly since: number;
}

/** News for a chat, written down before it is sent. */
export interface Digest {
  readonly chatId: number;
  readonly language: Language;
  /** Ids of visits, newest first. */
  readonly visits: readonly string[];
  /** Subscriptions that they are for: ids with names. */
  readonly of: readonly { readonly id: number; readonly name: string }[];
}

export const READERS_SCHEMA = `
  CREATE TABLE IF NOT EXISTS languages (
    user_id INTEGER PRIMARY KEY,
    language TEXT NOT NULL
  );
  CREATE TABLE IF NOT EXISTS subscriptions (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    chat_id INTEGER NOT NULL,
    user_id INTEGER NOT NULL,
    filter TEXT NOT NULL,
    name TEXT NOT NULL,
    language TEXT NOT NULL,
    since INTEGER NOT NULL,
    UNIQUE (chat_id, filter)
  );
  CREATE TABLE IF NOT EXISTS known_articles (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    article_id TEXT NOT NULL UNIQUE
  );
  CREATE TABLE IF NOT EXISTS digests (
    chat_id INTEGER PRIMARY KEY,
    day TEXT NOT NULL,
    body TEXT,
    begun INTEGER NOT NULL DEFAULT 0
  );
`;

const COLUMNS = "id, chat_id, user_id, filter, name, language, since";

/** The tables of `READERS_SCHEMA` in a database. */
export function readersIn(db: Sqlite) {
  const chosen = db.prepare("SELECT language FROM languages WHERE user_id = ?");
  const choose = db.prepare("INSERT OR REPLACE INTO languages (user_id, language) VALUES (?, ?)");
  const unchoose = db.prepare("DELETE FROM languages WHERE user_id = ?");
  const note = db.prepare("INSERT OR IGNORE INTO known_articles (article_id) VALUES (?)");
  const known = db.prepare("SELECT 1 FROM known_articles WHERE article_id = ?");
  const highest = db.prepare("SELECT coalesce(max(number), 0) FROM known_articles");
  const above = db.prepare("SELECT article_id, number FROM known_articles WHERE number > ?");
  const insert = db.prepare(
    `INSERT OR IGNORE INTO subscriptions (chat_id, user_id, filter, name, language, since)
     VALUES (?, ?, ?, ?, ?, ?)`,
  );
  const select = (where: string) =>
    db.prepare(`SELECT ${COLUMNS} FROM subscriptions ${where} ORDER BY id`);
  const all = select("");
  const ofChat = select("WHERE chat_id = ?");
  const one = select("WHERE chat_id = ? AND id = ?");
  const count = db.prepare("SELECT count(*) FROM subscriptions WHERE user_id = ?");
  const end = db.prepare("DELETE FROM subscriptions WHERE chat_id = ? AND id = ?");
  const endAll = db.prepare("DELETE FROM subscriptions WHERE chat_id = ?");
  const endOfUser = db.prepare("DELETE FROM subscriptions WHERE user_id = ?");
  const moveOn = db.prepare("UPDATE subscriptions SET since = ? WHERE chat_id = ?");
  const day = db.prepare("SELECT day FROM digests WHERE chat_id = ?");
  const keep = db.prepare(
    "INSERT OR REPLACE INTO digests (chat_id, day, body, begun) VALUES (?, ?, ?, 0)",
  );
  const waiting = db.prepare("SELECT body FROM digests WHERE body IS NOT NULL AND begun = 0");
  const begin = db.prepare("UPDATE digests SET begun = 1 WHERE chat_id = ?");
  const putBack = db.prepare("UPDATE digests SET begun = 0 WHERE chat_id = ?");
  const dropDigest = db.prepare("DELETE FROM digests WHERE chat_id = ?");
  const moves = ["subscriptions", "digests"].map((table) =>
    db.prepare(`UPDATE OR REPLACE ${table} SET chat_id = ? WHERE chat_id = ?`),
  );
  const subscriptionOf = (row: readonly unknown[]): Subscription => ({
    id: Number(row[0]),
    chatId: Number(row[1]),
    userId: Number(row[2]),
    filter: JSON.parse(String(row[3])),
    name: String(row[4]),
    language: row[5] as Language,
    since: Number(row[6]),
  });
  return {
    /** The language that a user chose; null: that of their Telegram. */
    language: (userId: number): Language | null =>
      (chosen.get(userId)?.[0] as Language | undefined) ?? null,
    setLanguage(userId: number, language: Language | null): void {
      if (language === null) unchoose.run(userId);
      else choose.run(userId, language);
    },
    /** Numbers the articles that are not known yet, in the order in which they became known. @returns The highest number. */
    noteArticles(ids: readonly string[]): number {
      const fresh = ids.filter((id) => known.get(id) === undefined);
      if (fresh.length > 0)
        inTransaction(db, () => {
          for (const id of fresh) note.run(id);
        });
      return Number(highest.get()![0]);
    },
    /** The articles numbered above one. */
    articlesSince: (since: number): { readonly id: string; readonly number: number }[] =>
      above.all(since).map(([id, number]) => ({ id: String(id), number: Number(number) })),
    /** Follows from now on. @returns Null where the chat follows that already. */
    subscribe(wanted: Omit<Subscription, "id">): Subscription | null {
      const { chatId, userId, filter, name, language, since } = wanted;
      const key = JSON.stringify(filter, Object.keys(filter).sort());
      const { changes, lastInsertRowid } = insert.run(chatId, userId, key, name, language, since);
      if (changes === 0) return null;
      return subscriptionOf(one.get(chatId, Number(lastInsertRowid))!);
    },
    subscriptions: (): Subscription[] => all.all().map(subscriptionOf),
    subscriptionsOf: (chatId: number): Subscription[] => ofChat.all(chatId).map(subscriptionOf),
    /** How many a user has, in all chats. */
    countOf: (userId: number): number => Number(count.get(userId)![0]),
    /** @returns What was ended; null where it was before. */
    unsubscribe(chatId: number, id: number): Subscription | null {
      const found = one.get(chatId, id);
      if (found === undefined) return null;
      end.run(chatId, id);
      return subscriptionOf(found);
    },
    /** Ends all of a chat that cannot be written to any more, with what waits for it. */
    leave: (chatId: number): void =>
      inTransaction(db, () => {
        endAll.run(chatId);
        dropDigest.run(chatId);
      }),
    /** The day (`YYYY-MM-DD`) of a chat's last digest, or null. */
    lastDigest: (chatId: number): string | null =>
      (day.get(chatId)?.[0] as string | undefined) ?? null,
    /** Writes a digest down and moves the chat's subscriptions on, in one step; without one these only move on. */
    keepDigest: (chatId: number, since: number, today: string, digest: Digest | null): void =>
      inTransaction(db, () => {
        moveOn.run(since, chatId);
        if (digest !== null) keep.run(chatId, today, JSON.stringify(digest));
      }),
    /** Digests that were written down and not begun to be sent. */
    waitingDigests: (): Digest[] =>
      waiting.all().map(([body]) => JSON.parse(String(body)) as Digest),
    /** Before the call that sends it: whatever happens then, it is not sent again. */
    beginDigest: (chatId: number): void => void begin.run(chatId),
    /** It surely did not arrive, and waits again. */
    putBackDigest: (chatId: number): void => void putBack.run(chatId),
    /** A chat goes on under another id. */
    moveChat(from: number, to: number): void {
      for (const move of moves) move.run(to, from);
    },
    /** Deletes all that is kept of a user. @returns How many things there were. */
    forget: (userId: number): number =>
      inTransaction(db, () => {
        dropDigest.run(userId);
        return endOfUser.run(userId).changes + unchoose.run(userId).changes;
      }),
  };
}

/** What people told the bot to remember: their language, and what they follow. */
export type Readers = ReturnType<typeof readersIn>;
