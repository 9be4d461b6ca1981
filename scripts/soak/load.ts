import { setTimeout as sleep } from "node:timers/promises";
import { Asking } from "./asking.ts";
import { startProgram } from "./program.ts";

const CHATS = 200;

async function wait(asking: Asking, maxMs: number): Promise<void> {
  const deadline = performance.now() + maxMs;
  while (asking.answered < asking.asked && performance.now() < deadline) await sleep(20);
  // Time for answers that come twice.
  await sleep(500);
}

const line = (name: string, asking: Asking): boolean => {
  const { asked, unanswered, twice, disordered, p50, p95 } = asking.result();
  console.log(
    `${name}: ${asked} asked, ${unanswered} unanswered, ${twice} twice, ${disordered} out of order; p50 ${p50} ms, p95 ${p95} ms`,
  );
  return unanswered + twice + disordered === 0;
};

/** 200 chats at once, then `questions` within a minute, each chat every so often. */
export async function load(questions: number): Promise<boolean> {
  const program = await startProgram();
  const burst = new Asking(program.api);
  for (let chat = 1; chat <= CHATS; chat++) burst.ask(chat);
  await wait(burst, 60_000);
  const calm = line(`${CHATS} chats at once`, burst);
  const steady = new Asking(program.api);
  const began = performance.now();
  for (let i = 0; i < questions; i++) {
    const dueMs = (i * 60_000) / 2000;
    await sleep(Math.max(0, began + dueMs - performance.now()));
    steady.ask(1 + (i % CHATS));
  }
  await wait(steady, 60_000);
  const good = line(`${questions} questions, 2,000 a minute`, steady);
  console.log(`memory ${Math.round(program.memoryMiB())} MiB, ${program.log.length} lines of log`);
  return (await program.end()) === 0 && calm && good;
}
