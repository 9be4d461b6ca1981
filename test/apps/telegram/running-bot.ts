import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach } from "vitest";
import { Health, type HealthOptions } from "../../../src/apps/health/health.ts";
import type { Metrics } from "../../../src/apps/health/server.ts";
import { Conversations } from "../../../src/apps/shared/ask.ts";
import { IndexQueue } from "../../../src/apps/shared/index-queue.ts";
import { createBot } from "../../../src/apps/telegram/bot.ts";
import type { BotConfig, TelegramBot } from "../../../src/apps/telegram/bot-config.ts";
import { memoryDatabase } from "../../../src/apps/telegram/delivery/bot-database.ts";
import { type Upkeep, upkeepOf } from "../../../src/apps/telegram/upkeep.ts";
import { type Corpus, openCorpus } from "../../../src/articles/corpus/open-corpus.ts";
import { fetchPage } from "../../../src/articles/fetch/fetch-safely.ts";
import { parseDocument } from "../../../src/articles/parse/parse-document.ts";
import { createLogger } from "../../../src/log/index.ts";
import type { Reindexer } from "../../../src/model/indexing.ts";
import { READERS_SCHEMA, type Readers, readersIn } from "../../../src/storage/readers.ts";
import type { Sqlite } from "../../../src/storage/sqlite.ts";
import { type Feedback, openState, type State } from "../../../src/storage/state.ts";
import type { Writer } from "../../../src/writer/writer.ts";
import { WITH_THIS_MACHINE } from "../../articles/fetch/local-server.ts";
import { FakeBotApi } from "./fake-bot-api.ts";
import { type SampleEngine, sampleEngine } from "./samples.ts";

export const ADMIN_ID = 77;

/** A bot that talks to a fake server, and what it did on the other side. */
export interface Setup {
  readonly api: FakeBotApi;
  readonly engine: SampleEngine;
  readonly feedback: Feedback[];
  /** What people left; empty before each test. */
  readonly state: State;
  /** Chats whose feedback followed them: old id, new id. */
  readonly moves: [from: number, to: number][];
  /** Folder of the corpus that admins change. */
  readonly corpusDir: string;
  readonly corpus: Corpus;
  /** The bot's own database; it outlives the bots of a test as a file does. */
  readonly database: Sqlite;
  /** What people told the bot to remember; it outlives the bots of a test too. */
  readonly readers: Readers;
  readonly health: Health;
  /** The time by which a chat's last exchange grows old. */
  readonly clock: { ms: number };
  /** What the bot logged, as JSON lines. */
  readonly log: string[];
  reindexer: Reindexer;
  upkeep: Upkeep;
  /** What bots that are made from now on have answers written by; null: they quote. */
  writer: Writer | null;
  /** What was counted of the writer. */
  readonly written: string[];
  bot: TelegramBot;
  /** Another bot on the same server, as after a restart: it knows what the database holds. */
  newBot(changes?: Partial<BotConfig>, token?: string): TelegramBot;
}

const refusesToIndex: Reindexer = {
  start: async () => ({ kind: "failed", reason: "not part of this test" }),
  cancel: () => false,
  rollBack: () => ({ kind: "none" }),
};

const NOTHING_COUNTED: Metrics = {
  update() {},
  handled() {},
  question() {},
  limited() {},
  written() {},
  error() {},
  render: async () => ({ contentType: "", text: "" }),
};

/** Starts a fake server and a bot before each test, and stops them after it. */
export function runningBot(
  changes: Partial<BotConfig> = {},
  patience: Pick<HealthOptions, "maxSilenceMs"> = {},
  makeWriter: () => Promise<Writer | null> = async () => null,
): Setup {
  const setup = {} as { -readonly [K in keyof Setup]: Setup[K] };
  let bots: TelegramBot[] = [];

  let folder = "";
  let corpus: Corpus | null = null;
  let state: State | null = null;
  /** Opened once a file: most tests change no article. */
  const openOnce = () => {
    folder = mkdtempSync(join(tmpdir(), "visits-corpus-"));
    return openCorpus(join(folder, "corpus"), folder);
  };
  afterAll(() => {
    corpus?.close();
    state?.close();
    if (folder !== "") rmSync(folder, { recursive: true });
  });

  beforeEach(async () => {
    corpus ??= openOnce();
    setup.corpus = corpus;
    setup.corpusDir = join(folder, "corpus");
    setup.api = await FakeBotApi.start();
    setup.engine = sampleEngine();
    setup.feedback = [];
    state ??= openState(folder);
    state.forgetBefore(new Date(Date.now() + 86_400_000 * 2));
    setup.state = state;
    setup.log = [];
    setup.clock = { ms: 0 };
    setup.reindexer = refusesToIndex;
    setup.upkeep = upkeepOf(folder);
    setup.writer = await makeWriter();
    setup.written = [];
    bots = [];
    setup.moves = [];
    setup.database = memoryDatabase();
    const readersOnly = memoryDatabase();
    readersOnly.exec(READERS_SCHEMA);
    setup.readers = readersIn(readersOnly);
    const logger = createLogger("debug", { write: (line) => void setup.log.push(line) });
    setup.health = new Health({ logger, checkEveryMs: 50, ...patience });
    setup.newBot = (more = {}, token = setup.api.token) => {
      const reindexer: Reindexer = {
        start: (options) => setup.reindexer.start(options),
        cancel: () => setup.reindexer.cancel(),
        rollBack: (by, generation) => setup.reindexer.rollBack(by, generation),
      };
      const bot = createBot({
        token,
        engine: setup.engine,
        reindexer,
        corpus: setup.corpus,
        indexQueue: new IndexQueue({ reindexer, engine: setup.engine, retryMs: 20 }),
        reading: {
          page: (url) => fetchPage(url, { policy: WITH_THIS_MACHINE }),
          // In this process, which is quicker than one of its own.
          document: (input) => parseDocument(input),
        },
        conversations: new Conversations({ now: () => setup.clock.ms }),
        feedback: {
          ...setup.state,
          saveFeedback: (feedback) => {
            setup.feedback.push(feedback);
            setup.state.saveFeedback(feedback);
          },
          moveChat: (from, to) => void setup.moves.push([from, to]),
        },
        upkeep: {
          generations: () => setup.upkeep.generations(),
          feeds: () => setup.upkeep.feeds(),
          freeBytes: () => setup.upkeep.freeBytes(),
          unmatchedCorrections: () => setup.upkeep.unmatchedCorrections(),
        },
        readers: setup.readers,
        database: setup.database,
        health: setup.health,
        writer: setup.writer,
        metrics: { ...NOTHING_COUNTED, written: (outcome) => void setup.written.push(outcome) },
        config: {
          adminIds: [ADMIN_ID],
          apiRoot: setup.api.url,
          proxy: null,
          language: "vi",
          progressIntervalMs: 40,
          stopGraceMs: 2000,
          ...changes,
          ...more,
        },
        logger,
      });
      bots.push(bot);
      return bot;
    };
    setup.bot = setup.newBot();
    await setup.bot.start();
  });

  afterEach(async () => {
    await Promise.all(bots.map((bot) => bot.stop()));
    setup.health.close();
    await setup.api.stop();
  });

  return setup;
}
