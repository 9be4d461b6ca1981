import { LRUCache } from "lru-cache";
import type { Sqlite } from "../index/sqlite.ts";
import { vietnamTime } from "../locale/format.ts";
import { Notices } from "./notices.ts";

const MINUTE_MS = 60_000;
const DAY_NOTICE_EVERY_MS = 10 * MINUTE_MS;
/** Users whose last minute is kept; of one who asked before so many others it has long passed. */
const MAX_USERS = 10_000;

/** Inline queries that count as one question. */
const INLINE_PER_QUESTION = 10;

type RecentTimes = LRUCache<number, { times: number[]; told: boolean }>;
const recentTimes = (): RecentTimes => new LRUCache({ max: MAX_USERS });

/** Why a question is not answered. `tell` is true for the first one of a wait: the others would only flood. */
export type Refusal =
  | {
      readonly limit: "minute";
      readonly most: number;
      readonly waitSeconds: number;
      readonly tell: boolean;
    }
  | { readonly limit: "day"; readonly most: number; readonly tell: boolean };

export interface QuestionLimits {
  /** Counts a question of a user. @returns Null where it may be answered. */
  take(userId: number): Refusal | null;
  /** Counts an inline query: Telegram sends one with each letter that is typed, so that ten count as a question. */
  takeInline(userId: number): Refusal | null;
}

export interface LimitOptions {
  /** Null: no limit. */
  readonly perMinute: number | null;
  readonly perDay: number | null;
  /** They may ask without limit. */
  readonly adminIds: ReadonlySet<number>;
  /** The time of day: milliseconds since 1970. */
  readonly now?: () => number;
  /** Milliseconds that only ever grow: nobody's minute gets longer where the clock is set back. */
  readonly elapsed?: () => number;
}

/** Limits of questions per user: a sliding minute in memory, and a day by Vietnamese time on disk. */
export function questionLimits(
  db: Sqlite,
  { perMinute, perDay, adminIds, now = Date.now, elapsed = () => performance.now() }: LimitOptions,
): QuestionLimits {
  const recent = recentTimes();
  const inline = recentTimes();
  const dayNotices = new Notices(DAY_NOTICE_EVERY_MS, elapsed);
  const countOf = db.prepare("SELECT count FROM asked WHERE user_id = ? AND day = ?");
  const count = db.prepare(
    `INSERT INTO asked (user_id, day, count) VALUES (?, ?, 1)
     ON CONFLICT DO UPDATE SET count = count + 1`,
  );
  const forget = db.prepare("DELETE FROM asked WHERE day < ? OR day > ?");
  let today = "";

  function day(): string {
    const { year, month, day } = vietnamTime(new Date(now()));
    const current = `${year}-${month}-${day}`;
    // Days to come are of a clock that was ahead: they are no reason to refuse anybody on that day.
    if (current !== today) forget.run(current, current);
    today = current;
    return current;
  }

  function takeMinute(of: RecentTimes, userId: number, most: number): Refusal | null {
    const at = elapsed();
    const user = of.get(userId) ?? { times: [], told: false };
    of.set(userId, user);
    user.times = user.times.filter((time) => at - time < MINUTE_MS);
    if (user.times.length < most) {
      user.times.push(at);
      user.told = false;
      return null;
    }
    const waitSeconds = Math.ceil((user.times[0]! + MINUTE_MS - at) / 1000);
    const tell = !user.told;
    user.told = true;
    return { limit: "minute", most, waitSeconds, tell };
  }

  function takeDay(userId: number, most: number): Refusal | null {
    const current = day();
    if (Number(countOf.get(userId, current)?.[0] ?? 0) >= most) {
      return { limit: "day", most, tell: dayNotices.isDue(userId) };
    }
    count.run(userId, current);
    return null;
  }

  return {
    take(userId) {
      if (adminIds.has(userId)) return null;
      const refusal = perMinute === null ? null : takeMinute(recent, userId, perMinute);
      if (refusal !== null) return refusal;
      return perDay === null ? null : takeDay(userId, perDay);
    },
    takeInline(userId) {
      if (adminIds.has(userId) || perMinute === null) return null;
      return takeMinute(inline, userId, perMinute * INLINE_PER_QUESTION);
    },
  };
}
