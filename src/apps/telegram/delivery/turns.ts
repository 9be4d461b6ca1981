import { setImmediate as nextTick, setTimeout as sleep } from "node:timers/promises";
import type { Transformer } from "grammy";

/** So many questions are worked on at the same time; more would not be sooner done, because that is computing. */
const QUESTIONS_AT_ONCE = 4;
/** Pictures and files keep the processor for up to half a second each. */
const DEAR_AT_ONCE = 1;
/** How long the next work waits for messages that are on their way. */
const MAX_ACKNOWLEDGE_MS = 200;

/** What work costs: a question some milliseconds, a picture or a file of all visits up to half a second. */
type Cost = "question" | "dear";

/**
 * Runs work when its turn comes.
 *
 * @param chatId Chats take turns, so that one with many wishes keeps nobody else waiting.
 */
export type Turns = <T>(chatId: number, cost: Cost, work: () => Promise<T>) => Promise<T>;

interface TurnsOptions {
  readonly questionsAtOnce?: number;
  /** Resolves when no message is on its way, or after a while. */
  readonly sent?: () => Promise<void>;
}

/** What waits, by chat; the chat that is served goes behind the others. */
class Waiting {
  readonly #byChat = new Map<number, (() => void)[]>();

  get isEmpty(): boolean {
    return this.#byChat.size === 0;
  }

  add(chatId: number, begin: () => void): void {
    const row = this.#byChat.get(chatId);
    if (row === undefined) this.#byChat.set(chatId, [begin]);
    else row.push(begin);
  }

  next(): (() => void) | undefined {
    const [first] = this.#byChat;
    if (first === undefined) return undefined;
    const [chatId, row] = first;
    const begin = row.shift();
    this.#byChat.delete(chatId);
    if (row.length > 0) this.#byChat.set(chatId, row);
    return begin;
  }
}

/**
 * Gives questions and dear work their turns: chats by turns, dear work one at a time and only while no question waits.
 * Computing all that wait at once would send the first answer when the last one is found: here whatever waits for the
 * event loop, such as answers on their way and their acknowledgements, goes before the next work. An acknowledgement
 * that nobody reads before the process ends makes the next one send the answer again.
 */
export function turns({
  questionsAtOnce = QUESTIONS_AT_ONCE,
  sent = async () => {},
}: TurnsOptions = {}): Turns {
  const waiting = { question: new Waiting(), dear: new Waiting() };
  const most = { question: questionsAtOnce, dear: DEAR_AT_ONCE };
  const running = { question: 0, dear: 0 };

  const mayBegin = (cost: Cost): boolean =>
    running[cost] < most[cost] && (cost === "question" || waiting.question.isEmpty);

  function beginNext(): void {
    for (const cost of ["question", "dear"] as const) {
      while (mayBegin(cost)) {
        const begin = waiting[cost].next();
        if (begin === undefined) break;
        running[cost]++;
        begin();
      }
    }
  }

  return async (chatId, cost, work) => {
    await new Promise<void>((resolve) => {
      waiting[cost].add(chatId, resolve);
      beginNext();
    });
    try {
      await sent();
      await nextTick();
      return await work();
    } finally {
      running[cost]--;
      beginNext();
    }
  };
}

/** Counts messages on their way. `sent` resolves when none is, after 200 ms at the latest. */
export function sendsUnderWay(): {
  readonly count: Transformer;
  readonly sent: () => Promise<void>;
} {
  let underWay = 0;
  let idle: (() => void)[] = [];
  return {
    async count(prev, method, payload, signal) {
      if (!method.startsWith("send") || method === "sendChatAction")
        return await prev(method, payload, signal);
      underWay++;
      try {
        return await prev(method, payload, signal);
      } finally {
        if (--underWay === 0) {
          for (const wake of idle) wake();
          idle = [];
        }
      }
    },
    async sent() {
      if (underWay === 0) return;
      const timer = new AbortController();
      await Promise.race([
        new Promise<void>((resolve) => idle.push(resolve)),
        sleep(MAX_ACKNOWLEDGE_MS, undefined, { signal: timer.signal, ref: false }).catch(() => {}),
      ]);
      timer.abort();
    },
  };
}
