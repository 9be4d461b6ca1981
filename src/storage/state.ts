import { join } from "node:path";
import type { Citation } from "../model/index.ts";
import { READERS_SCHEMA, type Readers, readersIn } from "./readers.ts";
import { openStore } from "./sqlite.ts";

/** What somebody thought of an answer. */
export interface Feedback {
  readonly chatId: number;
  /** Message that holds the answer. */
  readonly messageId: number;
  /** Who pressed the button. */
  readonly userId: number;
  readonly question: string;
  readonly answer: string;
  readonly citations: readonly Citation[];
  readonly verdict: "up" | "down";
}

interface StoredFeedback extends Feedback {
  /** ISO 8601, UTC. */
  readonly at: string;
}

/** What people left with the bot. It lies beside the generations and outlives every re-index. */
export interface State {
  readonly readers: Readers;
  /** Stores a verdict; the same person's earlier one on the same message is replaced. */
  saveFeedback(feedback: Feedback): void;
  /** The newest verdicts first. */
  feedback(limit: number): StoredFeedback[];
  /** Deletes the verdicts given before a time, and what the file still holds of them. @returns How many. */
  forgetBefore(at: Date): number;
  /** A chat has got another id: what was said there stays with it. */
  moveChat(oldChatId: number, newChatId: number): void;
  close(): void;
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
    PRIMARY KEY (chat_id, message_id, user_id)
  );
`;

/**
 * Opens `state.db` of an index folder; a missing one is created.
 *
 * @throws {Error} Where the folder is not writable or the file is no database.
 */
export function openState(indexDir: string): State {
  const db = openStore(join(indexDir, "state.db"), SCHEMA + READERS_SCHEMA, {
    synchronous: "FULL",
    secureDelete: true,
  });
  const save = db.prepare(
    `INSERT INTO feedback (chat_id, message_id, user_id, question, answer, citations, verdict, at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET verdict = excluded.verdict, at = excluded.at`,
  );
  const newest = db.prepare(
    `SELECT chat_id, message_id, user_id, question, answer, citations, verdict, at FROM feedback
     ORDER BY at DESC, rowid DESC LIMIT ?`,
  );
  const move = db.prepare("UPDATE OR REPLACE feedback SET chat_id = ? WHERE chat_id = ?");
  const old = db.prepare("DELETE FROM feedback WHERE at < ?");
  return {
    readers: readersIn(db),
    forgetBefore(at) {
      const { changes } = old.run(at.toISOString());
      db.exec("PRAGMA wal_checkpoint(TRUNCATE)");
      return changes;
    },
    moveChat: (oldChatId, newChatId) => void move.run(newChatId, oldChatId),
    saveFeedback({ chatId, messageId, userId, question, answer, citations, verdict }) {
      const at = new Date().toISOString();
      const cited = JSON.stringify(citations);
      save.run(chatId, messageId, userId, question, answer, cited, verdict, at);
    },
    feedback: (limit) =>
      newest
        .all(limit)
        .map(([chatId, messageId, userId, question, answer, cited, verdict, at]) => ({
          chatId: chatId as number,
          messageId: messageId as number,
          userId: userId as number,
          question: question as string,
          answer: answer as string,
          citations: JSON.parse(cited as string),
          verdict: verdict as Feedback["verdict"],
          at: at as string,
        })),
    close: () => db.close(),
  };
}
