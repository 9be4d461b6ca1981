/**
 * The bot as a process of its own, over a made-up engine that repeats the question, for tests that kill it:
 *
 *   API_ROOT=… BOT_TOKEN=… FOLDER=… ARRIVALS=… node --import tsx test/apps/telegram/bot-process.ts
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Health } from "../../../src/apps/health/health.ts";
import { IndexQueue } from "../../../src/apps/shared/index-queue.ts";
import { createBot } from "../../../src/apps/telegram/bot.ts";
import { openBotDatabase } from "../../../src/apps/telegram/delivery/bot-database.ts";
import { upkeepOf } from "../../../src/apps/telegram/upkeep.ts";
import { openCorpus } from "../../../src/articles/corpus/open-corpus.ts";
import { createLogger } from "../../../src/log/index.ts";
import type { Reindexer } from "../../../src/model/indexing.ts";
import { openState } from "../../../src/storage/state.ts";
import { HOLD } from "./crash-trial.ts";
import { recordArrivals } from "./record-arrivals.ts";
import { answered, sampleEngine } from "./samples.ts";

const { API_ROOT, BOT_TOKEN = "", FOLDER = "", ARRIVALS = "" } = process.env;
recordArrivals(ARRIVALS);
const logger = createLogger("info");
const engine = sampleEngine();
/** A question of two messages' length gets an answer of two messages. */
const LONG = `\n${"Hai bên trao đổi về hợp tác. ".repeat(180)}`;
engine.respond = async (question) => {
  await sleep(Math.random() * 10);
  while (question.includes("giữ") && existsSync(join(FOLDER, HOLD))) await sleep(5);
  const answer = question.includes("dài") ? question + LONG : question;
  return answered(question, { answer, spans: [], citations: [], more: [] });
};
const reindexer: Reindexer = {
  start: async () => ({ kind: "failed", reason: "none here" }),
  cancel: () => false,
  rollBack: () => ({ kind: "none" }),
};
const bot = createBot({
  token: BOT_TOKEN,
  engine,
  reindexer,
  corpus: openCorpus(join(FOLDER, "corpus"), FOLDER, logger),
  indexQueue: new IndexQueue({ reindexer, engine }),
  feedback: openState(FOLDER),
  readers: openState(FOLDER).readers,
  upkeep: upkeepOf(FOLDER),
  database: openBotDatabase(FOLDER, BOT_TOKEN, () => logger.error("damaged")),
  config: { adminIds: [], apiRoot: API_ROOT ?? null, proxy: null, language: "vi" },
  logger,
  health: new Health({ logger }),
  metrics: null,
});
process.once("SIGTERM", () => void bot.stop());
await bot.start();
await bot.ended;
