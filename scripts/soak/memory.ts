import { setTimeout as sleep } from "node:timers/promises";
import { Asking } from "./asking.ts";
import { startProgram } from "./program.ts";

const CHATS = 200;
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
