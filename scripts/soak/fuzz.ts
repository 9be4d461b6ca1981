import { setTimeout as sleep } from "node:timers/promises";
import { isHarmlessRefusal } from "../../src/apps/telegram/middlewares/errors.ts";
import { crashTrial, randomFrom } from "../../test/apps/telegram/crash-trial.ts";
import { user } from "../../test/apps/telegram/fake-chats.ts";
import { fuzzUpdate } from "../../test/apps/telegram/fuzz-updates.ts";
import { temporaryDir } from "../shared/corpus.ts";
import { startProgram } from "./program.ts";

/** Kills the bot at random moments between receiving and answering. */
export async function crash(kills: number, seed: number): Promise<boolean> {
  const { dir: folder, dispose } = temporaryDir("visits-crash-");
  const result = await crashTrial({
    kills,
    maxLifeMs: 400,
    random: randomFrom(seed),
    folder,
  });
  dispose();
  const { asked, lost, twice, unacknowledged, disordered } = result;
  console.log(
    `${kills} kills, ${asked} questions: ${lost.length} lost, ${twice.length} answered again after an acknowledgement, ${unacknowledged.length} because a kill came before it, ${disordered.length} chats out of order`,
  );
  return lost.length + twice.length + disordered.length === 0;
}

/** Odd updates of every kind; the fake server refuses bad HTML and what exceeds a limit, the log tells of throws. */
export async function fuzz(updates: number, seed: number): Promise<boolean> {
  const program = await startProgram();
  const { api } = program;
  const random = randomFrom(seed);
  const refusals = new Map<string, number>();
  let calls = 0;
  api.onCall(({ method, status, description = "no response" }) => {
    calls++;
    if (status === 200 || method === "getUpdates" || isHarmlessRefusal(description)) return;
    const what = `${method}: ${description}`;
    refusals.set(what, (refusals.get(what) ?? 0) + 1);
  });
  for (let i = 0; i < updates; i++) {
    api.deliver(fuzzUpdate(random));
    while (api.pending.length > 100) await sleep(5);
    if (i % 1000 === 0) api.calls.splice(0);
  }
  await api.confirmed(600_000);
  api.say("/help", { from: user(999_999) });
  const answered = await api
    .waitFor("sendMessage", { where: (c) => c.params.chat_id === 999_999, timeoutMs: 120_000 })
    .then(
      () => true,
      () => false,
    );
  const code = await program.end();
  const problems = program.log.filter((line) => !line.includes("queue"));
  console.log(
    `${updates} updates (seed ${seed}): ${calls} calls, ${refusals.size} kinds of refusal, ${problems.length} lines of warning or error, ${answered ? "alive" : "DEAD"}, exit ${code}`,
  );
  for (const [what, count] of refusals) console.log(`  ${count} x ${what}`);
  for (const problem of problems.slice(0, 20)) console.log(`  ${problem.slice(0, 600)}`);
  return answered && code === 0 && refusals.size === 0 && problems.length === 0;
}
