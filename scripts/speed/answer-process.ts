/** Child of the benchmark: opens an index as the bot does, answers questions, and reports times and memory. */
import pino from "pino";
import { boundHeap } from "../../src/apps/shared/start-up.ts";
import { readConfig } from "../../src/config/config.ts";
import { createEngine } from "../../src/engine.ts";

const ROUNDS = 3;

process.once("message", async (questions: readonly string[]) => {
  const started = performance.now();
  const config = readConfig(process.env, process.cwd());
  const engine = await createEngine({ config, logger: pino({ level: "error" }), asItIs: true });
  const openMs = performance.now() - started;
  boundHeap(engine.status().chunks);
  const times: number[] = [];
  // The first round warms the caches, as in a bot that has been running for a while.
  for (let round = 0; round < ROUNDS; round++) {
    for (const question of questions) {
      const { timings } = await engine.ask(question);
      if (round > 0) times.push(timings.totalMs);
    }
  }
  await engine.close();
  process.send!({ openMs, times, rssBytes: process.memoryUsage().rss }, () => process.exit(0));
});
