import { expect } from "vitest";

/** A task on a text of about that many characters. */
export type SizedTask = (characters: number) => unknown;

/** Processor time of this process in ms, which other processes of a busy machine do not add to. */
function processorMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

async function cost(task: SizedTask, characters: number): Promise<number> {
  const start = processorMs();
  await task(characters);
  return processorMs() - start;
}

/** Below that, a time is noise: compilation and the collection of garbage. */
const LEAST_MS = 2;
const ATTEMPTS = 5;

/**
 * How many times as much a task costs on the longer text as on the shorter one. What disturbs a measurement only
 * adds to it, so that the least of several counts; a ratio below `enough` ends the attempts.
 */
export async function growth(
  task: SizedTask,
  from: number,
  to: number,
  enough: number,
): Promise<number> {
  let small = Number.POSITIVE_INFINITY;
  let large = Number.POSITIVE_INFINITY;
  let ratio = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < ATTEMPTS && ratio >= enough; attempt++) {
    small = Math.min(small, await cost(task, from));
    large = Math.min(large, await cost(task, to));
    ratio = large / Math.max(small, LEAST_MS);
  }
  return ratio;
}

/**
 * Fails where the work on a text grows clearly more than its length: eight times the text, at most 28 times the work.
 *
 * @param to Characters of the longer text.
 * @param what Named where it fails.
 */
export async function expectLinear(task: SizedTask, to = 64_000, what = ""): Promise<void> {
  const enough = 28;
  const ratio = await growth(task, to / 8, to, enough);
  expect(ratio, `growth over eight times the text ${JSON.stringify(what)}`).toBeLessThan(enough);
}

/** A text of that many characters that is one word or sign over and over. */
export function repeated(unit: string, characters: number): string {
  return unit.repeat(Math.ceil(characters / unit.length)).slice(0, characters);
}
