import { createHash } from "node:crypto";
import type { Transformer } from "grammy";
import type { Update } from "grammy/types";
import type { Logger } from "pino";
import { inTransaction, type Sqlite, type SqlRow } from "../../../storage/index.ts";
import { errorFacts } from "../middlewares/errors.ts";

/** Telegram keeps an update for a day; an id that is older is not delivered again. */
const REMEMBERED_MS = 2 * 24 * 3600 * 1000;
/** An update that ended the process this often is given up, or it would do so for ever. */
export const MAX_ATTEMPTS = 10;
/** One that was under way this often is tried alone from then on, so that only the culprit goes on counting. */
export const SUSPECT_ATTEMPTS = 3;

/** An acknowledged message of the bot, in the order in which an update's handling sent them. */
interface SentReply {
  readonly method: string;
  /** What Telegram returned. */
  readonly result: unknown;
}

/** An id alone does not tell: after a week of silence Telegram counts on from a number by chance. */
const digestOf = (body: string) => createHash("sha256").update(body).digest("base64");

/**
 * A journal in a database of `openBotDatabase`. Only what comes in is synced: a lost process loses
 * nothing, a power cut may lose the latest marks of what was done, and those updates are answered again.
 */
export function createJournal(db: Sqlite, now: () => number = Date.now) {
  const insert = db.prepare(
    `INSERT INTO updates (id, body, digest, received_ms) VALUES (?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET body = excluded.body, digest = excluded.digest, attempts = 0,
       received_ms = excluded.received_ms WHERE digest <> excluded.digest`,
  );
  const forget = db.prepare("DELETE FROM updates WHERE body IS NULL AND received_ms < ?");
  const attempt = db.prepare("UPDATE updates SET attempts = attempts + 1 WHERE id = ?");
  const waiting = db.prepare(
    "SELECT id, body, attempts FROM updates WHERE body IS NOT NULL ORDER BY id",
  );
  const finish = db.prepare("UPDATE updates SET body = NULL WHERE id = ?");
  const addReply = db.prepare(
    `INSERT OR REPLACE INTO replies (update_id, ordinal, method, result)
     SELECT ?, ?, ?, ? WHERE EXISTS (SELECT 1 FROM updates WHERE id = ? AND body IS NOT NULL)`,
  );
  const replies = db.prepare(
    "SELECT method, result FROM replies WHERE update_id = ? ORDER BY ordinal",
  );
  const dropReplies = db.prepare("DELETE FROM replies WHERE update_id = ?");

  const done = (updateId: number) =>
    inTransaction(db, () => {
      finish.run(updateId);
      dropReplies.run(updateId);
    });

  return {
    /**
     * Stores updates, synced to the disk before it returns.
     *
     * @returns Those that were never seen before, by ascending id.
     */
    add(updates: readonly Update[]): Update[] {
      const sorted = updates.toSorted((a, b) => a.update_id - b.update_id);
      db.exec("PRAGMA synchronous = FULL");
      try {
        return inTransaction(db, () => {
          forget.run(now() - REMEMBERED_MS);
          return sorted.filter((update) => {
            const body = JSON.stringify(update);
            return insert.run(update.update_id, body, digestOf(body), now()).changes > 0;
          });
        });
      } finally {
        db.exec("PRAGMA synchronous = NORMAL");
      }
    },
    /**
     * Updates that an earlier run left, by ascending id, and apart from them those that may have ended it; those
     * tried too often are given up and told.
     */
    resume(): {
      readonly updates: Update[];
      readonly suspects: Update[];
      readonly givenUp: number[];
    } {
      const rows = waiting.all();
      const triedFrom = (least: number, below: number) =>
        rows.filter(([, , attempts]) => Number(attempts) >= least && Number(attempts) < below);
      const givenUp = triedFrom(MAX_ATTEMPTS, Infinity).map(([id]) => Number(id));
      for (const id of givenUp) done(id);
      const updateOf = ([, body]: SqlRow) => JSON.parse(String(body)) as Update;
      return {
        updates: triedFrom(0, SUSPECT_ATTEMPTS).map(updateOf),
        suspects: triedFrom(SUSPECT_ATTEMPTS, MAX_ATTEMPTS).map(updateOf),
        givenUp,
      };
    },
    /** The handling of an update begins; it counts as tried if the process ends before `done`. */
    begin: (updateId: number): void => void attempt.run(updateId),
    /** Telegram has carried out a sending call for an update under way. */
    sent(updateId: number, ordinal: number, { method, result }: SentReply): void {
      addReply.run(updateId, ordinal, method, JSON.stringify(result), updateId);
    },
    /** What was sent for an update before a crash. */
    sentBefore: (updateId: number): SentReply[] =>
      replies.all(updateId).map(([method, result]) => ({
        method: String(method),
        result: JSON.parse(String(result)),
      })),
    /** The update needs nothing more; its id is remembered. */
    done,
  };
}

/**
 * Updates between Telegram and their answers, on disk: one is confirmed to Telegram only after it was
 * added, and is taken up again after a crash until it is done. What has been sent for it is kept too,
 * so that an answer in several messages goes on where it was cut off.
 */
export type Journal = ReturnType<typeof createJournal>;

/** Calls that put a message into a chat; repeating any other one shows nothing twice. */
const PUTS_A_MESSAGE = /^(?:send(?!ChatAction)|copy|forward)/u;

/**
 * For the calls of one update: keeps what Telegram has acknowledged, and where an earlier process was
 * ended in the midst of the answer, gives back what was sent then instead of sending it again.
 *
 * Each message is sent at least once: of one whose acknowledgement was still on its way when the process
 * was ended nobody can know whether it arrived (the Bot API has no key against repetition and no way to
 * look), so it is sent again, because an answer that comes twice is better than none. Marking it before
 * sending would tell no more, only cost a write.
 */
export function replaySent(updateId: number, journal: Journal, logger: Logger): Transformer {
  const before = journal.sentBefore(updateId);
  let acknowledged = before.length;
  return async (prev, method, payload, signal) => {
    if (!PUTS_A_MESSAGE.test(method)) return await prev(method, payload, signal);
    if (before[0]?.method === method) return { ok: true, result: before.shift()?.result as never };
    const response = await prev(method, payload, signal);
    if (response.ok) {
      try {
        journal.sent(updateId, acknowledged++, { method, result: response.result });
      } catch (error) {
        logger.error({ error: errorFacts(error) }, "a sent message could not be recorded");
      }
    }
    return response;
  };
}
