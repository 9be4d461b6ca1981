import type { MiddlewareFn } from "grammy";
import { LRUCache } from "lru-cache";
import { vietnamTime } from "../../../locale/index.ts";
import type { Sqlite } from "../../../storage/index.ts";
import type { Metrics } from "../../health/index.ts";
import { type BotContext, senderOf } from "../context.ts";
import { sendText } from "../delivery/send.ts";
import { tolerate } from "./errors.ts";

const MAX_CHATS = 5000;

/** Notices that a chat gets once in a while and not with each message. */
export class Notices {
  readonly #told: LRUCache<number, number>;

  constructor(
    private readonly everyMs: number,
    private readonly now: () => number = () => performance.now(),
  ) {
    this.#told = new LRUCache({ max: MAX_CHATS });
  }

  /** True where the chat has not been told lately; it then counts as told. */
  isDue(chatId: number): boolean {
    const last = this.#told.get(chatId);
    if (last !== undefined && this.now() - last < this.everyMs) return false;
    this.#told.set(chatId, this.now());
    return true;
  }
}

const MINUTE_MS = 60_000;
const DAY_NOTICE_EVERY_MS = 10 * MINUTE_MS;
/** Users whose last minute is kept; of one who asked before so many others it has long passed. */
const MAX_USERS = 10_000;

/** Inline queries that count as one question. */
const INLINE_PER_QUESTION = 10;

type RecentTimes = LRUCache<number, { times: number[]; told: boolean }>;
const recentTimes = (): RecentTimes => new LRUCache({ max: MAX_USERS });

/** Why a question is not answered. `tell` is true for the first one of a wait: the others would only flood. */
type Refusal =
  | {
      readonly limit: "minute";
      readonly most: number;
      readonly waitSeconds: number;
      readonly tell: boolean;
    }
  | { readonly limit: "day"; readonly most: number; readonly tell: boolean };

interface LimitOptions {
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
) {
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
    if (Number(countOf.get(userId, current)?.[0] ?? 0) >= most)
      return { limit: "day", most, tell: dayNotices.isDue(userId) };
    count.run(userId, current);
    return null;
  }

  return {
    /** Counts a question of a user. @returns Null where it may be answered. */
    take(userId: number): Refusal | null {
      if (adminIds.has(userId)) return null;
      const refusal = perMinute === null ? null : takeMinute(recent, userId, perMinute);
      if (refusal !== null) return refusal;
      return perDay === null ? null : takeDay(userId, perDay);
    },
    /** Counts an inline query: Telegram sends one with each letter that is typed, so that ten count as a question. */
    takeInline(userId: number): Refusal | null {
      if (adminIds.has(userId) || perMinute === null) return null;
      return takeMinute(inline, userId, perMinute * INLINE_PER_QUESTION);
    },
  };
}

export type QuestionLimits = ReturnType<typeof questionLimits>;

/** How many updates may be waiting and under way. */
export interface QueueLimits {
  readonly perChat: number;
  readonly inAll: number;
}

/** A chat's are answered in seconds; all of them take some megabytes and about a minute. */
export const QUEUE_LIMITS: QueueLimits = { perChat: 100, inAll: 3000 };

const NOTICE_EVERY_MS = 60_000;

/**
 * Counts what waits, before updates are put in a row by chat. Beyond a limit an update is not taken:
 * its chat is told once a minute, so that a flood does not make the bot flood as well.
 */
export function queueGate(
  { perChat, inAll }: QueueLimits,
  onRefused: () => void,
): MiddlewareFn<BotContext> {
  const byChat = new Map<number, number>();
  const notices = new Notices(NOTICE_EVERY_MS);
  let all = 0;
  return async (ctx, next) => {
    const chatId = ctx.chat?.id ?? ctx.from?.id ?? 0;
    const waiting = byChat.get(chatId) ?? 0;
    if (waiting >= perChat || all >= inAll) {
      onRefused();
      if (!notices.isDue(chatId)) return;
      const { chatQueueFull, queueFull } = ctx.locale.service;
      const text = waiting >= perChat ? chatQueueFull : queueFull;
      if (ctx.callbackQuery !== undefined) await tolerate(ctx.answerCallbackQuery(text));
      else if (ctx.message !== undefined) await tolerate(sendText(ctx, text));
      return;
    }
    byChat.set(chatId, waiting + 1);
    all++;
    try {
      await next();
    } finally {
      const left = byChat.get(chatId)! - 1;
      if (left === 0) byChat.delete(chatId);
      else byChat.set(chatId, left);
      all--;
    }
  };
}

/**
 * Counts what a user asks for (a question, a picture, a file, what a button looks up). One too many is told off, by a
 * message or under the pressed button, and not each of many.
 *
 * @returns Whether it may be done.
 */
export async function mayAsk(
  ctx: BotContext,
  { limits, metrics }: { readonly limits: QuestionLimits; readonly metrics: Metrics | null },
): Promise<boolean> {
  const refusal = limits.take(senderOf(ctx));
  if (refusal === null) return true;
  metrics?.limited(refusal.limit);
  const text = wordsOf(refusal, ctx);
  // A press always needs an answer, or the button goes on turning.
  if (ctx.callbackQuery !== undefined) await tolerate(ctx.answerCallbackQuery(text));
  else if (refusal.tell) await sendText(ctx, text);
  return false;
}

function wordsOf(refusal: Refusal, { locale: { service } }: BotContext): string {
  return refusal.limit === "day"
    ? service.tooManyPerDay(refusal.most)
    : service.tooManyPerMinute(refusal.most, refusal.waitSeconds);
}

const LATE_MS = 10 * 60 * 1000;
const TOO_LATE_MS = 24 * 3600 * 1000;

/**
 * What users read after an outage. A question that waited for more than ten minutes is still answered,
 * behind a word of apology, once a chat. One that waited for more than a day is not: its author has
 * found the answer elsewhere or forgotten it; the chat is asked to send it again.
 */
export class LateNotes {
  readonly #notices: Notices;

  constructor(private readonly now: () => number = Date.now) {
    this.#notices = new Notices(LATE_MS);
  }

  /** Tells the chat where its message is late. @returns Whether the question is still to be answered. */
  async answerable(ctx: BotContext): Promise<boolean> {
    // The message under a pressed button is the bot's own; a press is as old as it arrives.
    if (ctx.message === undefined) return true;
    const ageMs = this.now() - ctx.message.date * 1000;
    if (ageMs < LATE_MS) return true;
    const { late, tooLate } = ctx.locale.service;
    const isTooLate = ageMs >= TOO_LATE_MS;
    if (this.#notices.isDue(ctx.message.chat.id)) await sendText(ctx, isTooLate ? tooLate : late);
    return !isTooLate;
  }
}
