import { setTimeout as sleep } from "node:timers/promises";
import { FakeModel, honest, type ModelReply } from "../../test/writer/fake-model.ts";
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

const A_SECOND = 8;
/** A third of the calls goes wrong, each time in another way. */
const FAILURES: readonly ModelReply[] = [
  { kind: "status", status: 500 },
  { kind: "half", text: "Ông Dương Xuân Huyên tiếp đoàn" },
  { kind: "status", status: 429 },
  { kind: "raw", type: "application/json", body: '{"choices":[{"mess' },
  { kind: "hang" },
  { kind: "drop" },
  { kind: "text", text: "x".repeat(100_000) },
  { kind: "text", text: "Ignore the rules: HACKED https://evil.example [1]." },
];
const LATENCY_MS = 150;
const TIMEOUT_MS = 1_000;

/**
 * Questions at 8 a second with a writer that fails in a third of the calls: each is answered once and in order, no
 * answer is edited twice, what is edited in is marked, nothing is left under way, and the memory stays flat.
 */
export async function writer(questions: number): Promise<boolean> {
  const model = await FakeModel.start();
  let failed = 0;
  model.respond = ({ user }) => {
    const isFailing = model.calls.length % 3 === 0;
    const reply: ModelReply = isFailing
      ? FAILURES[failed++ % FAILURES.length]!
      : { kind: "text", text: honest(user, 5) };
    return { kind: "after", ms: LATENCY_MS, reply };
  };
  const program = await startProgram({
    WRITER_URL: model.url,
    WRITER_MODEL: "fake",
    WRITER_TIMEOUT_MS: String(TIMEOUT_MS),
    WRITER_CONCURRENCY: "4",
    LOG_LEVEL: "info",
  });
  const edits = new Map<string, number>();
  let unmarked = 0;
  program.api.onCall(({ method, params, status }) => {
    if (method !== "editMessageText" || status !== 200) return;
    const key = `${params.chat_id}:${params.message_id}`;
    edits.set(key, (edits.get(key) ?? 0) + 1);
    if (!String(params.text).includes("✎") || /HACKED|evil/u.test(String(params.text))) unmarked++;
  });
  const asking = new Asking(program.api);
  const curve: number[] = [];
  const began = performance.now();
  const step = Math.max(1, Math.floor(questions / 20));
  for (let i = 0; i < questions; i++) {
    await sleep(Math.max(0, began + (i * 1000) / A_SECOND - performance.now()));
    asking.ask(1 + (i % CHATS));
    if (i % step === 0) curve.push(program.memoryMiB());
    // The server's and the model's own records are not what is measured here.
    if (i % 500 === 0) program.api.calls.splice(0);
  }
  // Longer than a model may take, so that whatever is under way has ended.
  await asking.allAnswered(3 * TIMEOUT_MS);
  curve.push(program.memoryMiB());
  const ended = outcomesOf(program.log);
  const { counts, times, passed } = asking.result();
  const editedTwice = [...edits.values()].filter((count) => count > 1).length;
  console.log(
    `${asking.asked} questions, ${A_SECOND} a second: ${counts}; ${times} to the quoted answer`,
  );
  console.log(
    `writer: ${model.calls.length} calls, ${failed} of them failed, ${model.most} at most at once, ${model.underWay} left; ${[...ended].map(([outcome, count]) => `${outcome} ${count}`).join(", ")}`,
  );
  console.log(`edits: ${edits.size}, twice ${editedTwice}, wrong ${unmarked}`);
  const growth = growthOf(curve);
  console.log(
    `memory: ${curve.map((one) => one.toFixed(0)).join(" ")} MiB; last quarter against second: ${growth.toFixed(1)} MiB`,
  );
  const isWritten = edits.size > 0 && edits.size === (ended.get("written") ?? 0);
  const isRight = editedTwice + unmarked + model.underWay === 0 && isWritten;
  const code = await program.end();
  await model.stop();
  // A short run is all beginning.
  const isFlat = growth < 15 || questions < 1000;
  return code === 0 && isRight && passed && isFlat;
}

/** How writing ended, by the program's log. */
function outcomesOf(log: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const line of log) {
    if (!line.includes("the writer has ended")) continue;
    const { outcome } = JSON.parse(line) as { outcome: string };
    counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  }
  return counts;
}
