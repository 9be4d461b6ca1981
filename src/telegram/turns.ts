import { setImmediate as nextTick } from "node:timers/promises";

/** So many questions are worked on at the same time; more would not be sooner done, because that is computing. */
const AT_ONCE = 4;

/** Runs work when its turn comes, first come, first served. */
export type Turns = <T>(work: () => Promise<T>) => Promise<T>;

/**
 * Gives questions their turns. Computing all that wait at once would send the first answer when the last one is
 * found: here whatever waits for the event loop, such as answers on their way, goes before the next question.
 */
export function turns(atOnce = AT_ONCE): Turns {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (work) => {
    if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
    running++;
    try {
      await nextTick();
      return await work();
    } finally {
      running--;
      waiting.shift()?.();
    }
  };
}
