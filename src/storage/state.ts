import { join } from "node:path";
import type { Citation } from "../model/index.ts";
import { READERS_SCHEMA, readersIn } from "./readers.ts";
import { addColumn, openStore, type SqlRow } from "./sqlite.ts";

/** What was wrong with an answer, by who voted it down. */
export const REASONS = ["person", "date", "question", "missing"] as const;
export type Reason = (typeof REASONS)[number];

/** A message of the bot that answers a question, and who asked or voted. */
interface AnsweredMessage {
  readonly chatId: number;
  /** Message that holds the answer. */
  readonly messageId: number;
  readonly userId: number;
  readonly question: string;
  readonly answer: string;
}

/** What somebody thought of an answer; `userId` is who pressed the button. */
export interface Feedback extends AnsweredMessage {
  readonly citations: readonly Citation[];
  readonly verdict: "up" | "down";
  /** A language model wrote the answer; absent: it was quoted. */
  readonly written?: true;
}

interface StoredFeedback extends Feedback {
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly reason: Reason | null;
}

/** A question that was refused. */
interface Refusal extends AnsweredMessage {
  /** The articles that were offered. */
  readonly nearest: readonly Citation[];
  /** 0 to 1. */
  readonly confidence: number;
}

/** An answer that was voted down, or a refused question, for admins to look at. */
export interface Review {
  /** `f12` for a vote, `r5` for a refusal. */
  readonly key: string;
  readonly kind: "down" | "refused";
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly question: string;
  readonly answer: string;
  /** Cited by the answer, or offered with the refusal. */
  readonly citations: readonly Citation[];
  readonly reason: Reason | null;
  /** Of a refusal. */
  readonly confidence: number | null;
  /** Whether a language model wrote the answer. */
  readonly isWritten: boolean;
  readonly isSeen: boolean;
}

/** How much was asked in some days. */
export interface AskedCounts {
  readonly questions: number;
  readonly refusals: number;
  readonly down: number;
}

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS feedback (
    chat_id INTEGER NOT NULL,
    message_id INTEGER NOT NULL,
    user_id INTEGER NOT NULL,
    question TEXT NOT NULL,
    answer TEXT NOT NULL,
    citations TEXT NOT NULL,
    verdict TEXT NOT NULL CHECK (verdict IN ('up', 'down')),
    at TEXT NOT NULL,
    reason TEXT,
    seen INTEGER NOT NULL DEFAULT 0,
    written INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (chat_id, message_id, user_id)
  );
  CREATE TABLE IF NOT EXISTS refusals (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    chat_id INTEGER NOT NULL,
    message_id INTEGER NOT NULL,
    user_id INTEGER NOT NULL,
    question TEXT NOT NULL,
    answer TEXT NOT NULL,
    nearest TEXT NOT NULL,
    confidence REAL NOT NULL,
    at TEXT NOT NULL,
    seen INTEGER NOT NULL DEFAULT 0,
    UNIQUE (chat_id, message_id)
  );
  CREATE TABLE IF NOT EXISTS asked_days (
    day TEXT PRIMARY KEY,
    questions INTEGER NOT NULL,
    refusals INTEGER NOT NULL
  );
`;

const REVIEWS = `
  SELECT 'f' || rowid AS key, at, question, answer, citations, reason, NULL AS confidence, seen,
    written
  FROM feedback WHERE verdict = 'down'
  UNION ALL
  SELECT 'r' || id, at, question, answer, nearest, NULL, confidence, seen, 0 FROM refusals
`;

function reviewOf([
  key,
  at,
  question,
  answer,
  cited,
  reason,
  confidence,
  seen,
  written,
]: SqlRow): Review {
  return {
    key: key as string,
    kind: (key as string).startsWith("f") ? "down" : "refused",
    at: at as string,
    question: question as string,
    answer: answer as string,
    citations: JSON.parse(cited as string),
    reason: reason as Reason | null,
    confidence: confidence as number | null,
    isSeen: seen === 1,
    isWritten: written === 1,
  };
}

const DAY_MS = 86_400_000;

/**
 * Opens `state.db` of an index folder; a missing one is created.
 *
 * @throws {Error} Where the folder is not writable or the file is no database.
 */
export function openState(indexDir: string) {
  const db = openStore(join(indexDir, "state.db"), SCHEMA + READERS_SCHEMA, {
    synchronous: "FULL",
    secureDelete: true,
  });
  addColumn(db, "feedback", "reason TEXT");
  addColumn(db, "feedback", "seen INTEGER NOT NULL DEFAULT 0");
  addColumn(db, "feedback", "written INTEGER NOT NULL DEFAULT 0");
  // What was read at the first vote may have been quoted, and written by now.
  const save = db.prepare(
    `INSERT INTO feedback (chat_id, message_id, user_id, question, answer, citations, verdict, at, written)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE
     SET verdict = excluded.verdict, at = excluded.at, reason = NULL, seen = 0,
       answer = excluded.answer, citations = excluded.citations, written = excluded.written`,
  );
  const setReason = db.prepare(
    `UPDATE feedback SET reason = ?
     WHERE chat_id = ? AND message_id = ? AND user_id = ? AND verdict = 'down'`,
  );
  const refuse = db.prepare(
    `INSERT OR REPLACE INTO refusals
     (chat_id, message_id, user_id, question, answer, nearest, confidence, at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const count = db.prepare(
    `INSERT INTO asked_days VALUES (?, 1, ?)
     ON CONFLICT DO UPDATE SET questions = questions + 1, refusals = refusals + excluded.refusals`,
  );
  const counted = db.prepare(
    "SELECT coalesce(sum(questions), 0), coalesce(sum(refusals), 0) FROM asked_days WHERE day > ?",
  );
  const down = db.prepare("SELECT count(*) FROM feedback WHERE verdict = 'down' AND at > ?");
  const newest = db.prepare(
    `SELECT chat_id, message_id, user_id, question, answer, citations, verdict, at, reason, written
     FROM feedback ORDER BY at DESC, rowid DESC LIMIT ?`,
  );
  const total = db.prepare(`SELECT count(*) FROM (${REVIEWS}) WHERE seen <= ?`);
  const page = db.prepare(
    `SELECT * FROM (${REVIEWS}) WHERE seen <= ? ORDER BY at DESC, key DESC LIMIT ? OFFSET ?`,
  );
  const one = db.prepare(`SELECT * FROM (${REVIEWS}) WHERE key = ?`);
  const see = {
    f: db.prepare("UPDATE feedback SET seen = 1 WHERE rowid = ?"),
    r: db.prepare("UPDATE refusals SET seen = 1 WHERE id = ?"),
  };
  const tables = ["feedback", "refusals"];
  const move = tables.map((table) =>
    db.prepare(`UPDATE OR REPLACE ${table} SET chat_id = ? WHERE chat_id = ?`),
  );
  const old = tables.map((table) => db.prepare(`DELETE FROM ${table} WHERE at < ?`));
  const oldDays = db.prepare("DELETE FROM asked_days WHERE day < ?");
  const ofUser = tables.map((table) => db.prepare(`DELETE FROM ${table} WHERE user_id = ?`));
  const nameless = db.prepare(
    "SELECT rowid, chat_id, message_id, user_id FROM feedback WHERE user_id < 0",
  );
  const dropVote = db.prepare("DELETE FROM feedback WHERE rowid = ?");
  /** What was deleted is gone from the database's log too. */
  const gone = (changes: readonly number[]) => {
    db.exec("PRAGMA wal_checkpoint(TRUNCATE)");
    return changes.reduce((sum, n) => sum + n, 0);
  };
  const now = () => new Date().toISOString();
  return {
    readers: readersIn(db),
    /** Deletes what was given or asked before a time, and what the file still holds of it. @returns How many. */
    forgetBefore(at: Date): number {
      const iso = at.toISOString();
      oldDays.run(iso.slice(0, 10));
      return gone(old.map((statement) => statement.run(iso).changes));
    },
    /**
     * Deletes what somebody gave and asked.
     *
     * @param numberIn Under which number their votes on other people's questions are kept.
     * @returns How many.
     */
    forgetUser(userId: number, numberIn: (chatId: number, messageId: number) => number): number {
      const own = ofUser.map((statement) => statement.run(userId).changes);
      const votes = nameless.all() as [number, number, number, number][];
      const theirs = votes.filter(
        ([, chatId, messageId, id]) => id === numberIn(chatId, messageId),
      );
      for (const [row] of theirs) dropVote.run(row);
      return gone([...own, theirs.length]);
    },
    /** A chat has got another id: what was said there stays with it. */
    moveChat(oldChatId: number, newChatId: number): void {
      for (const statement of move) statement.run(newChatId, oldChatId);
    },
    /** Stores a verdict; the same person's earlier one on the same message is replaced. */
    saveFeedback(given: Feedback): void {
      const { chatId, messageId, userId, question, answer, citations, verdict, written } = given;
      const cited = JSON.stringify(citations);
      const isWritten = written ? 1 : 0;
      save.run(chatId, messageId, userId, question, answer, cited, verdict, now(), isWritten);
    },
    /** Says why somebody voted an answer down. False where they did not. */
    giveReason: (
      { chatId, messageId, userId }: Pick<Feedback, "chatId" | "messageId" | "userId">,
      reason: Reason,
    ): boolean => setReason.run(reason, chatId, messageId, userId).changes > 0,
    saveRefusal(refusal: Refusal): void {
      const { chatId, messageId, userId, question, answer, nearest, confidence } = refusal;
      const offered = JSON.stringify(nearest);
      refuse.run(chatId, messageId, userId, question, answer, offered, confidence, now());
    },
    /** Counts a question, without its words and who asked it. */
    countQuestion: (isRefused: boolean): void =>
      void count.run(now().slice(0, 10), isRefused ? 1 : 0),
    /** Of the last days, today included. */
    counts(days: number): AskedCounts {
      const since = new Date(Date.now() - days * DAY_MS).toISOString();
      const [questions, refusals] = counted.get(since.slice(0, 10)) as [number, number];
      return { questions, refusals, down: down.get(since)![0] as number };
    },
    /** What was voted down or refused, the newest first; `isAll`: also what was looked at. */
    reviews: (
      offset: number,
      limit: number,
      isAll: boolean = false,
    ): { readonly total: number; readonly items: Review[] } => ({
      total: total.get(isAll ? 1 : 0)![0] as number,
      items: page.all(isAll ? 1 : 0, limit, offset).map(reviewOf),
    }),
    review(key: string): Review | null {
      const row = one.get(key);
      return row === undefined ? null : reviewOf(row);
    },
    /** Somebody has looked at it. */
    markSeen: (key: string): void =>
      void see[key.startsWith("f") ? "f" : "r"].run(Number(key.slice(1))),
    /** The newest verdicts first. */
    feedback: (limit: number): StoredFeedback[] =>
      newest
        .all(limit)
        .map(
          ([chatId, messageId, userId, question, answer, cited, verdict, at, reason, written]) => ({
            chatId: chatId as number,
            messageId: messageId as number,
            userId: userId as number,
            question: question as string,
            answer: answer as string,
            citations: JSON.parse(cited as string),
            verdict: verdict as Feedback["verdict"],
            at: at as string,
            reason: reason as Reason | null,
            ...(written === 1 && { written: true as const }),
          }),
        ),
    close: (): void => db.close(),
  };
}

/** What people left with the bot. It lies beside the generations and outlives every re-index. */
export type State = ReturnType<typeof openState>;
