import { setTimeout as sleep } from "node:timers/promises";
import { Asking, startProgram } from "./program.ts";

const OUTSTANDING = 40;

/** Questions one after another; prints the memory of the bot at every twentieth part. */
export async function memory(questions: number): Promise<boolean> {
  const program = await startProgram();
  const asking = new Asking(program.api);
  const curve: number[] = [];
  const note = () => {
    curve.push(program.memoryMiB());
    console.log(`${String(asking.answered).padStart(6)} answered: ${curve.at(-1)!.toFixed(0)} MiB`);
  };
  note();
  const step = questions / 20;
  for (let i = 0; i < questions; i++) {
    while (asking.asked - asking.answered >= OUTSTANDING) await sleep(2);
    asking.ask(1 + (i % CHATS));
    if ((i + 1) % step === 0) note();
    // The server's own records are not what is measured here.
    if (i % 1000 === 0) program.api.calls.splice(0);
  }
  while (asking.answered < asking.asked) await sleep(20);
  const { unanswered, twice, disordered } = asking.result();
  const mean = (part: number[]) => part.reduce((a, b) => a + b, 0) / part.length;
  const growth = mean(curve.slice(-5)) - mean(curve.slice(6, 11));
  console.log(
    `${questions} questions: ${unanswered} unanswered, ${twice} twice, ${disordered} out of order; last quarter against second: ${growth.toFixed(1)} MiB`,
  );
  return (await program.end()) === 0 && growth < 15 && unanswered + twice + disordered === 0;
}

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
