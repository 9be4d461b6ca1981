import { setTimeout as sleep } from "node:timers/promises";
import { Asking, CHATS, growthOf, startProgram } from "./program.ts";

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
  const { counts, passed } = asking.result();
  const growth = growthOf(curve);
  console.log(
    `${questions} questions: ${counts}; last quarter against second: ${growth.toFixed(1)} MiB`,
  );
  return (await program.end()) === 0 && growth < 15 && passed;
}

/** Time for answers that come twice. */
const AFTER_MS = 500;

/** Waits for the answers, and prints how they came. */
async function outcome(name: string, asking: Asking): Promise<boolean> {
  await asking.allAnswered(AFTER_MS);
  const { counts, times, passed } = asking.result();
  console.log(`${name}: ${asking.asked} asked, ${counts}; ${times}`);
  return passed;
}

/** 200 chats at once, then `questions` within a minute, each chat every so often. */
export async function load(questions: number): Promise<boolean> {
  const program = await startProgram();
  const burst = new Asking(program.api);
  for (let chat = 1; chat <= CHATS; chat++) burst.ask(chat);
  const calm = await outcome(`${CHATS} chats at once`, burst);
  const steady = new Asking(program.api);
  const began = performance.now();
  for (let i = 0; i < questions; i++) {
    const dueMs = (i * 60_000) / 2000;
    await sleep(Math.max(0, began + dueMs - performance.now()));
    steady.ask(1 + (i % CHATS));
  }
  const good = await outcome(`${questions} questions, 2,000 a minute`, steady);
  console.log(`memory ${Math.round(program.memoryMiB())} MiB, ${program.log.length} lines of log`);
  return (await program.end()) === 0 && calm && good;
}
